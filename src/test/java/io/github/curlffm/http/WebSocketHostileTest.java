package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebSockets with a server that says what it should not, and with users who do. */
@Timeout(60)
class WebSocketHostileTest {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private HttpClient client;

    @BeforeEach
    void libcurlHasThem() {
        Needs.protocol("ws");
        client = CurlHttpClient.newHttpClient();
    }

    /** Accepts, says some bytes, and listens until the client ends, or ends itself. */
    private static WireServer accepting(byte[] bytes, boolean ends) {
        return new WireServer(connection -> {
            String key = connection
                    .readHead()
                    .lines()
                    .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("Sec-WebSocket-Key: ".length());
            connection.write("HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + answer(key) + "\r\n\r\n");
            connection.write(bytes);
            if (!ends) {
                connection.in().readAllBytes();
            }
        });
    }

    private static String answer(String key) throws IOException {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private CompletableFuture<WebSocket> open(WireServer server, WebSocket.Listener listener) {
        return client.newWebSocketBuilder().buildAsync(URI.create(server.url("ws", "/")), listener);
    }

    private void terminates() throws InterruptedException {
        client.shutdown();
        assertTrue(client.awaitTermination(Duration.ofSeconds(30)));
    }

    // --- the handshake
    // ------------------------------------------------------------------------------------------------

    @Test
    void anAnswerThatIsNotOneToTheKeyIsRefused() throws Exception {
        for (String fields : List.of(
                "",
                "Sec-WebSocket-Accept: AAAA\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n")) {
            try (WireServer server = new WireServer(connection -> {
                connection.readHead();
                connection.write("HTTP/1.1 101 X\r\n" + fields + "\r\n");
                connection.in().readAllBytes();
            })) {
                ExecutionException e = assertThrows(
                        ExecutionException.class,
                        () -> open(server, new WebSocket.Listener() {}).get());
                WebSocketHandshakeException refused = assertInstanceOf(WebSocketHandshakeException.class, e.getCause());
                assertEquals(101, refused.getResponse().statusCode());
                assertInstanceOf(ProtocolException.class, refused.getCause());
            }
        }
        terminates();
    }

    @Test
    void aConnectionThatEndsAtOnceHasBeenOpened() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (WireServer server = accepting(new byte[] {(byte) 0x81, 2, 'h', 'i'}, true)) {
                open(server, new WebSocket.Listener() {}).get();
            }
        }
        terminates();
    }

    // --- users
    // --------------------------------------------------------------------------------------------------------

    @Test
    void whatAUserDoesWrongEndsTheConnection() throws Exception {
        IllegalStateException mine = new IllegalStateException("mine");
        for (boolean isThrown : new boolean[] {true, false}) {
            CompletableFuture<Throwable> told = new CompletableFuture<>();
            try (WireServer server = accepting(new byte[0], false)) {
                open(server, new WebSocket.Listener() {
                            @Override
                            public void onOpen(WebSocket socket) {
                                if (isThrown) {
                                    throw mine;
                                }
                                socket.request(0);
                            }

                            @Override
                            public void onError(WebSocket socket, Throwable error) {
                                told.complete(error);
                            }
                        })
                        .get();
                assertEquals(
                        isThrown ? IllegalStateException.class : IllegalArgumentException.class,
                        told.get().getClass());
                client.shutdown();
                assertTrue(client.awaitTermination(Duration.ofSeconds(30)));
                client = CurlHttpClient.newHttpClient();
            }
        }
        client.close();
    }

    @Test
    void whatIsSentIsTakenOutOfItsBufferAndWhatIsRefusedIsNot() throws Exception {
        try (WireServer server = accepting(new byte[0], false)) {
            WebSocket socket = open(server, new WebSocket.Listener() {}).get();
            ByteBuffer ping = ByteBuffer.allocate(10);
            ByteBuffer pong = ByteBuffer.allocate(10);
            socket.sendPing(ping).get();
            socket.sendPong(pong).get();
            assertFalse(ping.hasRemaining() || pong.hasRemaining());

            socket.sendText("a", false).get();
            ByteBuffer refused = ByteBuffer.allocate(10);
            ExecutionException e = assertThrows(
                    ExecutionException.class,
                    () -> socket.sendBinary(refused, true).get());
            assertInstanceOf(IllegalStateException.class, e.getCause());
            assertEquals(10, refused.remaining());
            socket.sendText("b", true).get();
            ByteBuffer sent = ByteBuffer.allocate(10);
            socket.sendBinary(sent, true).get();
            assertFalse(sent.hasRemaining());

            assertInstanceOf(
                    IOException.class,
                    assertThrows(
                                    ExecutionException.class,
                                    () -> socket.sendText("\ud800", true).get())
                            .getCause());
            assertInstanceOf(
                    IllegalArgumentException.class,
                    assertThrows(
                                    ExecutionException.class,
                                    () -> socket.sendClose(1000, "\ud800").get())
                            .getCause());
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> socket.sendPing(ByteBuffer.allocate(1)).obtrudeValue(null));
            socket.abort();
        }
        terminates();
    }

    // --- goodbyes
    // -----------------------------------------------------------------------------------------------------

    private Object goodbye(int... payload) throws Exception {
        byte[] frame = new byte[2 + payload.length];
        frame[0] = (byte) 0x88;
        frame[1] = (byte) payload.length;
        for (int i = 0; i < payload.length; i++) {
            frame[2 + i] = (byte) payload[i];
        }
        CompletableFuture<Object> told = new CompletableFuture<>();
        try (WireServer server = accepting(frame, false)) {
            open(server, new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                            told.complete(status);
                            return null;
                        }

                        @Override
                        public void onError(WebSocket socket, Throwable error) {
                            told.complete(error);
                        }
                    })
                    .get();
            return told.get();
        }
    }

    @Test
    void aGoodbyeThatAServerMustNotSayIsAnError() throws Exception {
        assertInstanceOf(ProtocolException.class, goodbye(3));
        for (int status : new int[] {0, 999, 1004, 1005, 1006, 1010, 1015, 1016, 2999}) {
            assertInstanceOf(ProtocolException.class, goodbye(status >> 8, status & 255), "" + status);
        }
        for (int status : new int[] {1000, 1001, 1011, 1014, 3000, 4999}) {
            assertEquals(status, goodbye(status >> 8, status & 255));
        }
        terminates();
    }
}
