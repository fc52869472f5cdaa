package io.github.curlffm.loop;

import static io.github.curlffm.option.Info.NUM_CONNECTS;
import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.FAILONERROR;
import static io.github.curlffm.option.Option.HTTP_VERSION;
import static io.github.curlffm.option.Option.PIPEWAIT;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Multi;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLoopTest {

    private static final int ONE_AFTER_ANOTHER = 3_000;
    private static final long NOT_WOKEN_MS = 900;

    private final HttpPeer peer = new HttpPeer(exchange -> {
        String path = exchange.getRequestURI().getPath();
        HttpPeer.answer(exchange, path.startsWith("/missing") ? 404 : 200, "this is " + path);
    });
    private final Transfers transfers = new Transfers();
    private final Valve valve = new Valve();
    private final EventLoop loop = new EventLoop();

    @AfterEach
    void endWhatATestThatFailedLeft() {
        loop.shutdownNow();
    }

    private Easy get(String path) {
        return transfers.get(peer.url(path));
    }

    static Throwable failure(CompletableFuture<?> future) throws InterruptedException {
        return assertThrows(ExecutionException.class, future::get).getCause();
    }

    @Test
    void theFutureBringsTheHandleWhichIsOutOfTheLoop() throws Exception {
        Easy easy = get("/a");
        Easy done = loop.start(easy).get();
        assertSame(easy, done);
        assertEquals(200L, done.get(RESPONSE_CODE));
        assertEquals("this is /a", transfers.body(easy));
        assertEquals(0, loop.size());
        transfers.stillPerforms(easy, peer.url("/b"), "this is /b");
        assertSame(
                easy,
                loop.start(transfers.keepBody(easy.set(URL, peer.url("/c")))).get());
        assertEquals("this is /c", transfers.body(easy));
        try (Multi multi = new Multi()) {
            assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1000})
    void manyAtOnce(int count) throws Exception {
        List<CompletableFuture<Easy>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.add(loop.start(get("/" + i)));
        }
        for (int i = 0; i < count; i++) {
            Easy easy = futures.get(i).get();
            assertEquals("this is /" + i, transfers.body(easy));
        }
        assertEquals(0, loop.size());
    }

    @Test
    void manyAtOnceOverSomeThreads() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Easy>> futures = new ArrayList<>();
        try (EventLoop three = new EventLoop(3)) {
            for (int i = 0; i < 1000; i++) {
                futures.add(three.start(new Easy()
                        .set(URL, peer.url("/" + i))
                        .set(WRITEFUNCTION, data -> threads.add(Thread.currentThread()))));
            }
            for (CompletableFuture<Easy> future : futures) {
                future.get().close();
            }
        }
        assertTrue(threads.size() > 1, () -> "of 1,000 for the same host some go elsewhere: " + threads);
    }

    @Test
    void handlesForOneHostAreInOneThread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (EventLoop many = new EventLoop(16)) {
            List<CompletableFuture<Easy>> futures = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                futures.add(many.start(get("/" + i).set(WRITEFUNCTION, data -> threads.add(Thread.currentThread()))));
            }
            CurlUrl url = CurlUrl.parse(peer.url("/url"));
            Easy byUrl = transfers
                    .get("http://other.example/")
                    .set(Option.CURLU, url)
                    .set(WRITEFUNCTION, data -> threads.add(Thread.currentThread()));
            futures.add(many.start(byUrl));
            url.close();
            for (CompletableFuture<Easy> future : futures) {
                future.get();
            }
        }
        assertEquals(1, threads.size(), threads::toString);
    }

    @Test
    void oneAfterAnotherWithoutLosingAWakeUp() throws Exception {
        Easy easy = get("/").set(WRITEFUNCTION, data -> {});
        int late = 0;
        for (int i = 0; i < ONE_AFTER_ANOTHER; i++) {
            long start = System.nanoTime();
            loop.start(easy).get();
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(NOT_WOKEN_MS)) {
                late++;
            }
        }
        assertTrue(late < 3, late + " were not noticed until the loop woke up by itself");
    }

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        loop.start(get("/a")).get();
        assertEquals(0L, loop.start(get("/b")).get().get(NUM_CONNECTS));
    }

    @Test
    void manyStreamsOfHttp2ShareAConnection() throws Exception {
        Needs.feature("HTTP2");
        Needs.libcurl("8.1.0", "fail with more than one stream in the clear");
        try (Http2Peer http2 = new Http2Peer();
                EventLoop four = new EventLoop(4)) {
            List<CompletableFuture<Easy>> futures = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                futures.add(four.start(transfers
                        .get(http2.url("/" + i))
                        .set(HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE)
                        .set(PIPEWAIT, true)));
            }
            long connections = 0;
            for (CompletableFuture<Easy> future : futures) {
                connections += future.get().get(NUM_CONNECTS);
            }
            assertEquals(1, connections);
        }
    }

    // --- failures
    // -----------------------------------------------------------------------------------------------------

    @Test
    void aFailureIsWhatPerformWouldHaveThrown() throws Exception {
        Easy easy = get("/missing").set(FAILONERROR, true);
        CurlException e = assertInstanceOf(CurlException.class, failure(loop.start(easy)));
        assertEquals(CurlCode.HTTP_RETURNED_ERROR, e.code());
        assertEquals(assertThrows(CurlException.class, easy::perform).getMessage(), e.getMessage());
        assertEquals(0, loop.size());
    }

    @Test
    void anExceptionInACallbackIsTheCause() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy easy = get("/").set(WRITEFUNCTION, data -> {
            throw thrown;
        });
        assertSame(
                thrown,
                assertInstanceOf(CallbackException.class, failure(loop.start(easy)))
                        .getCause());
        transfers.stillPerforms(easy, peer.url("/again"), "this is /again");
    }

    @Test
    void anErrorInACallbackIsItself() throws Exception {
        AssertionError error = new AssertionError("error");
        Easy easy = get("/").set(WRITEFUNCTION, data -> {
            throw error;
        });
        CompletableFuture<Easy> fine = loop.start(get("/fine"));
        CompletableFuture<Easy> future = loop.start(easy);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        future.exceptionally(e -> {
                    seen.set(e);
                    return null;
                })
                .get();
        assertSame(error, seen.get());
        fine.get();
    }

    // --- what belongs to the loop
    // -------------------------------------------------------------------------------------

    @Test
    void nobodyElseUsesAHandleThatIsInTheLoop() throws Exception {
        Easy easy = transfers.get(valve.url("/"));
        CompletableFuture<Easy> future = loop.start(easy);
        valve.awaitRequests(1);
        try (EventLoop other = new EventLoop();
                Multi multi = new Multi()) {
            for (Executable call : List.<Executable>of(
                    () -> easy.get(RESPONSE_CODE),
                    () -> easy.set(TIMEOUT_MS, 3),
                    easy::resume,
                    easy::perform,
                    easy::reset,
                    easy::duplicate,
                    easy::close,
                    () -> multi.add(easy),
                    () -> loop.start(easy),
                    () -> other.start(easy))) {
                IllegalStateException e = assertThrows(IllegalStateException.class, call);
                assertTrue(e.getMessage().startsWith("this Easy is in an EventLoop (curl-ffm loop "), e::toString);
            }
            assertEquals(0, other.size());
        }
        assertEquals(1, loop.size());
        valve.open();
        future.get();
        assertEquals("this is /", transfers.body(easy));
    }

    @Test
    void itBelongsToTheLoopAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Easy> blocking = loop.start(get("/").set(WRITEFUNCTION, data -> {
            inside.countDown();
            goOn.await();
        }));
        inside.await();
        Easy easy = get("/queued");
        CompletableFuture<Easy> future = loop.start(easy);
        assertThrows(IllegalStateException.class, () -> easy.get(RESPONSE_CODE));
        assertThrows(IllegalStateException.class, () -> loop.start(easy));
        assertThrows(IllegalStateException.class, easy::close);
        assertEquals(2, loop.size());
        goOn.countDown();
        blocking.get();
        future.get();
        assertEquals("this is /queued", transfers.body(easy));
    }

    @Test
    void whatCannotBeStartedIsRefusedAndStaysWhatItWas() throws Exception {
        Easy closed = get("/");
        closed.close();
        assertThrows(IllegalStateException.class, () -> loop.start(closed));
        Easy inMulti = get("/multi");
        try (Multi multi = new Multi()) {
            multi.add(inMulti);
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> loop.start(inMulti));
            assertEquals("start() is not for a handle in a Multi; remove it first", e.getMessage());
            assertEquals(CurlCode.OK, Transfers.performOne(multi).code());
        }
        Easy inside = get("/inside");
        inside.set(WRITEFUNCTION, data -> {
            assertThrows(IllegalStateException.class, () -> loop.start(inside));
        });
        inside.perform();
        Easy elsewhere = get("/elsewhere");
        elsewhere.set(WRITEFUNCTION, data -> {
            Thread other = Thread.ofPlatform()
                    .start(() -> assertThrows(IllegalStateException.class, () -> loop.start(elsewhere)));
            other.join();
        });
        elsewhere.perform();
        assertThrows(NullPointerException.class, () -> loop.start(null));
        assertEquals(0, loop.size());
        for (Easy easy : List.of(inMulti, inside, elsewhere)) {
            transfers.stillPerforms(easy, peer.url("/"), "this is /");
        }
    }

    @Test
    void aCallbackMayStartAnother() throws Exception {
        AtomicReference<CompletableFuture<Easy>> second = new AtomicReference<>();
        Easy next = get("/second");
        loop.start(get("/first").set(WRITEFUNCTION, data -> second.set(loop.start(next))))
                .get();
        second.get().get();
        assertEquals("this is /second", transfers.body(next));
    }

    // --- threads
    // ------------------------------------------------------------------------------------------------------

    @Test
    void callbacksRunInADaemonWithANameAndWithoutAClassLoader() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        loop.start(get("/").set(WRITEFUNCTION, data -> thread.set(Thread.currentThread())))
                .get();
        Thread its = thread.get();
        assertTrue(its.isDaemon());
        assertTrue(its.getName().startsWith("curl-ffm loop "), its::getName);
        assertNull(its.getContextClassLoader());
        assertNotSame(Thread.currentThread(), its);
    }

    @Test
    void whatDependsOnAFutureRunsInAVirtualThreadWithTheUsualClassLoader() throws Exception {
        CompletableFuture<Easy> future = loop.start(transfers.get(valve.url("/")));
        CompletableFuture<Thread> plain = future.thenApply(easy -> Thread.currentThread());
        CompletableFuture<Thread> async = future.thenApplyAsync(easy -> Thread.currentThread());
        CompletableFuture<Thread> indirect =
                CompletableFuture.allOf(future).thenApply(nothing -> Thread.currentThread());
        CompletableFuture<ClassLoader> loader =
                future.thenApply(easy -> Thread.currentThread().getContextClassLoader());
        valve.open();
        assertTrue(plain.get().isVirtual());
        assertTrue(async.get().isVirtual());
        assertTrue(indirect.get().isVirtual());
        assertEquals(ClassLoader.getSystemClassLoader(), loader.get());
    }

    @Test
    void anInterruptThatACallbackLeavesIsNotForTheLoop() throws Exception {
        Easy first = get("/a").set(WRITEFUNCTION, data -> Thread.currentThread().interrupt());
        loop.start(first).get();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        loop.start(get("/b")
                        .set(
                                WRITEFUNCTION,
                                data -> interrupted.set(Thread.currentThread().isInterrupted())))
                .get();
        assertEquals(false, interrupted.get());
    }

    @Test
    void aLoopHasAtLeastOneThread() {
        for (int wrong : new int[] {0, -1, Integer.MIN_VALUE, 1025, Integer.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> new EventLoop(wrong));
        }
        assertThrows(NullPointerException.class, () -> new EventLoop(1, null));
    }

    @Test
    void aLoopSaysWhatItHas() throws Exception {
        assertEquals("EventLoop[1 threads, 0 transfers]", loop.toString());
        assertNotEquals(loop, new Object());
        loop.shutdown();
        loop.close();
        assertEquals("EventLoop[1 threads, 0 transfers, terminated]", loop.toString());
    }
}
