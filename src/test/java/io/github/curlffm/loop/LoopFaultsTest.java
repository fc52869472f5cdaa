package io.github.curlffm.loop;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.FORBID_REUSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Printed;
import io.github.curlffm.testing.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Executors that refuse, dependents that throw or block, errors in the loop: nothing stops, nothing is lost or printed. */
class LoopFaultsTest {

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final Transfers transfers = new Transfers();
    private final Valve valve = new Valve();

    private void stillWorks(EventLoop loop) throws Exception {
        Easy easy = transfers.get(peer.url("/"));
        loop.start(easy).get();
        assertEquals("hello", transfers.body(easy));
    }

    /** {@return a future that is done when the valve is opened} */
    private CompletableFuture<Easy> waiting(EventLoop loop) throws InterruptedException {
        CompletableFuture<Easy> future = loop.start(transfers.get(valve.url("/")));
        valve.awaitRequests(1);
        return future;
    }

    private static Executor throwing(Throwable thrown) {
        return task -> {
            throw LoopFaultsTest.<RuntimeException>asItIs(thrown);
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void anExecutorThatRefuses() throws Exception {
        for (Throwable thrown : List.of(
                new RejectedExecutionException("full"),
                new OutOfMemoryError("thrown by a test"),
                new StackOverflowError("thrown by a test"),
                new NoClassDefFoundError("thrown by a test"))) {
            try (EventLoop loop = new EventLoop(1, throwing(thrown))) {
                Thread[] thread = new Thread[1];
                Easy easy = transfers.get(peer.url("/"));
                CountDownLatch attached = new CountDownLatch(1);
                easy.set(WRITEFUNCTION, data -> attached.await());
                CompletableFuture<Thread> dependent = loop.start(easy).thenApply(done -> Thread.currentThread());
                attached.countDown();
                thread[0] = dependent.get();
                assertTrue(thread[0].isVirtual(), thread[0]::toString);
                stillWorks(loop);
            }
        }
    }

    @Test
    void anExecutorThatIsShutDown() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (EventLoop loop = new EventLoop(1, executor)) {
            stillWorks(loop);
            executor.shutdownNow();
            stillWorks(loop);
        }
    }

    @Test
    void theExecutorIsWhereDependentsRun() throws Exception {
        List<Thread> own = new ArrayList<>();
        try (ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task);
                    own.add(thread);
                    return thread;
                });
                EventLoop loop = new EventLoop(1, executor)) {
            CompletableFuture<Easy> future = waiting(loop);
            CompletableFuture<Thread> dependent = future.thenApply(easy -> Thread.currentThread());
            CompletableFuture<Thread> async = dependent.thenApplyAsync(easy -> Thread.currentThread());
            valve.open();
            assertEquals(own, List.of(dependent.get()));
            assertEquals(own, List.of(async.get()));
        }
    }

    @Test
    void dependentsInTheThreadOfTheLoopAreRefusedWhatCallbacksAre() throws Exception {
        try (EventLoop loop = new EventLoop(1, Runnable::run)) {
            Easy other = transfers.get(valve.url("/other"));
            CompletableFuture<Easy> waiting = waiting(loop);
            CompletableFuture<Easy> second = loop.start(other);
            valve.awaitRequests(1);
            CountDownLatch attached = new CountDownLatch(1);
            CompletableFuture<Easy> first =
                    loop.start(transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> attached.await()));
            CompletableFuture<Void> closesOther = first.thenAccept(easy -> other.close());
            CompletableFuture<Void> closesLoop = first.thenAccept(easy -> loop.close());
            CompletableFuture<Void> closesOwn = first.thenAccept(Easy::close);
            CompletableFuture<CompletableFuture<Easy>> starts =
                    first.thenApply(easy -> loop.start(transfers.get(peer.url("/"))));
            attached.countDown();
            assertThrows(IllegalStateException.class, () -> rethrown(closesOther));
            assertThrows(IllegalStateException.class, () -> rethrown(closesLoop));
            closesOwn.get();
            starts.get().get();
            valve.open();
            waiting.get();
            second.get();
        }
    }

    private static void rethrown(CompletableFuture<?> future) throws Throwable {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    @Test
    void dependentsThatThrowOrBlockStopNobody() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<?>> dependents = new ArrayList<>();
        try (EventLoop loop = new EventLoop()) {
            for (int i = 0; i < 50; i++) {
                CompletableFuture<Easy> future = loop.start(transfers.get(valve.url("/")));
                dependents.add(future.thenAccept(easy -> {
                    throw new AssertionError("thrown by a dependent");
                }));
                dependents.add(future.thenAccept(easy -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }));
            }
            valve.open();
            stillWorks(loop);
        }
        end.countDown();
        for (CompletableFuture<?> dependent : dependents) {
            dependent.handle((nothing, thrown) -> 0).get();
        }
    }

    /** The callback of a handle that has left throws an error while libcurl works for others. */
    @Test
    void anErrorInTheLoopFailsAllThatAreInIt() throws Exception {
        for (Error error : List.of(
                new OutOfMemoryError("thrown by a test"),
                new StackOverflowError("thrown by a test"),
                new NoClassDefFoundError("thrown by a test"))) {
            try (EventLoop loop = new EventLoop()) {
                loop.set(MultiOption.MAXCONNECTS, 1);
                Easy left = transfers.get(peer.url("/")).set(CLOSESOCKETFUNCTION, socket -> {
                    throw error;
                });
                loop.start(left).get();
                List<CompletableFuture<Easy>> inIt =
                        List.of(loop.start(transfers.get(valve.url("/1"))), loop.start(transfers.get(valve.url("/2"))));
                valve.awaitRequests(2);
                try (HttpPeer elsewhere = HttpPeer.answering("")) { // whose connection takes the place of the other
                    loop.start(transfers.get(elsewhere.url("/")))
                            .handle((easy, thrown) -> 0)
                            .get();
                }
                for (CompletableFuture<Easy> future : inIt) {
                    assertSame(error, EventLoopTest.failure(future));
                }
                stillWorks(loop);
            }
        }
    }

    @Test
    void nothingIsPrinted() throws Exception {
        Printed printed = Printed.by(() -> {
            anExecutorThatRefuses();
            EventLoop loop = new EventLoop();
            Easy easy = transfers.get(peer.url("/")).set(FORBID_REUSE, true).set(CLOSESOCKETFUNCTION, socket -> {
                throw new AssertionError("thrown by a test");
            });
            loop.start(easy).handle((done, thrown) -> 0).get();
            loop.close();
        });
        assertEquals("", printed.out() + printed.err());
    }
}
