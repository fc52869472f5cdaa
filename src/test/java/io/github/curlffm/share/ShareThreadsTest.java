package io.github.curlffm.share;

import static io.github.curlffm.option.Info.COOKIELIST;
import static io.github.curlffm.option.Info.NUM_CONNECTS;
import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.ShareOption.LOCKFUNC;
import static io.github.curlffm.option.ShareOption.UNLOCKFUNC;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A share that many threads use at once. */
@Tag("slow")
class ShareThreadsTest {

    private static final int THREADS = 8;
    private static final int TRANSFERS = 150;
    private static final int HANDLES = 10;
    private static final int COOKIES = 50;

    private final ShareTransfers transfers = new ShareTransfers();
    private final ExecutorService platform = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        platform.shutdownNow();
    }

    @FunctionalInterface
    private interface Work {
        void run(int thread) throws Throwable;
    }

    private void inAllThreads(Work work) throws Exception {
        inAllThreads(platform, work);
    }

    private static void inAllThreads(ExecutorService executor, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            futures.add(executor.submit(() -> {
                start.await();
                assertDoesNotThrow(() -> work.run(thread));
                return null;
            }));
        }
        for (Future<?> future : futures) {
            future.get();
        }
    }

    private static HttpsPeer httpsPeer(AtomicInteger counter) {
        return new HttpsPeer(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "c" + counter.incrementAndGet() % COOKIES + "=1; Path=/");
            HttpPeer.answer(exchange, 200, "ok");
        });
    }

    /** Each handle is made, used twice and closed, and each transfer shakes hands anew, sets a cookie and sends all. */
    @Test
    void cookiesAddressesAndSessionsAreUsedAtOnce() throws Exception {
        Needs.feature("SSL");
        AtomicInteger counter = new AtomicInteger();
        try (HttpsPeer peer = httpsPeer(counter);
                Share share = new Share(LockData.COOKIE, LockData.DNS, LockData.SSL_SESSION)) {
            inAllThreads(thread -> {
                for (int i = 0; i < HANDLES; i++) {
                    try (Easy easy = new Easy()) {
                        easy.set(SHARE, share)
                                .set(URL, "https://127.0.0.1:" + peer.port() + "/")
                                .set(RESOLVE, List.of("name" + i + ".invalid:1:127.0.0.1"))
                                .set(CAINFO_BLOB, peer.authority())
                                .set(COOKIEFILE, "")
                                .set(FRESH_CONNECT, true);
                        assertEquals("ok", Perform.body(easy));
                        assertEquals("ok", Perform.body(easy));
                        assertTrue(!easy.get(COOKIELIST).isEmpty());
                    }
                }
            });
            assertEquals(HANDLES * 2 * THREADS, counter.get());
            try (Easy last = transfers.easy("/").set(SHARE, share)) {
                assertEquals(COOKIES, last.get(COOKIELIST).size());
            }
        }
    }

    @Test
    void cookiesAndAddressesAreUsedAtOnceByManyTransfers() throws Exception {
        try (Share share = new Share(LockData.COOKIE, LockData.DNS)) {
            inAllThreads(thread -> {
                try (Easy easy = transfers.easy("/set").set(SHARE, share)) {
                    easy.perform();
                    for (int i = 0; i < TRANSFERS; i++) {
                        assertEquals("c=1", Perform.body(easy));
                    }
                }
            });
        }
    }

    @Test
    void virtualThreadsUseItToo() throws Exception {
        try (Share share = new Share(LockData.COOKIE, LockData.CONNECT);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            inAllThreads(virtual, thread -> {
                try (Easy easy = transfers.easy("/set").set(SHARE, share)) {
                    easy.perform();
                    assertEquals("c=1", Perform.body(easy));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transfersThatShareConnectionsUseThemOneAfterTheOther(boolean multis) throws Exception {
        AtomicLong connections = new AtomicLong();
        try (HttpPeer peer = new HttpPeer();
                Share share = new Share(LockData.CONNECT, LockData.DNS, LockData.COOKIE)) {
            inAllThreads(thread -> {
                try (Easy easy = new Easy().set(SHARE, share).set(URL, peer.url("/"))) {
                    for (int i = 0; i < TRANSFERS; i++) {
                        perform(easy, multis && thread % 2 == 0);
                        connections.addAndGet(easy.get(NUM_CONNECTS));
                    }
                }
            });
            assertTrue(connections.get() < THREADS * TRANSFERS, () -> connections + " connections");
        }
    }

    private static void perform(Easy easy, boolean inMulti) throws IOException {
        easy.set(WRITEFUNCTION, body -> {});
        if (!inMulti) {
            easy.perform();
            return;
        }
        try (Multi multi = new Multi()) {
            multi.add(easy);
            Transfers.performOne(multi).orThrow();
        }
    }

    @Test
    void handlesComeAndGoWhileOthersTransfer() throws Exception {
        try (Share share = new Share(ShareTransfers.everything())) {
            inAllThreads(thread -> {
                Easy easy = transfers.easy("/set").set(SHARE, share);
                for (int i = 0; i < TRANSFERS; i++) {
                    easy.perform();
                    switch (ThreadLocalRandom.current().nextInt(4)) {
                        case 0 -> {
                            easy.close();
                            easy = transfers.easy("/").set(SHARE, share);
                        }
                        case 1 -> transfers.prepare(easy.unset(SHARE), "/");
                        case 2 -> easy.set(SHARE, share);
                        default -> easy.duplicate().close();
                    }
                }
                easy.close();
            });
        }
    }

    /** The lambdas see that no two threads use the same kind of data, and that is so even when they throw at random. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noTwoThreadsUseTheSameDataAtOnce(boolean throwing) throws Exception {
        AtomicIntegerArray inside = new AtomicIntegerArray(LockData.values().length);
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger trouble = new AtomicInteger();
        AtomicInteger thrown = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();
        try (Share share = new Share(LockData.COOKIE, LockData.DNS)) {
            share.set(LOCKFUNC, (data, access) -> {
                calls.incrementAndGet();
                if (throwing
                        && data != LockData.SHARE
                        && ThreadLocalRandom.current().nextInt(20) == 0) {
                    thrown.incrementAndGet();
                    throw new IOException("at random");
                }
                if (inside.incrementAndGet(data.ordinal()) != 1) {
                    trouble.incrementAndGet();
                }
                Thread.yield();
            });
            share.set(UNLOCKFUNC, data -> {
                if (inside.decrementAndGet(data.ordinal()) != 0) {
                    trouble.incrementAndGet();
                }
            });
            inAllThreads(thread -> {
                for (int i = 0; i < 3 * HANDLES; i++) {
                    Easy easy = transfers.easy("/set").set(SHARE, share);
                    arrives(arrived, easy::perform);
                    arrives(arrived, easy::perform);
                    arrives(arrived, easy::close);
                }
            });
        }
        assertEquals(0, trouble.get());
        assertTrue(calls.get() > 0);
        assertEquals(thrown.get(), arrived.get());
    }

    private static void arrives(AtomicInteger arrived, Executable use) throws Throwable {
        try {
            use.execute();
        } catch (CallbackException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException ? e.getCause().getCause() : e.getCause();
            assertEquals("at random", cause.getMessage());
            arrived.incrementAndGet();
        }
    }
}
