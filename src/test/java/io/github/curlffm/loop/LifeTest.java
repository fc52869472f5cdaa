package io.github.curlffm.loop;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a loop ends: as an ExecutorService does. */
class LifeTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final StallingPeer stalling = new StallingPeer();
    private final Transfers transfers = new Transfers();
    private final Valve valve = new Valve();
    private final EventLoop loop = new EventLoop(2);

    @AfterEach
    void endWhatATestThatFailedLeft() {
        loop.shutdownNow();
    }

    private List<CompletableFuture<Easy>> waiting(int count) throws InterruptedException {
        List<CompletableFuture<Easy>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.add(loop.start(transfers.get(valve.url("/" + i))));
        }
        valve.awaitRequests(count);
        return futures;
    }

    @Test
    void shutdownLetsTransfersGoOnAndRefusesOthers() throws Exception {
        List<CompletableFuture<Easy>> futures = waiting(5);
        assertFalse(loop.isShutdown());
        loop.shutdown();
        assertTrue(loop.isShutdown());
        assertFalse(loop.isTerminated());
        Easy late = transfers.get(peer.url("/"));
        RejectedExecutionException e = assertThrows(RejectedExecutionException.class, () -> loop.start(late));
        assertEquals("this EventLoop is shut down", e.getMessage());
        transfers.stillPerforms(late, peer.url("/"), "hello");
        assertFalse(loop.awaitTermination(Duration.ofMillis(1)));
        assertFalse(loop.awaitTermination(Duration.ofSeconds(Long.MIN_VALUE)));
        valve.open();
        assertTrue(loop.awaitTermination(Duration.ofSeconds(Long.MAX_VALUE)));
        assertTrue(loop.isTerminated());
        for (CompletableFuture<Easy> future : futures) {
            assertEquals(CompletableFuture.State.SUCCESS, future.state());
        }
        loop.shutdown();
        loop.shutdownNow();
        assertTrue(loop.awaitTermination(Duration.ZERO));
    }

    @Test
    void closeWaitsForTheTransfers() throws Exception {
        List<CompletableFuture<Easy>> futures = waiting(3);
        Thread opens = Thread.ofVirtual().start(() -> {
            while (!loop.isShutdown()) {
                Thread.onSpinWait();
            }
            valve.open();
        });
        loop.close();
        opens.join();
        for (CompletableFuture<Easy> future : futures) {
            assertEquals(CompletableFuture.State.SUCCESS, future.state());
        }
        assertTrue(loop.isTerminated());
    }

    @Test
    void closeDoesNotWaitForWhatDependsOnThem() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Void> dependent = waiting(1).getFirst().thenAccept(easy -> await(closed));
        valve.open();
        loop.close();
        assertFalse(dependent.isDone());
        closed.countDown();
        dependent.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shutdownNowCancelsAll() throws Exception {
        List<CompletableFuture<Easy>> futures = waiting(5);
        loop.shutdownNow();
        assertTrue(loop.awaitTermination(LONG));
        for (CompletableFuture<Easy> future : futures) {
            CancellationException e = assertThrows(CancellationException.class, future::get);
            assertTrue(future.isCancelled());
            assertTrue((e.getMessage() + e.getCause()).contains("the EventLoop was shut down"), e::toString);
        }
        assertEquals(0, loop.size());
        transfers.stillPerforms(transfers.easies().getFirst(), peer.url("/"), "hello");
    }

    @Test
    void anInterruptOfCloseCancelsAllAndStays() throws Exception {
        List<CompletableFuture<Easy>> futures = waiting(3);
        Thread.currentThread().interrupt();
        loop.close();
        assertTrue(Thread.interrupted());
        assertTrue(loop.isTerminated());
        for (CompletableFuture<Easy> future : futures) {
            assertTrue(future.isCancelled());
        }
    }

    @Test
    void anInterruptOfAwaitTerminationIsItsOwn() throws Exception {
        waiting(1);
        loop.shutdown();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> loop.awaitTermination(LONG));
        assertFalse(loop.isTerminated());
        valve.open();
    }

    @Test
    void whatWouldWaitForItselfIsRefused() throws Exception {
        List<Throwable> refused = new ArrayList<>();
        loop.start(transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> {
                    refused.add(assertThrows(IllegalStateException.class, loop::close));
                    refused.add(assertThrows(IllegalStateException.class, () -> loop.awaitTermination(LONG)));
                }))
                .get();
        for (Throwable e : refused) {
            assertTrue(e.getMessage().contains("is not possible in a thread of this EventLoop"), e::toString);
        }
        assertEquals(2, refused.size());
        assertFalse(loop.isShutdown());
    }

    @Test
    void aCallbackMayShutDown() throws Exception {
        loop.start(transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> loop.shutdown()))
                .get();
        assertTrue(loop.awaitTermination(LONG));
        AtomicReference<EventLoop> other = new AtomicReference<>(new EventLoop());
        Easy easy = transfers
                .get(stalling.url())
                .set(WRITEFUNCTION, data -> other.get().shutdownNow());
        assertThrows(CancellationException.class, other.get().start(easy)::get);
        other.get().close();
    }

    @Test
    void whatDependsOnAFutureMayCloseTheLoop() throws Exception {
        CompletableFuture<Easy> future = waiting(1).getFirst();
        CompletableFuture<Void> closing = future.thenRun(loop::close);
        valve.open();
        closing.get();
        assertTrue(loop.isTerminated());
    }

    @Test
    void manyStartWhileItIsShutDown() throws Exception {
        for (int i = 0; i < 200; i++) {
            EventLoop short_ = new EventLoop();
            Easy easy = transfers.get(peer.url("/"));
            Thread shuts = Thread.ofPlatform().start(short_::shutdownNow);
            try {
                CompletableFuture<Easy> future = short_.start(easy);
                future.handle((done, thrown) -> 0).get();
            } catch (RejectedExecutionException e) {
                assertDoesNotThrow(easy::close);
            }
            shuts.join();
            short_.close();
            easy.close();
        }
    }

    // --- who is told
    // --------------------------------------------------------------------------------------------------

    @Test
    void whatACallbackOfAHandleThatHasLeftThrowsComesFromClose() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy easy = transfers.get(peer.url("/")).set(CLOSESOCKETFUNCTION, socket -> {
            throw thrown;
        });
        loop.start(easy).get();
        UncheckedIOException e = assertThrows(UncheckedIOException.class, loop::close);
        assertSame(
                thrown, assertInstanceOf(CurlMultiException.class, e.getCause()).getCause());
        assertDoesNotThrow(loop::close);
    }

    // --- forgotten
    // ----------------------------------------------------------------------------------------------------

    private static AtomicReference<Thread> threadOf(EventLoop forgotten, String url) throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        try (Easy easy = new Easy()) {
            forgotten
                    .start(easy.set(URL, url).set(WRITEFUNCTION, data -> thread.set(Thread.currentThread())))
                    .get();
        }
        return thread;
    }

    @Test
    void aForgottenLoopEndsItsThreads() throws Exception {
        AtomicReference<Thread> thread = threadOf(new EventLoop(), peer.url("/"));
        Garbage.collectUntil(() -> !thread.get().isAlive(), "the thread of the forgotten loop ends");
    }

    @Test
    void aForgottenLoopEndsWhenItsTransfersDo() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Easy easy = transfers.get(stalling.url()).set(WRITEFUNCTION, data -> {
            thread.set(Thread.currentThread());
            begun.countDown();
        });
        CompletableFuture<Easy> future = new EventLoop().start(easy);
        begun.await();
        Garbage.collect();
        assertTrue(thread.get().isAlive());
        assertFalse(future.isDone());
        future.cancel(true);
        Garbage.collectUntil(() -> !thread.get().isAlive(), "the thread of the forgotten loop ends");
    }

    @Test
    void whoKeepsAResultDoesNotKeepTheHandle() throws Exception {
        WeakReference<Easy> handle = new WeakReference<>(new Easy());
        CompletableFuture<Integer> result = loop.start(
                        handle.get().set(URL, peer.url("/")).set(WRITEFUNCTION, data -> {}))
                .thenApply(easy -> 1);
        assertEquals(1, result.get());
        int handles = Registry.size();
        Garbage.collectUntil(() -> handle.get() == null && Registry.size() < handles, "the handle is given back");
        assertEquals(1, result.get());
    }
}
