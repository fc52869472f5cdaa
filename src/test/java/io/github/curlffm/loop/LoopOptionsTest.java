package io.github.curlffm.loop;

import static io.github.curlffm.option.Info.NUM_CONNECTS;
import static io.github.curlffm.option.MultiOption.MAXCONNECTS;
import static io.github.curlffm.option.MultiOption.MAX_TOTAL_CONNECTIONS;
import static io.github.curlffm.option.MultiOption.NOTIFYFUNCTION;
import static io.github.curlffm.option.MultiOption.PUSHFUNCTION;
import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;
import static io.github.curlffm.option.Option.HTTP_VERSION;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushCallback.Result;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The options of the multis of a loop, what is pushed, and what callbacks of a multi throw. */
class LoopOptionsTest {

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final Transfers transfers = new Transfers();
    private final Valve valve = new Valve();
    private final EventLoop loop = new EventLoop();

    @AfterEach
    void endWhatATestThatFailedLeft() {
        loop.shutdownNow();
    }

    @Test
    void anOptionIsSetForEachThread() throws Exception {
        try (EventLoop three = new EventLoop(3)) {
            assertSame(three, three.set(MAX_TOTAL_CONNECTIONS, 1));
            List<CompletableFuture<Easy>> futures = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                futures.add(three.start(transfers.get(peer.url("/" + i))));
            }
            long connections = 0;
            for (CompletableFuture<Easy> future : futures) {
                connections += future.get().get(NUM_CONNECTS);
            }
            assertEquals(1, connections, "for one host there is one thread, which may have one connection");
            assertSame(three, three.unset(MAX_TOTAL_CONNECTIONS));
        }
    }

    @Test
    void itCanBeSetWhileTransfersRun() throws Exception {
        CompletableFuture<Easy> future = loop.start(transfers.get(valve.url("/")));
        valve.awaitRequests(1);
        loop.set(MAXCONNECTS, 3L).unset(MAXCONNECTS);
        valve.open();
        future.get();
    }

    @Test
    void whatIsTheLoopsOwnIsRefused() {
        for (Executable call : List.<Executable>of(
                () -> loop.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {}),
                () -> loop.set(TIMERFUNCTION, timeout -> {}),
                () -> loop.unset(SOCKETFUNCTION),
                () -> loop.unset(TIMERFUNCTION))) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
            assertTrue(e.getMessage().contains("is the EventLoop's own"), e::toString);
        }
    }

    @Test
    void whatLibcurlRefusesIsThrownToWhoSetsIt() {
        assertThrows(CurlOptionException.class, () -> loop.set(MultiOption.number("NONE", 9999), 1));
        assertThrows(NullPointerException.class, () -> loop.set(MAXCONNECTS, (Long) null));
        assertThrows(NullPointerException.class, () -> loop.unset(null));
    }

    @Test
    void whoWouldWaitForHimselfIsRefused() throws Exception {
        List<IllegalStateException> refused = new ArrayList<>();
        loop.start(transfers
                        .get(peer.url("/"))
                        .set(
                                WRITEFUNCTION,
                                data -> refused.add(
                                        assertThrows(IllegalStateException.class, () -> loop.set(MAXCONNECTS, 1)))))
                .get();
        assertTrue(refused.getFirst().getMessage().startsWith("set() is not possible in a thread of this EventLoop"));
    }

    @Test
    void aLoopThatHasTerminatedHasNoOptions() {
        loop.close();
        assertEquals(
                "this EventLoop has terminated",
                assertThrows(IllegalStateException.class, () -> loop.set(MAXCONNECTS, 1))
                        .getMessage());
    }

    // --- what is pushed
    // -----------------------------------------------------------------------------------------------

    private record Pushed(Easy easy, CompletableFuture<Easy> future) {}

    private final Queue<Pushed> pushes = new ConcurrentLinkedQueue<>();

    private Http2Peer pushing() throws Exception {
        Needs.feature("HTTP2");
        Needs.libcurl("8.1.0", "crash on what is pushed");
        return new Http2Peer("/a", "/b");
    }

    private Easy parent(Http2Peer http2) {
        return transfers.get(http2.url("/")).set(HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE);
    }

    private PushCallback starting(Result result) {
        return (parent, pushed, headers) -> {
            transfers.keepBody(pushed);
            CompletableFuture<Easy> future = loop.start(pushed);
            assertSame(future, loop.start(pushed));
            pushes.add(new Pushed(pushed, future));
            return result;
        };
    }

    @Test
    void aPushedHandleThatIsStartedHasAFuture() throws Exception {
        try (Http2Peer http2 = pushing()) {
            loop.set(PUSHFUNCTION, starting(Result.OK)).start(parent(http2)).get();
            for (Pushed pushed : pushes) {
                try (Easy easy = pushed.future.get()) {
                    assertSame(pushed.easy, easy);
                    assertTrue(transfers.body(easy).matches("this is /[ab]"), transfers.body(easy));
                }
            }
            assertEquals(2, pushes.size());
            assertEquals(0, loop.size());
        }
    }

    @Test
    void aPushedHandleThatNobodyStartsIsClosedByTheLoop() throws Exception {
        List<Easy> all = new ArrayList<>();
        try (Http2Peer http2 = pushing()) {
            loop.set(PUSHFUNCTION, (parent, pushed, headers) -> {
                        all.add(pushed.set(WRITEFUNCTION, data -> {}));
                        return Result.OK;
                    })
                    .start(parent(http2))
                    .get();
            loop.close();
            assertEquals(2, all.size());
            assertTrue(all.stream().allMatch(Easy::isClosed));
        }
    }

    @Test
    void thatWhichIsStartedAndThenRefusedIsCancelled() throws Exception {
        try (Http2Peer http2 = pushing()) {
            loop.set(PUSHFUNCTION, starting(Result.DENY)).start(parent(http2)).get();
            assertEquals(2, pushes.size());
            for (Pushed pushed : pushes) {
                assertThrows(CancellationException.class, pushed.future::get);
                assertTrue(pushed.easy.isClosed());
            }
        }
    }

    @Test
    void aPushedHandleIsCancelledAsAnyOther() throws Exception {
        try (Http2Peer http2 = pushing()) {
            loop.set(PUSHFUNCTION, (parent, pushed, headers) -> {
                        CompletableFuture<Easy> future = loop.start(pushed);
                        pushes.add(new Pushed(pushed, future));
                        future.cancel(true);
                        return Result.OK;
                    })
                    .start(parent(http2))
                    .get();
            for (Pushed pushed : pushes) {
                assertThrows(CancellationException.class, pushed.future::get);
                pushed.easy.close();
            }
        }
    }

    @Test
    void whatAPushFunctionThrowsFailsTheTransferThatItIsAbout() throws Exception {
        IOException thrown = new IOException("thrown");
        CompletableFuture<Easy> other = loop.start(transfers.get(valve.url("/")));
        try (Http2Peer http2 = pushing()) {
            loop.set(PUSHFUNCTION, (parent, pushed, headers) -> {
                throw thrown;
            });
            Throwable failure = EventLoopTest.failure(loop.start(parent(http2)));
            assertSame(
                    thrown, assertInstanceOf(CallbackException.class, failure).getCause());
            AssertionError error = new AssertionError("error");
            loop.set(PUSHFUNCTION, (parent, pushed, headers) -> {
                throw error;
            });
            assertSame(error, EventLoopTest.failure(loop.start(parent(http2))));
        }
        valve.open();
        other.get();
    }

    // --- NOTIFY
    // -------------------------------------------------------------------------------------------------------

    @Test
    void aNotifyFunctionIsTold() throws Exception {
        Needs.libcurl("8.17.0");
        Queue<Easy> told = new ConcurrentLinkedQueue<>();
        loop.set(NOTIFYFUNCTION, (what, easy) -> told.add(easy)).notifyEnable(Notification.EASY_DONE);
        Easy easy = transfers.get(peer.url("/"));
        loop.start(easy).get();
        assertEquals(List.of(easy), List.copyOf(told));
        loop.notifyDisable(Notification.EASY_DONE);
        loop.start(easy).get();
        assertEquals(1, told.size());
    }

    @Test
    void whatANotifyFunctionThrowsFailsTheTransferThatItIsAbout() throws Exception {
        Needs.libcurl("8.17.0");
        IOException thrown = new IOException("thrown");
        AtomicInteger calls = new AtomicInteger();
        loop.set(NOTIFYFUNCTION, (what, easy) -> {
                    if (calls.incrementAndGet() == 1) {
                        throw thrown;
                    }
                })
                .notifyEnable(Notification.EASY_DONE);
        Throwable failure = EventLoopTest.failure(loop.start(transfers.get(peer.url("/"))));
        assertSame(thrown, assertInstanceOf(CallbackException.class, failure).getCause());
        assertNull(
                loop.start(transfers.get(peer.url("/"))).thenApply(easy -> null).get());
    }

    @Test
    void whatItThrowsAboutNoneOfThemFailsAll() throws Exception {
        Needs.libcurl("8.17.0");
        AssertionError error = new AssertionError("error");
        CompletableFuture<Easy> waiting = loop.start(transfers.get(valve.url("/")));
        loop.set(NOTIFYFUNCTION, (what, easy) -> {
                    if (easy == null) {
                        throw error;
                    }
                })
                .notifyEnable(Notification.INFO_READ);
        CompletableFuture<Easy> other = loop.start(transfers.get(peer.url("/")));
        assertSame(error, EventLoopTest.failure(waiting));
        other.handle((easy, thrown) -> 0).get(); // it may have been told before
    }
}
