package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this client can and the JDK's cannot. */
class OptionsTest {

    private static HttpRequest to(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(to(url), BodyHandlers.ofString());
    }

    private static CurlHttpClient.Builder builder() {
        return CurlHttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY);
    }

    @Test
    void namesWithoutDns() throws Exception {
        try (HttpPeer peer = new HttpPeer();
                HttpClient client = builder()
                        .resolve(List.of("example.test:" + peer.port() + ":127.0.0.1"))
                        .build()) {
            assertEquals(
                    HttpPeer.BODY,
                    get(client, "http://example.test:" + peer.port() + "/").body());
        }
    }

    @Test
    void unixSockets(@TempDir Path folder) throws Exception {
        Needs.feature("UnixSockets");
        Path socket = folder.resolve("socket");
        try (ChannelPeer peer = ChannelPeer.at(socket, "by file");
                HttpClient client = builder().unixSocket(socket).build()) {
            assertEquals("by file", get(client, "http://docker/").body());
        }
    }

    @Test
    void anyOption() throws Exception {
        try (HttpPeer peer = new HttpPeer(exchange -> HttpPeer.answer(
                        exchange, 200, exchange.getRequestHeaders().getFirst("Range")));
                HttpClient client = builder()
                        .configure(easy -> easy.set(Option.RANGE, "1-2"))
                        .build()) {
            assertEquals("bytes=1-2", get(client, peer.url("/")).body());
        }
    }

    @Test
    void libcurlsOwnLimits() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpClient client = builder()
                        .configure(easy -> easy.set(Option.TIMEOUT_MS, 200))
                        .build()) {
            HttpRequest request = to("http://127.0.0.1:" + server.getLocalPort() + "/");
            HttpTimeoutException e =
                    assertThrows(HttpTimeoutException.class, () -> client.send(request, BodyHandlers.ofString()));
            assertSame(HttpTimeoutException.class, e.getClass(), "it was connected");
            assertTrue(e.getMessage().contains("Operation timed out after"), e::getMessage);
        }
    }

    @Test
    void aShareThatKeepsNoCookies() {
        try (Share share = new Share(LockData.DNS)) {
            var builder = builder();
            String message = assertThrows(IllegalArgumentException.class, () -> builder.cookieEngine(share))
                    .getMessage();
            assertTrue(message.contains("LockData.COOKIE"), message);
        }
    }

    @Test
    void whatConfigureThrows() throws Exception {
        try (HttpClient client =
                builder().configure(easy -> easy.set(Option.URL, "\0")).build()) {
            Throwable thrown = assertThrows(Exception.class, () -> get(client, "http://localhost/"));
            while (!(thrown instanceof CurlOptionException)) {
                thrown = thrown.getCause();
            }
            assertTrue(thrown.getMessage().contains("URL"), thrown.getMessage());
        }
    }

    @Test
    void whatIsRefusedAtOnce() {
        var builder = builder();
        assertThrows(RuntimeException.class, () -> builder.resolve(List.of("a\nb")));
        try (Share share = new Share(LockData.COOKIE)) {
            var both = builder().cookieHandler(new CookieManager()).cookieEngine(share);
            assertThrows(IllegalStateException.class, both::build);
        }
    }

    @Test
    void compressedBodies() throws Exception {
        Needs.feature("libz");
        try (HttpPeer peer = new HttpPeer(exchange -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                    exchange.getResponseHeaders()
                            .add("Asked", exchange.getRequestHeaders().getFirst("Accept-Encoding"));
                    exchange.sendResponseHeaders(200, 0);
                    try (var zip = new GZIPOutputStream(exchange.getResponseBody())) {
                        zip.write("small".getBytes());
                    }
                });
                HttpClient client = builder().decompress().build()) {
            HttpResponse<String> response = get(client, peer.url("/"));
            assertEquals("small", response.body());
            assertTrue(response.headers().firstValue("Asked").get().contains("gzip"));
            assertTrue(response.headers().firstValue("Content-Encoding").isEmpty());
        }
    }

    @Test
    void libcurlsCookies() throws Exception {
        try (HttpPeer peer = new HttpPeer(exchange -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=1");
                    HttpPeer.answer(
                            exchange, 200, "" + exchange.getRequestHeaders().getFirst("Cookie"));
                });
                Share share = new Share(LockData.COOKIE);
                HttpClient client = builder().cookieEngine(share).build()) {
            assertEquals("null", get(client, peer.url("/")).body());
            assertEquals("a=1", get(client, peer.url("/")).body());
        }
    }

    @Test
    void fieldsCannotEndTheirLine() throws Exception {
        try (HttpPeer peer = new HttpPeer();
                HttpClient client = builder()
                        .cookieHandler(new CookieManager() {
                            @Override
                            public java.util.Map<String, List<String>> get(
                                    URI uri, java.util.Map<String, List<String>> headers) {
                                return java.util.Map.of("Cookie", List.of("a=1\r\nEvil: yes", "b=2"));
                            }
                        })
                        .build()) {
            peer.serve(exchange -> HttpPeer.answer(
                    exchange,
                    200,
                    exchange.getRequestHeaders().get("Cookie") + " "
                            + exchange.getRequestHeaders().get("Evil")));
            assertEquals("[b=2] null", get(client, peer.url("/")).body());
        }
    }

    @Test
    void versions() throws Exception {
        Needs.feature("HTTP2");
        try (HttpPeer peer = new HttpPeer(exchange -> HttpPeer.answer(
                        exchange, 200, "" + exchange.getRequestHeaders().getFirst("Upgrade")));
                HttpClient client = builder().build()) {
            assertEquals("h2c", get(client, peer.url("/")).body());
            var plain = HttpRequest.newBuilder(URI.create(peer.url("/")))
                    .version(Version.HTTP_1_1)
                    .build();
            HttpResponse<String> response = client.send(plain, BodyHandlers.ofString());
            assertEquals("null", response.body());
            assertEquals(Version.HTTP_1_1, response.version());
        }
    }

    @Test
    void aClientSaysWhoItIs(@TempDir Path folder) throws Exception {
        try (HttpPeer peer = new HttpPeer(exchange -> HttpPeer.answer(
                        exchange, 200, "" + exchange.getRequestHeaders().getFirst("User-Agent")));
                HttpClient client = builder().build()) {
            assertTrue(get(client, peer.url("/")).body().startsWith("curl-ffm libcurl/"));
            var named = HttpRequest.newBuilder(URI.create(peer.url("/")))
                    .header("User-Agent", "mine")
                    .POST(BodyPublishers.ofFile(Files.writeString(folder.resolve("x"), "x")))
                    .build();
            assertEquals("mine", client.send(named, BodyHandlers.ofString()).body());
        }
    }
}
