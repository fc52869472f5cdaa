package io.github.curlffm.curl;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.DebugCallback.InfoType;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program for {@link ChildJvm}: prints what a transfer says of itself. Arguments: what to trace, if anything. */
public final class TracedTransfer {

    private TracedTransfer() {}

    public static void main(String[] arguments) throws IOException {
        for (String components : arguments) {
            Curl.trace(components);
        }
        try (HttpPeer peer = HttpPeer.answering("body");
                Easy easy = new Easy()) {
            easy.set(URL, peer.url("/"))
                    .set(WRITEFUNCTION, data -> {})
                    .set(VERBOSE, true)
                    .set(DEBUGFUNCTION, (type, data) -> {
                        if (type == InfoType.TEXT) {
                            System.out.print(new String(data, StandardCharsets.UTF_8));
                        }
                    })
                    .perform();
        }
    }
}
