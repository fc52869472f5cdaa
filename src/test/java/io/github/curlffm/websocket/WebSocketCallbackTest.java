package io.github.curlffm.websocket;

import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.WS_OPTIONS;
import static io.github.curlffm.option.WsFlag.BINARY;
import static io.github.curlffm.option.WsFlag.CLOSE;
import static io.github.curlffm.option.WsFlag.CONT;
import static io.github.curlffm.option.WsFlag.TEXT;
import static org.eclipse.jetty.websocket.api.Callback.NOOP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.WebSocket;
import io.github.curlffm.WsFrame;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.option.WsOption;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WebSocketPeer.Received;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

/** A WebSocket whose data go to WRITEFUNCTION and come from READFUNCTION; see WebSocketTest for the other way. */
class WebSocketCallbackTest {

    private final Easy easy = new Easy();

    private WebSocket socket() {
        Needs.protocol("ws");
        return new WebSocket(easy);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says some texts, each after a frame of the client, and goodbye at the end. */
    private static WebSocketPeer asking(String... questions) {
        Deque<String> rest = new ArrayDeque<>(List.of(questions));
        return new WebSocketPeer(new WebSocketPeer.Script() {
            @Override
            public void opened(Session session) {
                next(session);
            }

            @Override
            public void answer(Session session, Received frame) {
                if (!frame.type().equals("CLOSE")) {
                    next(session);
                }
            }

            private void next(Session session) {
                if (rest.isEmpty()) {
                    session.close(1000, "", NOOP);
                } else {
                    session.sendText(rest.remove(), NOOP);
                }
            }
        });
    }

    @Test
    void itIsAskedWhatTheDataAreAndAnswers() throws Exception {
        WebSocket socket = socket();
        List<String> seen = new ArrayList<>();
        try (WebSocketPeer peer = asking("who", "why")) {
            easy.set(URL, peer.url()).set(WRITEFUNCTION, data -> {
                WsFrame frame = socket.meta();
                if (frame.is(TEXT)) {
                    assertEquals(new WsFrame(Set.of(TEXT), 0, 0, data.length), frame);
                    seen.add(new String(data, StandardCharsets.UTF_8));
                    assertEquals(4 + 3, socket.send("not " + seen.getLast()));
                } else {
                    assertTrue(frame.is(CLOSE));
                    seen.add("goodbye");
                    socket.close(1000, "");
                }
            });
            assertNull(socket.meta());
            perform();
            assertNull(socket.meta());
            assertEquals(List.of("who", "why", "goodbye"), seen);
            assertEquals("TEXT not who", peer.take().toString());
            assertEquals("TEXT not why", peer.take().toString());
            assertEquals("CLOSE", peer.take().type());
        }
    }

    /** The server ends the connection after its close frame, which libcurl may take for an end or for an error. */
    private void perform() throws CurlException {
        try {
            easy.perform();
        } catch (CurlException e) {
            assertEquals(CurlException.class, e.getClass(), e::toString);
            assertTrue(Set.of(CurlCode.GOT_NOTHING, CurlCode.RECV_ERROR).contains(e.code()), e::toString);
        }
    }

    @Test
    void inAMulti() throws Exception {
        WebSocket socket = socket();
        List<String> seen = new ArrayList<>();
        try (WebSocketPeer peer = asking("who");
                Multi multi = new Multi()) {
            easy.set(URL, peer.url()).set(WRITEFUNCTION, data -> {
                if (socket.meta().is(TEXT)) {
                    seen.add(new String(data, StandardCharsets.UTF_8));
                    socket.send("me");
                }
            });
            multi.add(easy);
            while (multi.perform() > 0) {
                multi.poll(Duration.ofSeconds(10));
            }
            assertEquals("TEXT me", peer.take().toString());
        }
        assertEquals(List.of("who"), seen);
    }

    @Test
    void aLongFrameComesInPieces() throws Exception {
        WebSocket socket = socket();
        byte[] data = new byte[300_000];
        new Random(1).nextBytes(data);
        ByteBuffer all = ByteBuffer.allocate(data.length);
        WebSocketPeer.Script script = new WebSocketPeer.Script() {
            @Override
            public void opened(Session session) {
                session.sendPartialBinary(ByteBuffer.wrap(data), false, NOOP);
                session.sendPartialBinary(bytes("end"), true, NOOP);
                session.close(1000, "", NOOP);
            }
        };
        List<WsFrame> frames = new ArrayList<>();
        try (WebSocketPeer peer = new WebSocketPeer(script)) {
            easy.set(URL, peer.url()).set(WRITEFUNCTION, piece -> {
                WsFrame frame = socket.meta();
                frames.add(frame);
                if (frame.is(CONT)) {
                    assertEquals(
                            new WsFrame(
                                    Set.of(BINARY, CONT), all.position(), all.remaining() - piece.length, piece.length),
                            frame);
                    all.put(piece);
                }
            });
            perform();
        }
        assertArrayEquals(data, all.array());
        assertTrue(frames.size() > 3, frames::toString);
        assertEquals(new WsFrame(Set.of(BINARY), 0, 0, 3), frames.get(frames.size() - 2));
        assertTrue(frames.getLast().is(CLOSE));
    }

    @Test
    void aSendInACallbackWaitsUntilAllIsSent() throws Exception {
        WebSocket socket = socket();
        byte[] data = new byte[16 * 1024 * 1024];
        new Random(1).nextBytes(data);
        ByteBuffer all = ByteBuffer.wrap(data);
        try (WebSocketPeer peer = asking("?")) {
            easy.set(URL, peer.url()).set(WRITEFUNCTION, piece -> {
                if (all.hasRemaining()) {
                    assertEquals(data.length, socket.send(all, Set.of(BINARY)));
                }
            });
            perform();
            assertFalse(all.hasRemaining());
            assertArrayEquals(data, peer.take().bytes());
        }
    }

    @Test
    void inRawModeTheFramesAreLeftToTheApplication() throws Exception {
        WebSocket socket = socket();
        List<byte[]> seen = new ArrayList<>();
        byte[] pongUnmaskedByZeros = {(byte) 0x8a, (byte) 0x81, 0, 0, 0, 0, '!'};
        try (WebSocketPeer peer = asking("?")) {
            easy.set(URL, peer.url()).set(WS_OPTIONS, Set.of(WsOption.RAW_MODE)).set(WRITEFUNCTION, data -> {
                assertNull(socket.meta());
                if (seen.isEmpty()) {
                    ByteBuffer frame = ByteBuffer.wrap(pongUnmaskedByZeros);
                    assertEquals(7, socket.send(frame, Set.of()));
                    assertFalse(frame.hasRemaining());
                }
                seen.add(data);
            });
            perform();
            assertArrayEquals(new byte[] {(byte) 0x81, 1, '?'}, seen.getFirst());
            assertEquals("PONG !", peer.take().toString());
        }
    }

    @Test
    void anErrorOfASendInACallbackIsThrownThere() throws Exception {
        WebSocket socket = socket();
        List<CurlException> caught = new ArrayList<>();
        try (WebSocketPeer peer = asking("?")) {
            easy.set(URL, peer.url()).set(WRITEFUNCTION, data -> {
                if (caught.isEmpty()) {
                    caught.add(assertThrows(CurlException.class, () -> socket.send(bytes("x"), Set.of())));
                    socket.send("x");
                }
            });
            perform();
            assertEquals("TEXT x", peer.take().toString());
        }
        assertEquals(1, caught.size());
    }

    @Test
    void anExceptionInTheCallbackEndsIt() throws Exception {
        Needs.protocol("ws");
        try (WebSocketPeer peer = new WebSocketPeer(new WebSocketPeer.Script() {
            @Override
            public void opened(Session session) {
                session.sendText("?", NOOP);
            }
        })) {
            Exploding.check(
                    CurlCode.WRITE_ERROR,
                    (handle, exploding) -> handle.set(URL, peer.url()).set(WRITEFUNCTION, data -> exploding.explode()));
            Bystanders.checkNoneRunsAfter((handle, bystanders) ->
                    handle.set(URL, peer.url()).set(WRITEFUNCTION, data -> bystanders.explode()));
        }
    }

    @Test
    void theHandleIsNotClosedFromInside() throws Exception {
        WebSocket socket = socket();
        try (WebSocketPeer peer = asking("?")) {
            easy.set(URL, peer.url()).set(WRITEFUNCTION, data -> {
                assertThrows(IllegalStateException.class, easy::close);
                socket.send("x");
            });
            perform();
            assertEquals("TEXT x", peer.take().toString());
        }
    }

    @Test
    void aSecondThreadIsTurnedAway() throws Exception {
        WebSocket socket = socket();
        List<Throwable> causes = new ArrayList<>();
        try (WebSocketPeer peer = asking("?");
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            List<Callable<Object>> uses =
                    List.of(() -> socket.send("x"), () -> socket.recv(ByteBuffer.allocate(1)), socket::meta);
            easy.set(URL, peer.url()).set(WRITEFUNCTION, data -> {
                for (Callable<Object> use : causes.isEmpty() ? uses : List.<Callable<Object>>of()) {
                    causes.add(assertThrows(
                                    ExecutionException.class,
                                    () -> thread.submit(use).get())
                            .getCause());
                }
                socket.send("x");
            });
            perform();
        }
        assertEquals(3, causes.size());
        for (Throwable cause : causes) {
            assertTrue(cause.getMessage().startsWith("this Easy is in use by another thread"), cause::toString);
        }
    }

    @Test
    void framesAreStartedByTheReadFunction() throws Exception {
        WebSocket socket = socket();
        Needs.libcurl("8.16.0");
        Deque<String> texts = new ArrayDeque<>(List.of("first", "second", "\u00fc"));
        try (WebSocketPeer peer = asking("go on", "and on", "and on")) {
            easy.set(URL, peer.url())
                    .set(UPLOAD, true)
                    .set(WRITEFUNCTION, data -> {})
                    .set(READFUNCTION, buffer -> {
                        if (texts.isEmpty()) {
                            return 0;
                        }
                        byte[] text = texts.remove().getBytes(StandardCharsets.UTF_8);
                        socket.startFrame(Set.of(TEXT), text.length);
                        System.arraycopy(text, 0, buffer, 0, text.length);
                        return text.length;
                    });
            perform();
            assertEquals("TEXT first", peer.take().toString());
            assertEquals("TEXT second", peer.take().toString());
            assertEquals("TEXT \u00fc", peer.take().toString());
        }
    }

    @Test
    void aFrameIsNotStartedInTheMiddleOfAnother() throws Exception {
        WebSocket socket = socket();
        Needs.libcurl("8.16.0");
        assertThrows(CurlException.class, () -> socket.startFrame(Set.of(TEXT), 1));
        List<CurlException> caught = new ArrayList<>();
        try (WebSocketPeer peer = asking("go on")) {
            easy.set(URL, peer.url())
                    .set(UPLOAD, true)
                    .set(WRITEFUNCTION, data -> {})
                    .set(READFUNCTION, buffer -> {
                        socket.startFrame(Set.of(TEXT), 5);
                        caught.add(assertThrows(CurlException.class, () -> socket.startFrame(Set.of(TEXT), 5)));
                        return ReadCallback.ABORT;
                    });
            assertEquals(
                    CurlCode.ABORTED_BY_CALLBACK,
                    assertThrows(CurlException.class, easy::perform).code());
        }
        assertEquals(CurlCode.SEND_ERROR, caught.getFirst().code());
    }

    @Test
    void whatTheLoadedLibcurlLacksIsNamed() {
        boolean webSocket = Curl.version().protocols().contains("ws");
        Needs.that(!webSocket || !Loaded.isAtLeast("8.16.0"), "a libcurl that lacks some of WebSocket");
        if (webSocket) {
            WebSocket socket = new WebSocket(easy);
            var e = assertThrows(UnsupportedOperationException.class, () -> socket.startFrame(Set.of(TEXT), 1));
            assertTrue(e.getMessage().startsWith("curl_ws_start_frame came with libcurl 8.16.0; "), e::toString);
        } else {
            var e = assertThrows(UnsupportedOperationException.class, () -> new WebSocket(easy));
            assertTrue(e.getMessage().contains(" was built without WebSocket"), e::toString);
            assertTrue(e.getMessage().startsWith("libcurl " + Curl.version().version()), e::toString);
        }
    }
}
