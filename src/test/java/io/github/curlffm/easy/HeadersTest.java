package io.github.curlffm.easy;

import static io.github.curlffm.option.HeaderOrigin.CONNECT;
import static io.github.curlffm.option.HeaderOrigin.HEADER;
import static io.github.curlffm.option.HeaderOrigin.INTERIM;
import static io.github.curlffm.option.HeaderOrigin.PSEUDO;
import static io.github.curlffm.option.HeaderOrigin.TRAILER;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPPROXYTUNNEL;
import static io.github.curlffm.option.Option.HTTP_VERSION;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Header;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadersTest {

    private static final Set<HeaderOrigin> EVERYWHERE = EnumSet.allOf(HeaderOrigin.class);

    private final Easy easy = new Easy().set(WRITEFUNCTION, data -> {});

    /** Transfers what a server says, which answers each request with the next of some texts. */
    private void perform(String... answers) throws CurlException {
        try (WireServer server = answering(answers)) {
            easy.set(URL, server.url("http", "/")).perform();
        }
    }

    private static WireServer answering(String... answers) {
        return new WireServer(connection -> {
            for (String answer : answers) {
                connection.readHead();
                connection.write(answer);
            }
        });
    }

    private static String response(String status, String... headers) {
        return "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static List<String> lines(List<Header> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .toList();
    }

    @Test
    void byNameInAnyCase() throws CurlException {
        perform(response("200 OK", "Content-Length: 0", "X-One:   a b  ", "X-Empty:"));
        assertEquals(new Header("X-One", "a b", 1, 0, HEADER), easy.header("x-ONE"));
        assertEquals(new Header("X-Empty", "", 1, 0, HEADER), easy.header("X-Empty"));
        assertNull(easy.header("X-Two"));
        assertNull(easy.header(""));
    }

    @Test
    void byIndex() throws CurlException {
        perform(response("200 OK", "Set-Cookie: a=1", "Content-Length: 0", "set-cookie: b=2"));
        Set<HeaderOrigin> origins = Set.of(HEADER);
        assertEquals(
                new Header("Set-Cookie", "a=1", 2, 0, HEADER),
                easy.header("Set-Cookie", 0, origins, Easy.LAST_REQUEST));
        assertEquals(
                new Header("set-cookie", "b=2", 2, 1, HEADER),
                easy.header("Set-Cookie", 1, origins, Easy.LAST_REQUEST));
        assertNull(easy.header("Set-Cookie", 2, origins, Easy.LAST_REQUEST));
        assertNull(easy.header("Set-Cookie", -1, origins, Easy.LAST_REQUEST));
        assertEquals(List.of("Set-Cookie: a=1", "set-cookie: b=2"), lines(easy.headers("SET-COOKIE")));
        assertEquals(List.of(), easy.headers("Cookie"));
    }

    @Test
    void allInTheirOrder() throws CurlException {
        perform(response("200 OK", "B: 1", "Content-Length: 0", "A: 2", "B: 3"));
        assertEquals(List.of("B: 1", "Content-Length: 0", "A: 2", "B: 3"), lines(easy.headers()));
        assertEquals(
                List.of(0L, 0L, 0L, 1L),
                easy.headers().stream().map(Header::index).toList());
        assertThrows(UnsupportedOperationException.class, () -> easy.headers().clear());
    }

    @Test
    void bytesAreReadAsUtf8() throws CurlException {
        perform(response("200 OK", "X-Utf8: \u00c3\u00bc", "X-Latin1: \u00fc", "Content-Length: 0"));
        assertEquals("\u00fc", easy.header("X-Utf8").value());
        assertEquals("\ufddf\ufdec", easy.header("X-Latin1").value());
    }

    @Test
    void byOrigin() throws CurlException {
        perform(response("103 Early Hints", "X: interim")
                + response("200 OK", "X: header", "Transfer-Encoding: chunked")
                + "1\r\na\r\n0\r\nX: trailer\r\n\r\n");
        assertEquals(new Header("X", "interim", 1, 0, INTERIM), only(INTERIM));
        assertEquals(new Header("X", "header", 1, 0, HEADER), only(HEADER));
        assertEquals(new Header("X", "trailer", 1, 0, TRAILER), only(TRAILER));
        assertNull(only(CONNECT));
        assertNull(only(PSEUDO));
        assertEquals("X: interim", lines(easy.headers(Set.of(INTERIM), 0)).getFirst());
        assertEquals(List.of("X: trailer"), lines(easy.headers(Set.of(TRAILER), Easy.LAST_REQUEST)));
        assertEquals(
                List.of("X: interim", "X: header", "Transfer-Encoding: chunked", "X: trailer"),
                lines(easy.headers(EVERYWHERE, Easy.LAST_REQUEST)));
        assertEquals(
                List.of("interim", "header", "trailer"),
                List.of(anywhere(0).value(), anywhere(1).value(), anywhere(2).value()));
        assertNull(anywhere(3));
    }

    private Header only(HeaderOrigin origin) {
        return easy.header("X", 0, Set.of(origin), Easy.LAST_REQUEST);
    }

    private Header anywhere(int index) {
        return easy.header("X", index, EVERYWHERE, Easy.LAST_REQUEST);
    }

    @Test
    void ofAProxy() throws CurlException {
        try (WireServer proxy = answering(
                response("200 Connected", "X: proxy"), response("200 OK", "X: server", "Content-Length: 0"))) {
            easy.set(PROXY, proxy.url("http", ""))
                    .set(HTTPPROXYTUNNEL, true)
                    .set(URL, "http://server.invalid/")
                    .perform();
        }
        assertEquals(new Header("X", "proxy", 1, 0, CONNECT), only(CONNECT));
        assertEquals(new Header("X", "server", 1, 0, HEADER), only(HEADER));
    }

    @Test
    void pseudoHeaders() throws Exception {
        Needs.feature("HTTP2");
        Server server = new Server();
        ServerConnector connector =
                new ServerConnector(server, new HTTP2CServerConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(204);
                callback.succeeded();
                return true;
            }
        });
        server.start();
        try {
            easy.set(HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE)
                    .set(URL, "http://127.0.0.1:" + connector.getLocalPort() + "/")
                    .perform();
        } finally {
            server.stop();
        }
        assertEquals(
                new Header(":status", "204", 1, 0, PSEUDO),
                easy.headers(Set.of(PSEUDO), Easy.LAST_REQUEST).getFirst());
        assertNull(easy.header(":status"));
    }

    @Test
    void byRequest() throws CurlException {
        easy.set(FOLLOWLOCATION, true);
        perform(
                response("302 Found", "X: 0", "Location: /1", "Content-Length: 0"),
                response("302 Found", "X: 1", "Location: /2", "Content-Length: 0"),
                response("200 OK", "X: 2", "Content-Length: 0"));
        for (int request = 0; request < 3; request++) {
            assertEquals("" + request, ofRequest(request).value());
            assertEquals(
                    "X: " + request,
                    lines(easy.headers(Set.of(HEADER), request)).getFirst());
        }
        assertEquals("2", ofRequest(Easy.LAST_REQUEST).value());
        assertEquals("2", easy.header("X").value());
        assertNull(ofRequest(3));
        assertEquals(List.of(), easy.headers(EVERYWHERE, 3));
    }

    private Header ofRequest(int request) {
        return easy.header("X", 0, Set.of(HEADER), request);
    }

    @Test
    void badArgumentsAreRefused() throws CurlException {
        perform(response("200 OK", "X: 0", "Content-Length: 0"));
        assertThrows(IllegalArgumentException.class, () -> easy.header("X", 0, Set.of(), Easy.LAST_REQUEST));
        var e = assertThrows(IllegalArgumentException.class, () -> easy.header("X", 0, Set.of(HEADER), -2));
        assertEquals(
                "curl_easy_header refused name \"X\", index 0, origins [HEADER], request -2: BAD_ARGUMENT (6)",
                e.getMessage());
        assertThrows(NullPointerException.class, () -> easy.header(null));
        assertThrows(NullPointerException.class, () -> easy.headers((String) null));
        assertEquals(List.of(), easy.headers(Set.of(), Easy.LAST_REQUEST));
        assertEquals("0", easy.header("X").value(), "and the handle can be used afterwards");
    }

    @Test
    void thereAreNoneWithoutAnHttpTransfer(@TempDir Path folder) throws Exception {
        assertNull(easy.header("X"));
        assertEquals(List.of(), easy.headers());
        easy.set(URL, Files.writeString(folder.resolve("file"), "x").toUri().toString())
                .perform();
        assertNull(easy.header("X"));
    }

    @Test
    void theNextTransferHasItsOwn() throws CurlException {
        perform(response("200 OK", "X: first", "Y: first", "Content-Length: 0"));
        Header first = easy.header("X");
        List<Header> all = easy.headers();
        try (Easy copy = easy.duplicate()) {
            assertNull(copy.header("X"));
        }
        perform(response("200 OK", "X: second", "Content-Length: 0"));
        assertEquals("second", easy.header("X").value());
        assertNull(easy.header("Y"));
        easy.close();
        assertEquals("first", first.value());
        assertEquals(3, all.size());
        assertThrows(IllegalStateException.class, () -> easy.header("X"));
        assertThrows(IllegalStateException.class, easy::headers);
    }

    @Test
    void insideACallback() throws CurlException {
        List<String> seen = new ArrayList<>();
        easy.set(WRITEFUNCTION, data -> {
            seen.add(easy.header("X").value());
            seen.addAll(lines(easy.headers("X")));
        });
        perform(response("200 OK", "X: there", "Content-Length: 1") + "a");
        assertEquals(List.of("there", "X: there"), seen);
    }
}
