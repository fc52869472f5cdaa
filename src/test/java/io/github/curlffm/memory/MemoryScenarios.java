package io.github.curlffm.memory;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.CURLU;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WsClient;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uses of much of this library, each of which leaves nothing behind: for runs in which memory is short. */
public final class MemoryScenarios implements AutoCloseable {

    /** One of them. */
    @FunctionalInterface
    public interface Scenario {
        void run() throws IOException;
    }

    private static final int PATIENCE_MS = 5000;
    private static final int MOST_ROUNDS = 1000;

    private final HttpPeer http = new HttpPeer(exchange -> {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Set-Cookie", "a=b");
        if (exchange.getRequestURI().getPath().equals("/moved")) {
            exchange.getResponseHeaders().set("Location", "/there");
        }
        HttpPeer.answer(exchange, exchange.getRequestURI().getPath().equals("/moved") ? 302 : 200, "body");
    });

    private final HttpsPeer https = HttpsPeer.answering("body");
    private final WebSocketPeer webSocket = new WebSocketPeer();

    /** {@return all of them that the loaded libcurl can do} */
    public Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("transfer", this::transfer);
        all.put("resolve", this::resolve);
        all.put("tls", this::tls);
        all.put("mime", this::mime);
        all.put("multi", this::multi);
        all.put("share", this::share);
        all.put("url", this::url);
        all.put("functions", this::functions);
        if (Curl.version().protocols().contains("ws")) {
            all.put("websocket", this::webSocket);
        }
        return all;
    }

    private Easy easy(String url) {
        Easy easy = new Easy();
        try {
            return easy.set(URL, url)
                    .set(PROXY, "")
                    .set(TIMEOUT_MS, PATIENCE_MS)
                    .set(WRITEFUNCTION, data -> {});
        } catch (RuntimeException | Error e) {
            easy.close();
            throw e;
        }
    }

    private void transfer() throws IOException {
        try (Easy easy = easy(http.url("/moved"))) {
            easy.set(HTTPHEADER, List.of("X-One: 1", "X-Two: 2"))
                    .set(POSTFIELDS, "field=value")
                    .set(FOLLOWLOCATION, true);
            if (Curl.version().isAtLeast(8, 0, 0)) { // libcurl 7.88.1 loses the list, or frees it twice
                easy.set(COOKIEFILE, "");
            }
            easy.perform();
            easy.get(Info.EFFECTIVE_URL);
            easy.get(Info.COOKIELIST);
            easy.header("Set-Cookie");
            easy.headers();
            try (Easy copy = easy.duplicate()) {
                copy.perform();
            }
            easy.reset().set(URL, http.url("/")).set(WRITEFUNCTION, data -> {}).perform();
        }
    }

    private void resolve() throws IOException {
        try (Easy easy = easy("http://localhost:" + http.port() + "/")) {
            easy.perform();
            easy.set(RESOLVE, List.of("host.invalid:" + http.port() + ":127.0.0.1"))
                    .set(URL, "http://host.invalid:" + http.port() + "/")
                    .perform();
        }
    }

    private void tls() throws IOException {
        try (Easy easy = easy(https.url("/"))) {
            easy.set(CAINFO_BLOB, https.authority()).perform();
        }
    }

    private void mime() throws IOException {
        try (Easy easy = easy(http.url("/"));
                Mime form = new Mime(easy)) {
            form.addPart().name("a").data("text").type("text/plain").headers(List.of("X: y"));
            form.addPart().name("b").filename("file").data(new byte[1000]);
            easy.set(MIMEPOST, form).perform();
        }
    }

    private void multi() throws IOException {
        try (Multi multi = new Multi();
                Easy one = easy(http.url("/1"));
                Easy two = easy(http.url("/2"))) {
            multi.add(one).add(two);
            for (int rounds = 0; multi.perform() > 0 && rounds < MOST_ROUNDS; rounds++) {
                multi.poll(Duration.ofMillis(PATIENCE_MS));
                multi.messages();
            }
        }
    }

    private void share() throws IOException {
        try (Share share = new Share(LockData.COOKIE, LockData.DNS, LockData.SSL_SESSION);
                Easy one = easy(http.url("/1"));
                Easy two = easy(http.url("/2"))) {
            one.set(SHARE, share).perform();
            two.set(SHARE, share).perform();
            two.get(Info.COOKIELIST);
        }
    }

    private void url() throws IOException {
        try (CurlUrl url = CurlUrl.parse(http.url("/a/b?c#d"));
                Easy easy = easy("http://unused.invalid/")) {
            url.set(Part.URL, "../e").set(Part.QUERY, "f=g h", Flag.APPENDQUERY, Flag.URLENCODE);
            for (Part part : Part.values()) {
                url.get(part, Flag.URLDECODE);
            }
            easy.set(CURLU, url);
            try (CurlUrl copy = url.duplicate()) {
                copy.unset(Part.QUERY);
                easy.set(CURLU, copy);
            }
            easy.perform();
        }
    }

    private void functions() {
        Curl.version();
        Curl.escape("a b");
        Curl.unescape("a%20b");
        Curl.sslBackends();
        Curl.parseDate("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    private void webSocket() throws IOException {
        try (WsClient client = new WsClient()) {
            client.easy.set(PROXY, "").set(TIMEOUT_MS, PATIENCE_MS);
            client.connect(webSocket.url()).socket.send("text");
            client.socket.close(1000, "");
            client.receive();
        }
    }

    @Override
    public void close() {
        http.close();
        https.close();
        webSocket.close();
    }
}
