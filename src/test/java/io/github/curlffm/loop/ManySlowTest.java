package io.github.curlffm.loop;

import static io.github.curlffm.option.Option.NOPROGRESS;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hundreds of transfers to which nothing happens, which a loop drives by their sockets. */
class ManySlowTest {

    /** More than a loop needs to wait for sockets by itself. */
    private static final int MANY = 300;

    /** More steps than a loop looks back at. */
    private static final int STEPS = 100;

    private final Valve valve = new Valve();
    private final HttpPeer quick = new HttpPeer(exchange -> HttpPeer.answer(exchange, 200, "quick"));
    private final Transfers transfers = new Transfers();
    private final EventLoop loop = new EventLoop();
    private final List<CompletableFuture<Easy>> slow = new ArrayList<>();

    @BeforeEach
    void letManyWait() throws Exception {
        for (int i = 0; i < MANY; i++) {
            slow.add(loop.start(transfers.get(valve.url("/" + i))));
        }
        valve.awaitRequests(MANY);
        oneAfterAnother();
    }

    @AfterEach
    void end() {
        loop.shutdownNow();
        valve.close();
        quick.close();
    }

    /** After these, the loop has seen that few of its transfers have something to do. */
    private void oneAfterAnother() throws Exception {
        for (int i = 0; i < STEPS; i++) {
            Easy easy = transfers.get(quick.url("/"));
            loop.start(easy).get();
            easy.close();
        }
    }

    @Test
    void theyAllEndAndTheLoopGoesOnWithAFew() throws Exception {
        valve.open();
        for (int i = 0; i < MANY; i++) {
            assertEquals("this is /" + i, transfers.body(slow.get(i).get()));
        }
        oneAfterAnother();
        Easy easy = transfers.get(valve.url("/again"));
        assertEquals("this is /again", transfers.body(loop.start(easy).get()));
    }

    @Test
    void whatIsShownOfTheirProgressGoesOn() throws Exception {
        CountDownLatch calls = new CountDownLatch(4);
        loop.start(transfers
                .get(valve.url("/shown"))
                .set(NOPROGRESS, false)
                .set(XFERINFOFUNCTION, (_, _, _, _) -> calls.countDown()));
        calls.await();
    }

    @Test
    void whatTheirProgressThrowsEndsThem() throws Exception {
        AtomicBoolean bad = new AtomicBoolean();
        CountDownLatch shown = new CountDownLatch(1);
        CompletableFuture<Easy> future = loop.start(transfers
                .get(valve.url("/bad"))
                .set(NOPROGRESS, false)
                .set(XFERINFOFUNCTION, (_, _, _, _) -> {
                    shown.countDown();
                    if (bad.get()) {
                        throw new IllegalStateException("bad day");
                    }
                }));
        shown.await();
        bad.set(true);
        CallbackException failure = assertInstanceOf(CallbackException.class, EventLoopTest.failure(future));
        assertEquals("bad day", failure.getCause().getMessage());
    }

    @Test
    void theirTimeIsUpWhileNothingElseHappens() throws Exception {
        CompletableFuture<Easy> future =
                loop.start(transfers.get(valve.url("/late")).set(TIMEOUT_MS, 200));
        CurlException failure = assertInstanceOf(CurlException.class, EventLoopTest.failure(future));
        assertEquals(CurlCode.OPERATION_TIMEDOUT, failure.code());
    }

    @Test
    void cancellingEndsThem() throws Exception {
        for (CompletableFuture<Easy> future : slow) {
            assertTrue(future.cancel(true));
        }
        loop.shutdown();
        assertTrue(loop.awaitTermination(Transfers.LONG));
    }
}
