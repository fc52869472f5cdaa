package io.github.curlffm.loop;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Share;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.UnansweringPeer;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling, and all other ways to complete a future from outside: when it is done, the handle is out of the loop. */
class CancelTest {

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final StallingPeer stalling = new StallingPeer();
    private final Transfers transfers = new Transfers();
    private final Valve valve = new Valve();
    private final EventLoop loop = new EventLoop();

    @AfterEach
    void endWhatATestThatFailedLeft() {
        loop.shutdownNow();
    }

    private void isOut(Easy easy) throws Exception {
        assertEquals(0, loop.size());
        transfers.stillPerforms(easy, peer.url("/"), "hello");
    }

    private void cancels(Easy easy, CompletableFuture<Easy> future) throws Exception {
        assertTrue(future.cancel(true));
        assertTrue(future.isCancelled());
        assertThrows(CancellationException.class, future::get);
        isOut(easy);
        assertTrue(future.cancel(true), "as a future does that has been cancelled");
    }

    /** {@return a handle of a transfer that has begun to receive its body} */
    private Easy receiving(AtomicReference<CompletableFuture<Easy>> future) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Easy easy = transfers.get(stalling.url()).set(WRITEFUNCTION, data -> begun.countDown());
        future.set(loop.start(easy));
        begun.await();
        return easy;
    }

    // --- in each phase
    // ------------------------------------------------------------------------------------------------

    @Test
    void whileItConnects(UnansweringPeer nobody) throws Exception {
        Easy easy = transfers.get(nobody.url());
        CompletableFuture<Easy> future = loop.start(easy);
        loop.run(easy, connecting -> connecting.get(RESPONSE_CODE)).get(); // it has begun
        cancels(easy, future);
    }

    @Test
    void whileTheTlsHandshakeHangs() throws Exception {
        Needs.protocol("https");
        CountDownLatch hello = new CountDownLatch(1);
        try (WireServer server = new WireServer(connection -> {
            connection.in().read();
            hello.countDown();
            connection.in().readAllBytes();
        })) {
            Easy easy = transfers.get(server.url("https", "/"));
            CompletableFuture<Easy> future = loop.start(easy);
            hello.await();
            cancels(easy, future);
        }
    }

    @Test
    void whileTheServerIsSilent() throws Exception {
        Easy easy = transfers.get(valve.url("/"));
        CompletableFuture<Easy> future = loop.start(easy);
        valve.awaitRequests(1);
        cancels(easy, future);
    }

    @Test
    void whileItReceives() throws Exception {
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        Easy easy = receiving(future);
        cancels(easy, future.get());
    }

    @Test
    void whileItIsPaused() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        Easy easy = transfers.get(peer.url("/")).set(WRITEFUNCTION, (WriteCallback) data -> {
            paused.countDown();
            return WriteCallback.PAUSE;
        });
        CompletableFuture<Easy> future = loop.start(easy);
        paused.await();
        cancels(easy, future);
    }

    @Test
    void whileItsNameIsLookedUp() throws Exception {
        Easy easy = transfers.get("http://name-of-nobody.invalid/");
        CompletableFuture<Easy> future = loop.start(easy);
        long start = System.nanoTime();
        future.cancel(true);
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(4), "cancel waits for the resolver");
        isOut(easy);
    }

    @Test
    void beforeItBegins() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Easy> blocking =
                loop.start(transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> {
                    inside.countDown();
                    goOn.await();
                }));
        inside.await();
        Easy easy = transfers.get(valve.url("/"));
        CompletableFuture<Easy> future = loop.start(easy);
        Thread.currentThread().interrupt(); // does not wait then
        assertTrue(future.cancel(true));
        assertTrue(Thread.interrupted());
        assertFalse(future.isDone(), "the loop is blocked, and the handle is in it");
        goOn.countDown();
        blocking.get();
        assertThrows(CancellationException.class, future::get);
        isOut(easy);
        assertEquals(0, valve.requestsSinceThen());
    }

    @Test
    void whenItIsDone() throws Exception {
        Easy easy = transfers.get(peer.url("/"));
        CompletableFuture<Easy> future = loop.start(easy);
        future.get();
        assertFalse(future.cancel(true));
        assertSame(easy, future.get());
        assertFalse(future.complete(null));
        assertFalse(future.completeExceptionally(new IOException()));
    }

    @Test
    void fromItsOwnCallback() throws Exception {
        AtomicReference<CompletableFuture<Easy>> own = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        AtomicReference<Boolean> cancelled = new AtomicReference<>();
        Easy easy = transfers.get(stalling.url()).set(WRITEFUNCTION, data -> {
            known.await();
            cancelled.set(own.get().cancel(true));
        });
        own.set(loop.start(easy));
        known.countDown();
        assertThrows(CancellationException.class, own.get()::get);
        assertTrue(cancelled.get());
        isOut(easy);
    }

    @Test
    void fromACallbackOfAnother() throws Exception {
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        Easy easy = receiving(future);
        loop.start(transfers
                        .get(peer.url("/"))
                        .set(WRITEFUNCTION, data -> future.get().cancel(true)))
                .get();
        assertThrows(CancellationException.class, future.get()::get);
        isOut(easy);
    }

    @Test
    void fromACallbackOfAnotherLoopThatWaitsForThisOne() throws Exception {
        try (EventLoop other = new EventLoop()) {
            AtomicReference<CompletableFuture<Easy>> one = new AtomicReference<>();
            AtomicReference<CompletableFuture<Easy>> two = new AtomicReference<>();
            CountDownLatch both = new CountDownLatch(2);
            CountDownLatch known = new CountDownLatch(1);
            Function<AtomicReference<CompletableFuture<Easy>>, Easy> cancelling =
                    what -> transfers.get(stalling.url()).set(WRITEFUNCTION, data -> {
                        both.countDown();
                        both.await();
                        known.await();
                        what.get().cancel(true);
                    });
            one.set(loop.start(cancelling.apply(two)));
            two.set(other.start(cancelling.apply(one)));
            known.countDown();
            assertThrows(CancellationException.class, one.get()::get);
            assertThrows(CancellationException.class, two.get()::get);
        }
    }

    /** The thread of the loop may be the one that waits for the turn of this callback's transfer. */
    @Test
    void fromACallbackOfATransferWithTheSameShare() throws Exception {
        Share share = new Share(LockData.CONNECT);
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Easy easy = transfers.get(stalling.url()).set(SHARE, share).set(WRITEFUNCTION, data -> begun.countDown());
        future.set(loop.start(easy));
        begun.await();
        transfers
                .get(peer.url("/"))
                .set(SHARE, share)
                .set(WRITEFUNCTION, data -> future.get().cancel(true))
                .perform();
        assertThrows(CancellationException.class, future.get()::get);
        isOut(easy);
        share.close();
    }

    @Test
    void aHandleWithABadCertificateBlobIsCancelledAsAnyOther() throws Exception {
        Easy easy = transfers.get(valve.url("/")).set(CAINFO_BLOB, new byte[] {1});
        cancels(easy, loop.start(easy));
    }

    // --- by what depends on it
    // ----------------------------------------------------------------------------------------

    @Test
    void cancellingWhatDependsOnItEndsTheTransfer() throws Exception {
        List<Function<CompletableFuture<Easy>, CompletableFuture<?>>> makers = List.of(
                future -> future.thenApply(easy -> 1),
                future -> future.thenApply(easy -> 1).thenApply(one -> 2),
                future -> future.thenAcceptAsync(easy -> {}),
                future -> future.thenCompose(CompletableFuture::completedFuture),
                future -> future.thenCombine(new CompletableFuture<>(), (easy, never) -> 1),
                future -> future.whenComplete((easy, thrown) -> {}),
                future -> future.handle((easy, thrown) -> 1),
                future -> future.exceptionally(thrown -> null),
                CompletableFuture::copy);
        for (var maker : makers) {
            AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
            Easy easy = receiving(future);
            CompletableFuture<?> dependent = maker.apply(future.get());
            assertTrue(dependent.cancel(true));
            assertTrue(dependent.isCancelled());
            assertTrue(future.get().isCancelled());
            isOut(easy);
        }
    }

    @Test
    void completingWhatDependsOnItEndsTheTransfer() throws Exception {
        List<Consumer<CompletableFuture<Integer>>> ways = List.of(
                future -> future.orTimeout(5, TimeUnit.MILLISECONDS),
                future -> future.completeOnTimeout(2, 5, TimeUnit.MILLISECONDS),
                future -> future.complete(2),
                future -> future.completeExceptionally(new IOException("enough")));
        for (var way : ways) {
            AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
            Easy easy = receiving(future);
            way.accept(future.get().thenApply(done -> 1));
            assertThrows(CancellationException.class, future.get()::get);
            isOut(easy);
        }
    }

    @Test
    void cancellingTheFutureFailsWhatDependsOnIt() throws Exception {
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        receiving(future);
        CompletableFuture<Integer> dependent = future.get().thenApply(easy -> 1);
        future.get().cancel(true);
        assertInstanceOf(CancellationException.class, EventLoopTest.failure(dependent));
    }

    // --- other ways to complete it
    // ------------------------------------------------------------------------------------

    @Test
    void aTimeoutEndsTheTransfer() throws Exception {
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        Easy easy = receiving(future);
        future.get().orTimeout(5, TimeUnit.MILLISECONDS);
        assertInstanceOf(TimeoutException.class, EventLoopTest.failure(future.get()));
        isOut(easy);
    }

    @Test
    void whatItIsCompletedWithIsItsResultWhenTheHandleIsOut() throws Exception {
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        try (Easy other = new Easy()) {
            Easy easy = receiving(future);
            assertTrue(future.get().complete(other));
            assertFalse(future.get().complete(easy));
            assertSame(other, future.get().get());
            isOut(easy);

            easy = receiving(future);
            future.get().completeOnTimeout(other, 5, TimeUnit.MILLISECONDS);
            assertSame(other, future.get().get());
            isOut(easy);

            easy = receiving(future);
            future.get().completeAsync(() -> other);
            assertSame(other, future.get().get());
            isOut(easy);

            IOException thrown = new IOException("thrown");
            easy = receiving(future);
            assertTrue(future.get().completeExceptionally(thrown));
            assertSame(thrown, EventLoopTest.failure(future.get()));
            assertFalse(future.get().cancel(true));
            isOut(easy);
        }
    }

    @Test
    void whatACallbackThrowsWhenItIsTakenOutIsNotLost() throws Exception {
        AtomicReference<CompletableFuture<Easy>> future = new AtomicReference<>();
        IOException thrown = new IOException("thrown");
        Easy easy = transfers.get(stalling.url());
        CountDownLatch begun = new CountDownLatch(1);
        easy.set(CLOSESOCKETFUNCTION, socket -> {
            throw thrown;
        });
        easy.set(WRITEFUNCTION, data -> begun.countDown());
        future.set(loop.start(easy));
        begun.await();
        IOException why = new IOException("why it is to end");
        future.get().completeExceptionally(why);
        assertSame(why, EventLoopTest.failure(future.get()));
        assertSame(thrown, why.getSuppressed()[0].getCause());
    }
}
