package io.github.curlffm.loop;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.MAX_RECV_SPEED_LARGE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done with a handle that is in a loop. */
class RunTest {

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final Transfers transfers = new Transfers();
    private final Valve valve = new Valve();
    private final EventLoop loop = new EventLoop(2);

    @AfterEach
    void endWhatATestThatFailedLeft() {
        loop.shutdownNow();
    }

    private CompletableFuture<Easy> waiting() throws Exception {
        CompletableFuture<Easy> future = loop.start(transfers.get(valve.url("/")));
        valve.awaitRequests(1);
        return future;
    }

    private Easy easy() {
        return transfers.easies().getLast();
    }

    private static void isNotInTheLoop(Easy easy, CompletableFuture<?> future) throws Exception {
        IllegalStateException e = assertInstanceOf(IllegalStateException.class, EventLoopTest.failure(future));
        assertEquals(easy + " is not in this EventLoop", e.getMessage());
    }

    @Test
    void aPausedTransferGoesOn() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        StringBuilder body = new StringBuilder();
        Easy easy = transfers.get(peer.url("/")).set(WRITEFUNCTION, (WriteCallback) data -> {
            if (paused.getCount() > 0) {
                paused.countDown();
                return WriteCallback.PAUSE;
            }
            body.append(new String(data));
            return data.length;
        });
        CompletableFuture<Easy> future = loop.start(easy);
        paused.await();
        loop.run(easy, Easy::resume).get();
        future.get();
        assertEquals("hello", body.toString());
    }

    @Test
    void pausesAndResumesFromOutside() throws Exception {
        Needs.that(
                !Loaded.isAtLeast("8.14.0") || Loaded.isAtLeast("8.15.0"),
                "another libcurl than 8.14, which goes on with what is paused outside of callbacks");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch paused = new CountDownLatch(1);
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbegun");
            paused.await();
            connection.write("ended").readLine();
        })) {
            StringBuffer body = new StringBuffer();
            Easy easy = transfers.get(server.url("http", "/")).set(WRITEFUNCTION, data -> {
                body.append(new String(data));
                begun.countDown();
            });
            CompletableFuture<Easy> future = loop.start(easy);
            begun.await();
            loop.run(easy, Easy::pause).get();
            paused.countDown();
            assertEquals("begun", loop.run(easy, handle -> body.toString()).get());
            assertFalse(future.isDone());
            loop.run(easy, Easy::resume).get();
            future.get();
            assertEquals("begunended", body.toString());
        }
    }

    @Test
    void itRunsInTheThreadOfTheTransferAndItsResultElsewhere() throws Exception {
        AtomicReference<Thread> its = new AtomicReference<>();
        CompletableFuture<Easy> future = waiting();
        easy();
        Thread thread = loop.run(easy(), easy -> {
                    easy.set(WRITEFUNCTION, data -> its.set(Thread.currentThread()));
                    return Thread.currentThread();
                })
                .get();
        Thread dependent = loop.run(easy(), easy -> easy.set(MAX_RECV_SPEED_LARGE, 1_000_000))
                .thenApply(easy -> Thread.currentThread())
                .get();
        valve.open();
        future.get();
        assertSame(its.get(), thread);
        assertTrue(dependent.isVirtual() || dependent == Thread.currentThread());
    }

    @Test
    void whatItThrowsIsForItsFutureAlone() throws Exception {
        CompletableFuture<Easy> future = waiting();
        for (Throwable thrown :
                new Throwable[] {new IOException("thrown"), new AssertionError("error"), new StackOverflowError()}) {
            assertSame(thrown, EventLoopTest.failure(loop.run(easy(), easy -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            })));
        }
        valve.open();
        assertEquals(200L, future.get().get(RESPONSE_CODE));
    }

    @Test
    void whatACallbackMayNotDoIsRefused() throws Exception {
        CompletableFuture<Easy> future = waiting();
        for (EventLoop.Action<?> action : new EventLoop.Action<?>[] {
            easy -> {
                easy.close();
                return null;
            },
            Easy::reset,
            easy -> easy.set(URL, "http://127.0.0.1:1/"),
            easy -> loop.start(easy),
            easy -> {
                loop.close();
                return null;
            }
        }) {
            assertInstanceOf(IllegalStateException.class, EventLoopTest.failure(loop.run(easy(), action)));
        }
        valve.open();
        future.get();
    }

    @Test
    void aHandleThatIsNotInTheLoop() throws Exception {
        Easy never = transfers.get(peer.url("/"));
        isNotInTheLoop(never, loop.run(never, Easy::pause));
        loop.start(never).get();
        isNotInTheLoop(never, loop.run(never, Easy::pause));
        try (EventLoop other = new EventLoop()) {
            CompletableFuture<Easy> future = waiting();
            isNotInTheLoop(easy(), other.run(easy(), Easy::pause));
            valve.open();
            future.get();
        }
        loop.close();
        isNotInTheLoop(never, loop.run(never, Easy::pause));
        assertThrows(NullPointerException.class, () -> loop.run(null, Easy::pause));
        assertThrows(NullPointerException.class, () -> loop.run(never, null));
    }

    @Test
    void aTransferThatIsDoneFirst() throws Exception {
        Easy first = transfers.get(peer.url("/"));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        first.set(WRITEFUNCTION, data -> {
            inside.countDown();
            goOn.await();
            throw new IOException("which ends it");
        });
        loop.start(first);
        inside.await();
        CompletableFuture<Easy> cancelled = loop.run(first, Easy::resume);
        cancelled.cancel(true);
        CompletableFuture<Easy> late = loop.run(first, Easy::resume);
        goOn.countDown();
        isNotInTheLoop(first, late);
    }

    @Test
    void aCallbackMayHaveItDoneAfterItself() throws Exception {
        AtomicReference<CompletableFuture<Long>> asked = new AtomicReference<>();
        Easy other = transfers.get(valve.url("/other"));
        CompletableFuture<Easy> future = loop.start(other);
        Easy easy = transfers.get(peer.url("/"));
        easy.set(WRITEFUNCTION, data -> {
            asked.set(loop.run(other, handle -> handle.get(RESPONSE_CODE)));
            assertFalse(asked.get().isDone());
        });
        loop.start(easy).get();
        assertEquals(0L, asked.get().get());
        valve.open();
        future.get();
    }
}
