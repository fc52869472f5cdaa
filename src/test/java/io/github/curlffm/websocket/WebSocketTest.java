package io.github.curlffm.websocket;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.CONNECT_ONLY;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WS_OPTIONS;
import static io.github.curlffm.option.WsFlag.BINARY;
import static io.github.curlffm.option.WsFlag.CLOSE;
import static io.github.curlffm.option.WsFlag.CONT;
import static io.github.curlffm.option.WsFlag.OFFSET;
import static io.github.curlffm.option.WsFlag.PING;
import static io.github.curlffm.option.WsFlag.PONG;
import static io.github.curlffm.option.WsFlag.TEXT;
import static org.eclipse.jetty.websocket.api.Callback.NOOP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.WsFrame;
import io.github.curlffm.option.WsFlag;
import io.github.curlffm.option.WsOption;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WebSocketPeer.Received;
import io.github.curlffm.testing.WsClient;
import io.github.curlffm.testing.WsClient.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A WebSocket that is only connected; see WebSocketCallbackTest for the other way. */
class WebSocketTest {

    private static final int CLOSES = 40;

    @BeforeEach
    void libcurlHasThem() {
        Needs.protocol("ws");
    }

    /** Says something first, and then echoes text. */
    private static WebSocketPeer.Script saying(Opening opening) {
        return new WebSocketPeer.Script() {
            @Override
            public void opened(Session session) throws Exception {
                opening.say(session);
            }

            @Override
            public void answer(Session session, Received frame) {
                if (frame.type().equals("TEXT")) {
                    session.sendText(frame.text(), NOOP);
                }
            }
        };
    }

    @FunctionalInterface
    private interface Opening {
        void say(Session session) throws Exception;
    }

    @FunctionalInterface
    private interface Talk {
        void with(WsClient client, WebSocketPeer peer) throws Exception;
    }

