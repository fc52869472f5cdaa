package io.github.curlffm.share;

import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Transfers of shares that take turns, one inside the lambda of another. */
class TurnsTest {

    private final CyclicBarrier bothHaveTheirTurn = new CyclicBarrier(2);

    /** {@return what the transfer inside the lambda threw, or null} */
    private Callable<Throwable> transferInsideAnother(String url, Share outer, Share inner) {
        return () -> {
            try (Easy first = new Easy();
                    Easy second = new Easy()) {
                second.set(URL, url).set(SHARE, inner).set(WRITEFUNCTION, body -> {});
                first.set(URL, url).set(SHARE, outer).set(WRITEFUNCTION, body -> {
                    bothHaveTheirTurn.await();
                    second.perform();
                });
                first.perform();
                return null;
            } catch (CallbackException e) {
                return e.getCause();
            }
        };
    }

    @Test
    void twoThatWouldWaitForEachOtherForEverAreNotBothLetWait() throws Exception {
        try (HttpPeer peer = HttpPeer.answering("body");
                Share one = new Share(LockData.CONNECT);
                Share other = new Share(LockData.CONNECT);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Throwable>> both = new ArrayList<>();
            both.add(threads.submit(transferInsideAnother(peer.url("/"), one, other)));
            both.add(threads.submit(transferInsideAnother(peer.url("/"), other, one)));
            List<Throwable> refused = new ArrayList<>();
            for (Future<Throwable> each : both) {
                Throwable thrown = each.get();
                if (thrown != null) {
                    refused.add(thrown);
                }
            }
            assertTrue(!refused.isEmpty(), "one of them has to be refused");
            for (Throwable thrown : refused) {
                assertInstanceOf(IllegalStateException.class, thrown);
                assertTrue(thrown.getMessage().contains("wait for each other for ever"), thrown::toString);
            }
        }
    }

    @Test
    void aHandleThatIsClosedInsideALambdaEndsWhenItIsItsTurn() throws Exception {
        CountDownLatch hasTheTurn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (HttpPeer peer = HttpPeer.answering("body");
                Share one = new Share(LockData.CONNECT);
                Share other = new Share(LockData.CONNECT);
                ExecutorService thread = Executors.newSingleThreadExecutor();
                Easy inTurn = new Easy();
                Easy outer = new Easy()) {
            inTurn.set(URL, peer.url("/")).set(SHARE, other).set(WRITEFUNCTION, body -> {
                hasTheTurn.countDown();
                mayEnd.await();
            });
            Future<Void> waiting = thread.submit(() -> {
                inTurn.perform();
                return null;
            });
            hasTheTurn.await();
            int before = Registry.size();
            Easy closed = new Easy().set(SHARE, other);
            outer.set(URL, peer.url("/")).set(SHARE, one).set(WRITEFUNCTION, body -> closed.close());
            outer.perform();
            assertTrue(closed.isClosed());
            assertEquals(before + 1, Registry.size(), "its end has to wait");
            mayEnd.countDown();
            waiting.get();
            Garbage.collectUntil(() -> Registry.size() == before, "it has ended");
        }
    }

    @Test
    void aTransferOfTheSameShareInsideALambdaHasTheTurnAlready() throws Exception {
        try (HttpPeer peer = HttpPeer.answering("body");
                Share share = new Share(LockData.CONNECT);
                Easy inner = new Easy();
                Easy outer = new Easy()) {
            List<Integer> lengths = new ArrayList<>();
            inner.set(URL, peer.url("/")).set(SHARE, share).set(WRITEFUNCTION, body -> lengths.add(body.length));
            outer.set(URL, peer.url("/")).set(SHARE, share).set(WRITEFUNCTION, body -> inner.perform());
            outer.perform();
            assertEquals(List.of("body".length()), lengths);
        }
    }
}
