package io.github.curlffm.share;

import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A server that answers with the cookies that it got. Who asks for {@code /set} is given the cookie {@code c=1}, and
 * {@code d=2} for all of {@code example.com}.
 */
final class ShareTransfers implements AutoCloseable {

    static final String NO_COOKIES = "none";

    final HttpPeer peer = new HttpPeer(ShareTransfers::answer);

    static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().equals("/set")) {
            exchange.getResponseHeaders().add("Set-Cookie", "c=1; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "d=2; Path=/; Domain=example.com");
        }
        HttpPeer.answer(
                exchange,
                200,
                exchange.getRequestHeaders()
                        .getOrDefault("Cookie", List.of(NO_COOKIES))
                        .getFirst());
    }

    /** {@return all that the loaded libcurl can share} */
    static LockData[] everything() {
        Set<LockData> data = EnumSet.range(LockData.COOKIE, LockData.HSTS);
        data.removeIf(one -> {
            try {
                new Share(one).close();
                return false;
            } catch (CurlOptionException notBuiltIn) {
                return true;
            }
        });
        return data.toArray(LockData[]::new);
    }

    /** {@return a handle with cookies on that is going to ask for a path} */
    Easy easy(String path) {
        return prepare(new Easy(), path);
    }

    /** Switches a handle's cookies on and makes it ask for a path. */
    Easy prepare(Easy easy, String path) {
        return easy.set(URL, peer.url(path)).set(COOKIEFILE, "").set(WRITEFUNCTION, body -> {});
    }

    @Override
    public void close() {
        peer.close();
    }
}
