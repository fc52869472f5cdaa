package io.github.curlffm.multi;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Which method is for which thread. */
class MultiThreadsTest {

    private static final int RACES = 3_000;

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final StallingPeer stalling = new StallingPeer();
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    @Test
    void wakeupEndsAPollInAnotherThread() throws Exception {
        CountDownLatch aboutToPoll = new CountDownLatch(1);
        Future<Integer> poll = executor.submit(() -> {
            aboutToPoll.countDown();
            return multi.poll(Transfers.LONG);
        });
        aboutToPoll.await();
        multi.wakeup();
        assertEquals(0, poll.get());
    }

    @Test
    void wakeupEndsThePollThatComesNextAndOnlyThat() throws Exception {
        multi.wakeup();
        multi.wakeup();
        assertEquals(0, multi.poll(Transfers.LONG));
        long start = System.nanoTime();
        assertEquals(0, multi.poll(Duration.ofMillis(20)));
        assertTrue(System.nanoTime() - start >= 15_000_000, "poll ended early, though nobody woke it up again");
    }

    @Test
    void wakeupWorksFromInsideACallback() throws Exception {
        multi.add(transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> multi.wakeup()));
        Transfers.perform(multi);
        Transfers.onlyMessage(multi).orThrow();
    }

    @Test
    void wakeupMayRaceAgainstClose() throws Exception {
        for (int i = 0; i < RACES; i++) {
            Multi short_ = new Multi();
            CyclicBarrier start = new CyclicBarrier(2);
            Future<String> waking = executor.submit(() -> {
                start.await();
                while (true) {
                    try {
                        short_.wakeup();
                    } catch (IllegalStateException e) {
                        return e.getMessage();
                    }
                }
            });
            start.await();
            short_.close();
            assertEquals("this Multi is closed", waking.get());
        }
    }

    @Test
    void wakeupDoesNotWaitForTheCallbacksOfClose() throws Exception {
        Easy easy = transfers.get(peer.url("/"));
        boolean[] refused = {false};
        easy.set(CLOSESOCKETFUNCTION, socket -> {
            Future<?> waking = executor.submit(() -> assertThrows(IllegalStateException.class, multi::wakeup));
            waking.get();
            refused[0] = true;
            return null;
        });
        assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
        multi.close();
        assertTrue(refused[0], "CLOSESOCKETFUNCTION was not called");
    }

    @Test
    void everythingButWakeupIsRefusedWhileAnotherThreadPolls() throws Exception {
        Easy easy = transfers.get(stalling.url());
        Easy other = transfers.get(peer.url("/"));
        multi.add(easy);
        Transfers.performUntil(multi, () -> !transfers.body(easy).isEmpty());
        while (hasSomethingToDoSoon()) { // then a poll would not last
            multi.perform();
        }
        Future<Integer> poll = executor.submit(this::pollAtLast);
        awaitRefusal(multi::messages);
        for (Executable call : List.<Executable>of(
                multi::perform,
                () -> multi.poll(Duration.ZERO),
                () -> multi.add(other),
                () -> multi.remove(easy),
                multi::handles,
                multi::messages,
                multi::timeout,
                multi::close,
                () -> multi.set(MultiOption.MAXCONNECTS, 3),
                () -> multi.assign(0, null),
                () -> easy.set(TIMEOUT_MS, 3),
                () -> easy.get(RESPONSE_CODE),
                easy::resume,
                easy::perform,
                easy::reset,
                easy::duplicate,
                easy::close)) {
            IllegalStateException e = assertThrows(IllegalStateException.class, call);
            assertTrue(e.getMessage().contains("in use by another thread"), e::toString);
        }
        transfers.stillPerforms(other, peer.url("/"), "hello");
        multi.wakeup();
        poll.get();
        assertEquals(List.of(easy), multi.handles());
    }

    private boolean hasSomethingToDoSoon() throws Exception {
        Duration timeout = multi.timeout();
        return timeout != null && timeout.compareTo(Duration.ofSeconds(10)) < 0;
    }

    /** The thread that tries whether this one polls may itself be in the way. */
    private int pollAtLast() throws Exception {
        while (true) {
            try {
                return multi.poll(Transfers.LONG);
            } catch (IllegalStateException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitRefusal(Callable<?> call) throws Exception {
        while (true) {
            try {
                call.call();
                Thread.onSpinWait();
            } catch (IllegalStateException e) {
                return;
            }
        }
    }

    @Test
    void everythingIsRefusedWhileACallbackRunsInAnotherThread() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch outside = new CountDownLatch(1);
        Easy easy = transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> {
            inside.countDown();
            outside.await();
        });
        multi.add(easy);
        Future<?> performing = executor.submit(() -> {
            Transfers.perform(multi);
            return null;
        });
        inside.await();
        assertThrows(IllegalStateException.class, multi::messages);
        assertThrows(IllegalStateException.class, () -> easy.get(RESPONSE_CODE));
        outside.countDown();
        performing.get();
        Transfers.onlyMessage(multi).orThrow();
    }

    @Test
    void aMultiMovesFromThreadToThread() throws Exception {
        for (int i = 0; i < 4; i++) {
            Easy easy = transfers.get(peer.url("/"));
            inAnotherThread(() -> multi.add(easy));
            inAnotherThread(() -> {
                Transfers.perform(multi);
                return null;
            });
            Transfers.onlyMessage(multi).orThrow();
            inAnotherThread(() -> multi.remove(easy));
            assertEquals("hello", transfers.body(easy));
        }
    }

    private void inAnotherThread(Callable<?> call) throws Exception {
        try {
            Executors.newSingleThreadExecutor().submit(call).get();
        } catch (ExecutionException e) {
            fail(e.getCause());
        }
    }
}