    private static void talk(Opening opening, Talk talk) throws Exception {
        try (WebSocketPeer peer = new WebSocketPeer(saying(opening));
                WsClient client = new WsClient()) {
            talk.with(client.connect(peer.url()), peer);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textThereAndBack() throws Exception {
        talk(session -> {}, (client, peer) -> {
            assertEquals(6, client.socket.send("gr\u00fc\u00df"));
            assertEquals("TEXT gr\u00fc\u00df", peer.take().toString());
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 0, 0, 6), "gr\u00fc\u00df"), client.receive());
        });
    }

    @Test
    void everyKindOfFrameIsSent() throws Exception {
        talk(session -> {}, (client, peer) -> {
            List<Object> arrived = new ArrayList<>();
            for (WsFlag flag : List.of(TEXT, BINARY, PING, PONG)) {
                assertEquals(2, client.socket.send(bytes("ab"), Set.of(flag)));
                arrived.add(peer.take().type());
            }
            assertEquals(List.of("TEXT", "BINARY", "PING", "PONG"), arrived);
        });
    }

    @Test
    void anEmptyFrameIsAFrame() throws Exception {
        talk(session -> {}, (client, peer) -> {
            assertEquals(0, client.socket.send(""));
            assertEquals("TEXT ", peer.take().toString());
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 0, 0, 0), ""), client.receive());
        });
    }

    @Test
    void everyKindOfFrameIsReceived() throws Exception {
        Opening opening = session -> {
            session.sendText("text", NOOP);
            session.sendBinary(bytes("binary"), NOOP);
            session.sendPong(bytes("pong"), NOOP);
            session.close(4000, "bye", NOOP);
        };
        talk(opening, (client, peer) -> {
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 0, 0, 4), "text"), client.receive());
            assertEquals(new Piece(new WsFrame(Set.of(BINARY), 0, 0, 6), "binary"), client.receive());
            assertEquals(new Piece(new WsFrame(Set.of(PONG), 0, 0, 4), "pong"), client.receive());
            Piece close = client.receive();
            assertEquals(new WsFrame(Set.of(CLOSE), 0, 0, 5), close.frame());
            assertTrue(close.frame().is(CLOSE));
            assertFalse(close.frame().is(TEXT));
            assertTrue(close.text().endsWith("bye"));
            client.socket.close(1000, "");
            CurlException end = assertThrows(CurlException.class, client::receive);
            assertEquals(CurlCode.GOT_NOTHING, end.code(), end::toString);
        });
    }

    @Test
    void aFrameComesInPiecesThatFitTheBuffer() throws Exception {
        talk(session -> session.sendText("0123456789", NOOP), (client, peer) -> {
            Piece nothing = client.receive(0);
            assertEquals("", nothing.text());
            assertEquals(new WsFrame(Set.of(TEXT), 0, 10, 0), nothing.frame());
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 0, 6, 4), "0123"), client.receive(4));
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 4, 2, 4), "4567"), client.receive(4));
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 8, 0, 2), "89"), client.receive(4));
            assertNull(client.socket.recv(ByteBuffer.allocate(4)));
        });
    }

    @Test
    void theFramesOfAMessageAreTold() throws Exception {
        Opening opening = session -> {
            session.sendPartialText("a", false, NOOP);
            session.sendPartialText("b", false, NOOP);
            session.sendPartialText("c", true, NOOP);
        };
        talk(opening, (client, peer) -> {
            assertEquals(new Piece(new WsFrame(Set.of(TEXT, CONT), 0, 0, 1), "a"), client.receive());
            assertEquals(new Piece(new WsFrame(Set.of(TEXT, CONT), 0, 0, 1), "b"), client.receive());
            assertEquals(new Piece(new WsFrame(Set.of(TEXT), 0, 0, 1), "c"), client.receive());
        });
    }

    @Test
    void aMessageIsSentInFrames() throws Exception {
        talk(session -> {}, (client, peer) -> {
            client.socket.send(bytes("a"), Set.of(BINARY, CONT));
            client.socket.send(bytes("b"), Set.of(BINARY, CONT));
            client.socket.send(bytes("c"), Set.of(BINARY));
            assertEquals("BINARY... a", peer.take().toString());
            assertEquals("CONTINUATION... b", peer.take().toString());
            assertEquals("CONTINUATION c", peer.take().toString());
        });
    }

    @Test
    void aFrameIsSentInParts() throws Exception {
        talk(session -> {}, (client, peer) -> {
            assertEquals(3, client.socket.send(bytes("abc"), Set.of(TEXT, OFFSET), 5));
            assertEquals(2, client.socket.send(bytes("de"), Set.of(TEXT, OFFSET), 0));
            assertEquals("TEXT abcde", peer.take().toString());
        });
    }

    @Test
    void aPingIsAnswered() throws Exception {
        Opening opening = session -> {
            session.sendPing(bytes("are you there"), NOOP);
            session.sendText("after", NOOP);
        };
        talk(opening, (client, peer) -> {
            assertEquals("after", client.receive().text());
            client.socket.send("sends the pong too, where libcurl put it off");
            assertEquals("PONG are you there", peer.take().toString());
        });
    }

    @Test
    void aPingIsLeftToTheApplication() throws Exception {
        Needs.libcurl("8.14.0");
        try (WebSocketPeer peer = new WebSocketPeer(saying(session -> session.sendPing(bytes("?"), NOOP)));
                WsClient client = new WsClient()) {
            client.easy.set(WS_OPTIONS, Set.of(WsOption.NOAUTOPONG));
            client.connect(peer.url());
            assertEquals(new Piece(new WsFrame(Set.of(PING), 0, 0, 1), "?"), client.receive());
            client.socket.send(bytes("!"), Set.of(PONG));
            assertEquals("PONG !", peer.take().toString());
        }
    }

    @Test
    void goodbye() throws Exception {
        talk(session -> {}, (client, peer) -> {
            assertEquals(2 + 4, client.socket.close(1000, "done"));
            Received close = peer.take();
            assertArrayEquals(new byte[] {3, (byte) 0xe8, 'd', 'o', 'n', 'e'}, close.bytes());
            assertTrue(client.receive().frame().is(CLOSE));
        });
    }

    @Test
    void aGoodbyeThatNoFrameCanHoldIsRefused() throws Exception {
        talk(session -> {}, (client, peer) -> {
            assertThrows(IllegalArgumentException.class, () -> client.socket.close(999, ""));
            assertThrows(IllegalArgumentException.class, () -> client.socket.close(5000, ""));
            assertThrows(IllegalArgumentException.class, () -> client.socket.close(1000, "\u00fc".repeat(62)));
            assertEquals(2 + 123, client.socket.close(1000, "x".repeat(123)));
            assertEquals("CLOSE", peer.take().type());
        });
    }

    @Test
    void aLongFrameIsSentByManyCalls() throws Exception {
        byte[] data = new byte[16 * 1024 * 1024];
        new Random(1).nextBytes(data);
        talk(session -> {}, (client, peer) -> {
            ByteBuffer all = ByteBuffer.allocateDirect(data.length).put(data).flip();
            int calls = client.sendAll(all, BINARY);
            assertTrue(calls > 1, "the connection took " + data.length + " bytes at once");
            assertArrayEquals(data, peer.take().bytes());
        });
    }

    @Test
    void buffersOfEveryKind() throws Exception {
        talk(session -> {}, (client, peer) -> {
            ByteBuffer slice = bytes("..abc..").position(2).limit(5);
            assertEquals(3, client.socket.send(slice.asReadOnlyBuffer(), Set.of(TEXT)));
            assertEquals("TEXT abc", peer.take().toString());
            assertEquals(2, slice.position(), "of the original");
            client.socket.send(slice, Set.of(TEXT));
            assertEquals(5, slice.position());
            client.receive();
            ByteBuffer direct = ByteBuffer.allocateDirect(16).position(2).limit(7);
            assertEquals(3, client.receive(direct).length());
            assertEquals(5, direct.position());
            assertEquals(
                    "abc",
                    StandardCharsets.UTF_8.decode(direct.flip().position(2)).toString());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> client.socket.recv(ByteBuffer.allocate(1).asReadOnlyBuffer()));
        });
    }

    @Test
    void flagsThatMakeNoFrameAreRefused() throws Exception {
        talk(session -> {}, (client, peer) -> {
            for (Set<WsFlag> flags : List.of(Set.<WsFlag>of(), Set.of(TEXT, BINARY), Set.of(PING, CONT))) {
                assertThrows(CurlException.class, () -> client.socket.send(bytes("x"), flags), flags::toString);
            }
            CurlException e =
                    assertThrows(CurlException.class, () -> client.socket.send(bytes("x".repeat(126)), Set.of(PING)));
            assertTrue(
                    Set.of(CurlCode.TOO_LARGE, CurlCode.BAD_FUNCTION_ARGUMENT).contains(e.code()), e::toString);
            client.socket.send("still there");
            assertEquals("TEXT still there", peer.take().toString());
        });
    }

    @Test
    void overTls() throws Exception {
        TestCertificates certificates = new TestCertificates("127.0.0.1");
        try (WebSocketPeer peer = new WebSocketPeer(saying(session -> {}), certificates);
                WsClient client = new WsClient()) {
            client.easy.set(CAINFO_BLOB, certificates.authority());
            client.connect(peer.url());
            client.socket.send("secret");
            assertEquals("secret", client.receive().text());
        }
    }

    @Test
    void aServerThatHasNoWebSocketIsRefused() {
        try (HttpPeer peer = HttpPeer.answering("no");
                WsClient client = new WsClient()) {
            CurlException e = assertThrows(
                    CurlException.class, () -> client.connect(peer.url("/").replace("http:", "ws:")));
            assertEquals(CurlCode.HTTP_RETURNED_ERROR, e.code(), e::toString);
        }
    }

    @Test
    void withoutAConnectionNothingIsSentOrReceived() throws Exception {
        try (WsClient client = new WsClient();
                HttpPeer peer = HttpPeer.answering("no")) {
            assertThrows(CurlException.class, () -> client.socket.send("x"));
            assertThrows(CurlException.class, () -> client.socket.recv(ByteBuffer.allocate(1)));
            client.easy.set(URL, peer.url("/")).set(CONNECT_ONLY, 1).perform();
            assertThrows(CurlException.class, () -> client.socket.send("x"));
            assertThrows(CurlException.class, () -> client.socket.recv(ByteBuffer.allocate(1)));
            assertNull(client.socket.meta());
        }
    }

    @Test
    void itEndsWithItsHandle() throws Exception {
        talk(session -> {}, (client, peer) -> {
            client.easy.close();
            assertThrows(IllegalStateException.class, () -> client.socket.send("x"));
            assertThrows(IllegalStateException.class, () -> client.socket.recv(ByteBuffer.allocate(1)));
            assertThrows(IllegalStateException.class, client.socket::meta);
        });
    }

    @Test
    void itMayMoveToAnotherThread() throws Exception {
        talk(session -> {}, (client, peer) -> {
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                thread.submit(() -> client.socket.send("elsewhere")).get();
            }
            assertEquals("elsewhere", client.receive().text());
        });
    }

    /** Sends and receives until the handle is closed, and {@return what says so}. */
    private static IllegalStateException chat(WsClient client, CountDownLatch begun) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        while (true) {
            try {
                client.socket.send("text");
                client.socket.recv(buffer.clear());
            } catch (IllegalStateException e) {
                if (client.easy.isClosed()) {
                    return e;
                }
            } catch (CurlException theOtherThreadHasSaidGoodbye) {
                assertNotEquals(CurlCode.OK, theOtherThreadHasSaidGoodbye.code());
            }
            begun.countDown();
        }
    }

    @Test
    void itsHandleMayBeClosedInAnotherThreadAtAnyMoment() throws Exception {
        try (WebSocketPeer peer = new WebSocketPeer();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < CLOSES; i++) {
                try (WsClient client = new WsClient()) {
                    client.connect(peer.url());
                    CountDownLatch begun = new CountDownLatch(1);
                    Future<IllegalStateException> chatting = thread.submit(() -> chat(client, begun));
                    begun.await();
                    boolean goodbye = i % 2 == 0;
                    while (!client.easy.isClosed()) {
                        try {
                            if (goodbye) {
                                client.socket.close(1000, "");
                                goodbye = false;
                            }
                            client.easy.close();
                        } catch (IllegalStateException inUse) {
                            assertTrue(inUse.getMessage().contains("in use by another thread"), inUse::toString);
                        }
                    }
                    String message = chatting.get().getMessage();
                    assertTrue(message.matches("this (Easy is closed|Easy is in use by another thread .*)"), message);
                }
            }
        }
    }
}
