package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WireServer;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How WebSockets begin: through proxies, with logins, and not at all. */
class WebSocketHandshakeTest {

    private static final Authenticator ME = new Authenticator() {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("me", "pw".toCharArray());
        }
    };

    private static final WebSocket.Listener NOBODY = new WebSocket.Listener() {};

    @BeforeEach
    void needs() {
        Needs.protocol("ws");
    }

    /** Wants a login, and then is a WebSocket. */
    private static WireServer withLogin(List<String> heads) {
        return new WireServer(connection -> {
            for (String head; (head = connection.readHead()) != null; ) {
                heads.add(head);
                if (head.contains("Authorization: Basic bWU6cHc=")) {
                    String key = head.lines()
                            .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                            .findAny()
                            .orElseThrow()
                            .substring("Sec-WebSocket-Key: ".length());
                    byte[] sha = MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
                    connection.write("HTTP/1.1 101 Go on\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(sha) + "\r\n\r\n");
                } else {
                    connection.write("HTTP/1.1 401 Who?\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
                            + "Content-Length: 0\r\n\r\n");
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLogin(Client kind) throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (WireServer peer = withLogin(heads);
                HttpClient client = kind.builder().authenticator(ME).build()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(peer.url("ws", "/")), NOBODY)
                    .get();
            assertEquals(2, heads.size(), heads::toString);
            socket.abort();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noLogin(Client kind) throws Exception {
        try (WireServer peer = withLogin(new CopyOnWriteArrayList<>());
                HttpClient client = kind.builder().build()) {
            var socket = client.newWebSocketBuilder().buildAsync(URI.create(peer.url("ws", "/")), NOBODY);
            Throwable thrown =
                    assertThrows(CompletionException.class, socket::join).getCause();
            var refused = assertInstanceOf(WebSocketHandshakeException.class, thrown);
            assertEquals(401, refused.getResponse().statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void throughAProxy(Client kind) throws Exception {
        try (WebSocketPeer peer = new WebSocketPeer();
                ProxyPeer proxy = new ProxyPeer(null);
                HttpClient client =
                        kind.builder().proxy(ProxySelector.of(proxy.address())).build()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(peer.url()), NOBODY)
                    .get();
            socket.sendText("hello", true).get();
            assertEquals("TEXT hello", peer.take().toString());
            assertTrue(proxy.heads.getFirst().startsWith("CONNECT "), proxy.heads.getFirst());
            socket.abort();
        }
    }

    @Test
    void throughAProxyThatWantsALogin() throws Exception {
        try (WebSocketPeer peer = new WebSocketPeer();
                ProxyPeer proxy = new ProxyPeer("Digest realm=\"p\", nonce=\"n\", algorithm=MD5");
                HttpClient client = CurlHttpClient.newBuilder()
                        .proxy(ProxySelector.of(proxy.address()))
                        .authenticator(ME)
                        .build()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(peer.url()), NOBODY)
                    .get();
            socket.sendText("hello", true).get();
            assertEquals("TEXT hello", peer.take().toString());
            socket.abort();
        }
    }

    /** That the proxy has agreed is not the server's answer. */
    @ParameterizedTest
    @EnumSource
    void aServerBehindAProxyThatIsNoWebSocket(Client kind) throws Exception {
        try (WireServer peer = new WireServer(connection -> {
                    connection.readHead();
                    connection.write("what?");
                });
                ProxyPeer proxy = new ProxyPeer(null);
                HttpClient client =
                        kind.builder().proxy(ProxySelector.of(proxy.address())).build()) {
            var socket = client.newWebSocketBuilder().buildAsync(URI.create(peer.url("ws", "/")), NOBODY);
            Throwable thrown =
                    assertThrows(CompletionException.class, socket::join).getCause();
            assertTrue(
                    !(thrown instanceof WebSocketHandshakeException refused)
                            || refused.getResponse() == null
                            || refused.getResponse().statusCode() != 200,
                    thrown::toString);
        }
    }
}
