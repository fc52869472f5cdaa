package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WebSocketPeer.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WebSockets as java.net.http has them. */
class WebSocketContractTest {

    private static final int SECONDS = 30;

    /** Says what it hears. */
    private static final class Echo implements WebSocketPeer.Script {
        @Override
        public void answer(Session session, Received frame) {
            switch (frame.type()) {
                case "TEXT", "CONTINUATION" -> session.sendPartialText(frame.text(), frame.last(), Callback.NOOP);
                case "BINARY" -> session.sendPartialBinary(ByteBuffer.wrap(frame.bytes()), frame.last(), Callback.NOOP);
                case "PING" -> session.sendPong(ByteBuffer.wrap(frame.bytes()), Callback.NOOP);
                default -> {}
            }
        }
    }

    /** Keeps what it is told, and asks for one more each time. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final boolean asks;

        Ear(boolean asks) {
            this.asks = asks;
        }

        String next() throws InterruptedException {
            String next = heard.poll(SECONDS, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }

        private CompletionStage<?> heard(WebSocket socket, String what) {
            heard.add(what);
            if (asks) {
                socket.request(1);
            }
            return null;
        }

        @Override
        public void onOpen(WebSocket socket) {
            heard(socket, "open");
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            return heard(socket, "text " + (data.length() > 20 ? data.length() : data) + (last ? "" : "..."));
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            return heard(socket, "binary " + data.remaining() + (last ? "" : "..."));
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
            return heard(socket, "ping " + data.remaining());
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
            return heard(socket, "pong " + data.remaining());
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            return heard(socket, "close " + status + " " + reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable thrown) {
            heard.add("error " + thrown.getClass().getSimpleName());
        }
    }

    @BeforeEach
    void needs() {
        Needs.protocol("ws");
    }

    private static WebSocket open(HttpClient client, WebSocketPeer peer, Ear ear) throws Exception {
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(peer.url()), ear)
                .get(SECONDS, TimeUnit.SECONDS);
        assertEquals("open", ear.next());
        return socket;
    }

    @ParameterizedTest
    @EnumSource
    void messages(Client kind) throws Exception {
        Ear ear = new Ear(true);
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new Echo())) {
            WebSocket socket = open(client, peer, ear);
            assertEquals(socket, socket.sendText("grüße", true).get(SECONDS, TimeUnit.SECONDS));
            assertEquals("TEXT grüße", peer.take().toString());
            assertEquals("text grüße", ear.next());
            socket.sendText("one ", false).join();
            socket.sendText("two", true).join();
            assertEquals("TEXT... one ", peer.take().toString());
            assertEquals("CONTINUATION two", peer.take().toString());
            assertEquals("text one ...", ear.next());
            assertEquals("text two", ear.next());
            ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});
            socket.sendBinary(bytes, true).join();
            assertEquals(0, bytes.remaining());
            assertEquals("BINARY", peer.take().type());
            assertEquals("binary 3", ear.next());
            socket.sendText("", true).join();
            assertEquals("TEXT ", peer.take().toString());
            if (kind == Client.JDK || !Loaded.isAtLeast("8.14.0") || Loaded.isAtLeast("8.15.0")) {
                assertEquals("text ", ear.next());
            }
            socket.sendPing(ByteBuffer.wrap(new byte[5])).join();
            assertEquals("PING", peer.take().type());
            assertEquals("pong 5", ear.next());
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
            assertTrue(socket.isOutputClosed());
            assertEquals("close 1000 bye", ear.next());
            client.shutdown();
            assertTrue(client.awaitTermination(Duration.ofSeconds(SECONDS)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void longMessagesComeInPieces(Client kind) throws Exception {
        Ear ear = new Ear(true);
        String text = "é\uD83D\uDE00x".repeat(300_000);
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new Echo())) {
            WebSocket socket = open(client, peer, ear);
            socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
            int length = 0;
            for (String piece = ""; piece.isEmpty() || piece.endsWith("..."); length += length(piece)) {
                piece = ear.next();
            }
            assertEquals(text.length(), length);
            socket.abort();
        }
    }

    private static int length(String piece) {
        String what = piece.substring("text ".length()).replace("...", "");
        return what.matches("[0-9]+") ? Integer.parseInt(what) : what.length();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsToldMoreThanHeAsksFor(Client kind) throws Exception {
        Ear ear = new Ear(false);
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new Echo())) {
            WebSocket socket = open(client, peer, ear);
            for (String word : List.of("a", "b", "c")) {
                socket.sendText(word, true).join();
                peer.take();
            }
            socket.request(2);
            assertEquals("text a", ear.next());
            assertEquals("text b", ear.next());
            assertEquals(null, ear.heard.poll(200, TimeUnit.MILLISECONDS));
            socket.request(1);
            assertEquals("text c", ear.next());
            socket.abort();
            assertTrue(socket.isInputClosed());
            assertTrue(socket.isOutputClosed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theServerSaysGoodbye(Client kind) throws Exception {
        Ear ear = new Ear(true);
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new WebSocketPeer.Script() {
                    @Override
                    public void answer(Session session, Received frame) {
                        if (frame.type().equals("TEXT")) {
                            session.close(4001, "enough", Callback.NOOP);
                        }
                    }
                })) {
            WebSocket socket = open(client, peer, ear);
            socket.sendText("hello", true).join();
            assertEquals("TEXT hello", peer.take().toString());
            assertEquals("close 4001 enough", ear.next());
            assertEquals("CLOSE", peer.take().type());
            client.shutdown();
            assertTrue(client.awaitTermination(Duration.ofSeconds(SECONDS)));
            assertInstanceOf(
                    IOException.class,
                    assertThrows(
                                    CompletionException.class,
                                    () -> socket.sendText("late", true).join())
                            .getCause());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theServerPings(Client kind) throws Exception {
        if (kind == Client.CURL) {
            Needs.libcurl("8.14.0", "do not tell of pings");
        }
        Ear ear = new Ear(true);
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new WebSocketPeer.Script() {
                    @Override
                    public void opened(Session session) {
                        session.sendPing(ByteBuffer.wrap(new byte[3]), Callback.NOOP);
                    }
                })) {
            WebSocket socket = open(client, peer, ear);
            assertEquals("ping 3", ear.next());
            Received pong = peer.take();
            assertEquals("PONG", pong.type());
            assertEquals(3, pong.bytes().length);
            socket.abort();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noWebSocket(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build();
                HttpPeer peer = new HttpPeer()) {
            var failed = client.newWebSocketBuilder()
                    .buildAsync(URI.create(peer.url("/").replace("http", "ws")), new Ear(true));
            var thrown = assertThrows(CompletionException.class, failed::join).getCause();
            var refused = assertInstanceOf(WebSocketHandshakeException.class, thrown);
            assertEquals(200, refused.getResponse().statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeSent(Client kind) throws Exception {
        Ear ear = new Ear(true);
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new Echo())) {
            var builder = client.newWebSocketBuilder();
            assertFails(IllegalArgumentException.class, builder.buildAsync(URI.create("http://localhost/"), ear));
            assertFails(IllegalArgumentException.class, builder.buildAsync(URI.create("ws://localhost/#x"), ear));
            assertFails(
                    IllegalArgumentException.class,
                    client.newWebSocketBuilder()
                            .header("Sec-WebSocket-Key", "x")
                            .buildAsync(URI.create(peer.url()), ear));
            assertFails(
                    IllegalArgumentException.class,
                    client.newWebSocketBuilder().subprotocols("a", "a").buildAsync(URI.create(peer.url()), ear));
            WebSocket socket = open(client, peer, ear);
            assertFails(IllegalArgumentException.class, socket.sendPing(ByteBuffer.allocate(126)));
            assertFails(IllegalArgumentException.class, socket.sendClose(1006, ""));
            assertFails(IllegalArgumentException.class, socket.sendClose(1000, "x".repeat(124)));
            assertFails(IOException.class, socket.sendText("\uD800", true));
            socket.sendText("a", false).join();
            assertFails(IllegalStateException.class, socket.sendBinary(ByteBuffer.allocate(1), true));
            socket.abort();
            assertFails(IOException.class, socket.sendText("b", true));
        }
    }

    private static void assertFails(Class<? extends Throwable> expected, CompletableFuture<?> future) {
        Throwable thrown = assertThrows(CompletionException.class, future::join).getCause();
        assertInstanceOf(expected, thrown);
    }

    /** None of them has a thread. */
    @ParameterizedTest
    @EnumSource(names = "CURL")
    void manyAtOnce(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build();
                WebSocketPeer peer = new WebSocketPeer(new Echo())) {
            List<Ear> ears = new ArrayList<>();
            List<WebSocket> sockets = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                ears.add(new Ear(true));
                sockets.add(open(client, peer, ears.getLast()));
            }
            for (int i = 0; i < 100; i++) {
                sockets.get(i).sendText("I am " + i, true);
            }
            for (int i = 0; i < 100; i++) {
                assertEquals("text I am " + i, ears.get(i).next());
                sockets.get(i).abort();
            }
        }
    }
}
