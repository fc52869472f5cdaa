package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.SocksPeer;
import io.github.curlffm.testing.TestCertificates;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests through proxies, and logins that libcurl does. */
class ProxyTest {

    private static final TestCertificates CERTIFICATES = new TestCertificates("127.0.0.1");

    private static final Authenticator ME = new Authenticator() {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(getRequestorType() + "", "pw".toCharArray());
        }
    };

    private static HttpRequest to(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }

    @ParameterizedTest
    @EnumSource
    void plainRequests(Client kind) throws Exception {
        try (HttpPeer peer = new HttpPeer();
                ProxyPeer proxy = new ProxyPeer(null);
                HttpClient client =
                        kind.builder().proxy(ProxySelector.of(proxy.address())).build()) {
            URI uri = URI.create(peer.url("/path"));
            assertEquals(
                    HttpPeer.BODY, client.send(to(uri), BodyHandlers.ofString()).body());
            assertTrue(proxy.heads.getFirst().startsWith("GET " + uri + " HTTP/1.1\r\n"), proxy.heads.getFirst());
        }
    }

    @ParameterizedTest
    @EnumSource
    void plainRequestsWithLogin(Client kind) throws Exception {
        try (HttpPeer peer = new HttpPeer();
                ProxyPeer proxy = new ProxyPeer("Basic realm=\"p\"");
                HttpClient client = kind.builder()
                        .proxy(ProxySelector.of(proxy.address()))
                        .authenticator(ME)
                        .build()) {
            URI uri = URI.create(peer.url("/path"));
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        HttpPeer.BODY,
                        client.send(to(uri), BodyHandlers.ofString()).body());
            }
            assertEquals(3, proxy.heads.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tunnels(Client kind) throws Exception {
        Needs.libcurl("7.80.0", "have no PREREQFUNCTION");
        try (TlsPeer peer = new TlsPeer(CERTIFICATES);
                ProxyPeer proxy = new ProxyPeer(null);
                HttpClient client = kind.builder()
                        .proxy(ProxySelector.of(proxy.address()))
                        .sslContext(CERTIFICATES.trustingContext())
                        .build()) {
            assertTrue(
                    client.send(to(peer.uri()), BodyHandlers.ofString()).body().startsWith("HTTP/"));
            assertTrue(proxy.heads.getFirst().startsWith("CONNECT 127.0.0.1:"), proxy.heads.getFirst());
        }
    }

    /** Basic is not for tunnels, unless the JDK's property says so. */
    @ParameterizedTest
    @EnumSource
    void aTunnelThatWantsALogin(Client kind) throws Exception {
        Needs.libcurl("7.80.0", "have no PREREQFUNCTION");
        try (TlsPeer peer = new TlsPeer(CERTIFICATES);
                ProxyPeer proxy = new ProxyPeer("Basic realm=\"p\"");
                HttpClient client = kind.builder()
                        .proxy(ProxySelector.of(proxy.address()))
                        .authenticator(ME)
                        .sslContext(CERTIFICATES.trustingContext())
                        .build()) {
            HttpResponse<String> response = client.send(to(peer.uri()), BodyHandlers.ofString());
            assertEquals(407, response.statusCode());
            assertEquals(0, peer.requests.get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTunnelThatIsRefused(Client kind) throws Exception {
        Needs.libcurl("7.80.0", "have no PREREQFUNCTION");
        try (WireServer refusing = new WireServer(connection -> {
                    connection.readHead();
                    connection.write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
                });
                HttpClient client = kind.builder()
                        .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", refusing.port())))
                        .build()) {
            var request = to(URI.create("https://www.example.com/"));
            IOException e = assertThrows(IOException.class, () -> client.send(request, BodyHandlers.ofString()));
            assertEquals("Tunnel failed, got: 403", e.getMessage());
        }
    }

    @Test
    void digestInATunnel() throws Exception {
        Needs.libcurl("7.80.0", "have no PREREQFUNCTION");
        try (TlsPeer peer = new TlsPeer(CERTIFICATES);
                ProxyPeer proxy = new ProxyPeer("Digest realm=\"p\", nonce=\"n\", algorithm=MD5");
                HttpClient client = Client.CURL
                        .builder()
                        .proxy(ProxySelector.of(proxy.address()))
                        .authenticator(ME)
                        .sslContext(CERTIFICATES.trustingContext())
                        .build()) {
            assertEquals(
                    200, client.send(to(peer.uri()), BodyHandlers.ofString()).statusCode());
            assertTrue(
                    proxy.heads.getLast().contains("Proxy-Authorization: Digest username=\"PROXY\""),
                    proxy.heads.getLast());
        }
    }

    @Test
    void digestAtAServer() throws Exception {
        try (HttpPeer peer = new HttpPeer(exchange -> {
                    String login = exchange.getRequestHeaders().getFirst("Authorization");
                    if (login == null || !login.startsWith("Digest ")) {
                        exchange.getResponseHeaders()
                                .add("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
                        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"r\"");
                        HttpPeer.answer(exchange, 401, "who?");
                    } else {
                        HttpPeer.answer(
                                exchange,
                                200,
                                new String(exchange.getRequestBody().readAllBytes()) + login);
                    }
                });
                HttpClient client = Client.CURL.builder().authenticator(ME).build()) {
            var request = HttpRequest.newBuilder(URI.create(peer.url("/")))
                    .POST(HttpRequest.BodyPublishers.ofString("data "))
                    .build();
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                assertTrue(response.body().startsWith("data Digest username=\"SERVER\""), response.body());
            }
        }
    }

    /** The proxy is told the name, which nobody else knows. */
    @Test
    void socks() throws Exception {
        try (HttpPeer peer = new HttpPeer();
                SocksPeer proxy = new SocksPeer(URI.create(peer.url("/")).getPort());
                HttpClient client =
                        CurlHttpClient.newBuilder().proxy(proxy.selector()).build()) {
            URI uri = URI.create("http://nowhere.invalid/path");
            assertEquals(
                    HttpPeer.BODY, client.send(to(uri), BodyHandlers.ofString()).body());
            assertEquals(List.of("nowhere.invalid"), proxy.names);
        }
    }

    @Test
    void aProxyThatIsNotThere() throws Exception {
        ProxyPeer gone = new ProxyPeer(null);
        gone.close();
        try (HttpClient client =
                Client.CURL.builder().proxy(ProxySelector.of(gone.address())).build()) {
            assertThrows(
                    IOException.class,
                    () -> client.send(to(URI.create("http://127.0.0.1:1/")), BodyHandlers.ofString()));
        }
    }
}
