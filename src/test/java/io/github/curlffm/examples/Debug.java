package io.github.curlffm.examples;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.DebugCallback.InfoType;

/** A callback for libcurl's own account of a transfer. */
public final class Debug {

    private Debug() {}

    /** Fetches a document and shows what libcurl says about it. */
    public static void main(String[] args) throws CurlException {
        String url = args[0];
        // begin
        try (var curl = new Easy()) {
            curl.set(URL, url)
                    .set(VERBOSE, true)
                    .set(WRITEFUNCTION, data -> {})
                    .set(DEBUGFUNCTION, (type, message) -> {
                        switch (type) {
                            case TEXT, HEADER_IN, HEADER_OUT ->
                                new String(message).lines().forEach(line -> say(type, line));
                            default -> say(type, message.length + " bytes");
                        }
                    })
                    .perform();
        }
        // end
    }

    private static void say(InfoType type, String line) {
        System.out.printf("debug(%s): %s%n", type, line);
    }
}
