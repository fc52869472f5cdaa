package io.github.curlffm.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.WsFrame;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WsClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for a frame. */
class WebSocketWaitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CompletableFuture<Session> server = new CompletableFuture<>();
    private WebSocketPeer peer;
    private WsClient client;

    @BeforeEach
    void connect() throws Exception {
        Needs.protocol("ws");
        peer = new WebSocketPeer(new WebSocketPeer.Script() {
            @Override
            public void opened(Session session) {
                server.complete(session);
            }
        });
        client = new WsClient().connect(peer.url());
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
            peer.close();
        }
    }

    private WsFrame receive(Duration timeout) throws CurlException {
        return client.socket.recv(ByteBuffer.allocate(100), timeout);
    }

    @Test
    void nothingComesInTime() throws Exception {
        assertNull(receive(Duration.ZERO));
        assertNull(receive(Duration.ofSeconds(-1)));
        long begin = System.nanoTime();
        assertNull(receive(Duration.ofMillis(20)));
        assertTrue(System.nanoTime() - begin >= 20_000_000);
    }

    @Test
    void aFrameThatComesMeanwhileEndsTheWaiting() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Thread sender = Thread.startVirtualThread(() -> {
            try {
                waits.await();
                server.get().sendText("hello", Callback.NOOP);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        waits.countDown();
        assertEquals(5, receive(LONG).length());
        sender.join();
    }

    /** More of them than there are carriers: if they were pinned, the one that is to send could not. */
    @Test
    void virtualThreadsPark() throws Exception {
        int many = 2 * Runtime.getRuntime().availableProcessors() + 2;
        List<Future<WsFrame>> all = new ArrayList<>();
        BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                WebSocketPeer manyPeer = new WebSocketPeer(new WebSocketPeer.Script() {
                    @Override
                    public void opened(Session session) {
                        sessions.add(session);
                    }
                })) {
            CountDownLatch connected = new CountDownLatch(many);
            for (int i = 0; i < many; i++) {
                all.add(virtual.submit(() -> {
                    try (WsClient own = new WsClient().connect(manyPeer.url())) {
                        connected.countDown();
                        return own.socket.recv(ByteBuffer.allocate(10), LONG);
                    }
                }));
            }
            virtual.submit(() -> {
                        connected.await();
                        for (int i = 0; i < many; i++) {
                            sessions.take().sendText("go", Callback.NOOP);
                        }
                        return null;
                    })
                    .get();
            for (Future<WsFrame> one : all) {
                assertEquals(2, one.get().length());
            }
        }
    }

    @Test
    void abortAndInterruptEndTheWaiting() throws Exception {
        for (boolean virtual : new boolean[] {false, true}) {
            for (boolean interrupt : new boolean[] {false, true}) {
                CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
                CountDownLatch begun = new CountDownLatch(1);
                Runnable waiting = () -> {
                    begun.countDown();
                    try {
                        receive(LONG);
                        interrupted.completeExceptionally(new AssertionError("something came"));
                    } catch (Throwable t) {
                        interrupted.completeExceptionally(t);
                    }
                };
                Thread thread = virtual
                        ? Thread.ofVirtual().start(waiting)
                        : Thread.ofPlatform().start(waiting);
                begun.await();
                while (!interrupted.isDone()) { // the abort of what has not begun is for nothing
                    if (interrupt) {
                        thread.interrupt();
                    } else {
                        client.easy.abort();
                    }
                    Thread.onSpinWait();
                }
                thread.join();
                ExecutionException failed = assertThrows(ExecutionException.class, interrupted::get);
                CurlException e = assertInstanceOf(CurlException.class, failed.getCause());
                assertEquals(CurlCode.ABORTED_BY_CALLBACK, e.code());
                assertTrue(e.getMessage().contains(interrupt ? "interrupted" : "aborted"), e::getMessage);
            }
        }
        server.get().sendText("still", Callback.NOOP);
        assertEquals(5, receive(LONG).length(), "the connection goes on");
    }

    @Test
    void theEndOfTheConnectionEndsTheWaiting() throws Exception {
        server.get().disconnect();
        CurlException e = assertThrows(CurlException.class, () -> {
            while (true) {
                receive(LONG);
            }
        });
        assertEquals(CurlCode.GOT_NOTHING, e.code());
    }
}
