package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.MultiOption.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.PushCallback.Result;
import io.github.curlffm.option.HttpVersion;
import java.time.Duration;

/** Takes what an HTTP/2 server pushes. */
public final class ServerPush {

    private ServerPush() {}

    /** Gets a URL over HTTP/2, and whatever comes with it, but no pictures. */
    public static void main(String[] args) throws CurlException, CurlMultiException {
        String url = args[0];
        // begin
        try (var multi = new Multi();
                var curl = new Easy()) {
            multi.set(PUSHFUNCTION, (parent, pushed, headers) -> {
                String path = headers.get(":path");
                if (path.endsWith(".png")) {
                    return Result.DENY;
                }
                pushed.set(WRITEFUNCTION, body -> System.out.println(path + " pushed: " + new String(body)));
                return Result.OK;
            });
            curl.set(URL, url)
                    .set(
                            HTTP_VERSION,
                            url.startsWith("https:") ? HttpVersion.HTTP_2 : HttpVersion.HTTP_2_PRIOR_KNOWLEDGE)
                    .set(WRITEFUNCTION, body -> System.out.println("asked for: " + new String(body)));
            multi.add(curl);
            while (multi.perform() > 0) {
                multi.poll(Duration.ofSeconds(10));
            }
            for (Message done : multi.messages()) {
                try (Easy transfer = done.easy()) {
                    System.out.println(transfer.get(EFFECTIVE_URL) + ": " + done.code());
                    done.orThrow();
                }
            }
        }
        // end
    }
}
