package io.github.curlffm.multi;

import static io.github.curlffm.option.Option.SHARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Multis in several threads, whose handles have their connections in common. */
class SharedConnectionsTest {

    private static final int THREADS = 2;
    private static final int ROUNDS = 40;
    private static final int AT_ONCE = 8;

    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private final HttpPeer peer = new HttpPeer(exchange -> {
        connections.add(exchange.getRemoteAddress().getPort());
        HttpPeer.answer(exchange, 200, "hello");
    });
    private final Share share = new Share(LockData.CONNECT, LockData.DNS, LockData.COOKIE);
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    @Test
    void twoMultisInTwoThreads() throws Exception {
        List<Future<Integer>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(executor.submit(this::rounds));
        }
        for (Future<Integer> thread : threads) {
            assertEquals(ROUNDS * AT_ONCE, thread.get());
        }
        assertTrue(connections.size() < THREADS * ROUNDS * AT_ONCE / 2, () -> connections.size() + " connections");
    }

    /** {@return how many transfers were done} */
    private int rounds() throws Exception {
        int done = 0;
        try (Multi multi = new Multi();
                Transfers transfers = new Transfers()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < AT_ONCE; i++) {
                    multi.add(transfers.get(peer.url("/")).set(SHARE, share));
                }
                Transfers.perform(multi);
                for (Message message : multi.messages()) {
                    message.orThrow();
                    assertEquals("hello", transfers.body(message.easy()));
                    message.easy().close();
                    done++;
                }
            }
        }
        return done;
    }

    @Test
    void oneThatWaitsDoesNotKeepTheOtherFromItsTurn(
            StallingPeer stalling, Multi waiting, Multi other, Transfers transfers) throws Exception {
        CountDownLatch polling = new CountDownLatch(1);
        Easy stalled = transfers.get(stalling.url()).set(SHARE, share);
        waiting.add(stalled);
        Transfers.performUntil(waiting, () -> !transfers.body(stalled).isEmpty());
        Future<Integer> poll = executor.submit(() -> {
            polling.countDown();
            return waiting.poll(Transfers.LONG);
        });
        polling.await();
        Easy easy = transfers.get(peer.url("/")).set(SHARE, share);
        long start = System.nanoTime();
        Transfers.performOne(other.add(easy)).orThrow();
        assertTrue(System.nanoTime() - start < Transfers.LONG.toNanos(), "waited for the other's poll");
        waiting.wakeup();
        assertEquals(0, poll.get());
    }

    @Test
    void aMultiAndASingleHandleInTwoThreads() throws Exception {
        Future<Integer> thread = executor.submit(this::rounds);
        try (Transfers transfers = new Transfers()) {
            Easy easy = transfers.get(peer.url("/")).set(SHARE, share);
            for (int i = 0; i < ROUNDS; i++) {
                transfers.stillPerforms(easy, peer.url("/"), "hello");
            }
        }
        assertEquals(ROUNDS * AT_ONCE, thread.get());
    }
}
