package io.github.curlffm.share;

import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Stream;
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
    void lambdasThatTransferWithTheShareOfTheOtherDoNotWaitForEachOther() throws Exception {
        try (HttpPeer peer = HttpPeer.answering("body");
                Share one = new Share(LockData.CONNECT);
                Share other = new Share(LockData.CONNECT);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Throwable>> both = List.of(
                    threads.submit(transferInsideAnother(peer.url("/"), one, other)),
                    threads.submit(transferInsideAnother(peer.url("/"), other, one)));
            for (Future<Throwable> each : both) {
                assertNull(each.get());
            }
        }
    }

    /** Where libcurl is in the middle of something, the turn is not for others: then none can be waited for. */
    @Test
    void aLambdaThatKeepsTheTurnMustNotWaitForAnother() throws Exception {
        CountDownLatch hasTheTurn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (HttpPeer peer = HttpPeer.answering("body");
                Share one = new Share(LockData.CONNECT);
                Share other = new Share(LockData.CONNECT);
                ExecutorService thread = Executors.newSingleThreadExecutor();
                Easy second = new Easy().set(URL, peer.url("/")).set(SHARE, other);
                Easy outer = new Easy().set(URL, peer.url("/")).set(SHARE, one);
                Easy keeps = new Easy().set(URL, peer.url("/")).set(SHARE, other)) {
            second.set(WRITEFUNCTION, body -> {});
            second.perform(); // what it has by that must not be lost when the next one is refused
            Future<Void> keeping = thread.submit(() -> {
                keeps.set(FRESH_CONNECT, true); // not the connection that the other has left
                keeps.set(WRITEFUNCTION, body -> {}).set(SOCKOPTFUNCTION, (socket, purpose) -> {
                    hasTheTurn.countDown();
                    mayEnd.await();
                    return SockoptCallback.Result.OK;
                });
                keeps.perform();
                return null;
            });
            try {
                hasTheTurn.await();
                outer.set(WRITEFUNCTION, body -> {}).set(SOCKOPTFUNCTION, (socket, purpose) -> {
                    second.perform();
                    return SockoptCallback.Result.OK;
                });
                Throwable thrown =
                        assertThrows(CallbackException.class, outer::perform).getCause();
                assertInstanceOf(IllegalStateException.class, thrown);
                assertTrue(thrown.getMessage().contains("wait for each other for ever"), thrown::toString);
            } finally {
                mayEnd.countDown();
            }
            keeping.get();
            second.perform();
        }
    }

    @Test
    void aCloseThatIsRefusedItsTurnLeavesTheHandleOpenInItsMulti() throws Exception {
        CountDownLatch hasTheTurn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (HttpPeer peer = HttpPeer.answering("body");
                Share one = new Share(LockData.CONNECT);
                Share other = new Share(LockData.CONNECT);
                ExecutorService thread = Executors.newSingleThreadExecutor();
                Multi multi = new Multi();
                Easy added = new Easy().set(URL, peer.url("/")).set(SHARE, other);
                Easy outer = new Easy().set(URL, peer.url("/")).set(SHARE, one);
                Easy keeps = new Easy().set(URL, peer.url("/")).set(SHARE, other)) {
            multi.add(added);
            keeps.set(WRITEFUNCTION, body -> {}).set(SOCKOPTFUNCTION, (socket, purpose) -> {
                hasTheTurn.countDown();
                mayEnd.await();
                return SockoptCallback.Result.OK;
            });
            Future<Void> keeping = thread.submit(performing(keeps));
            try {
                hasTheTurn.await();
                outer.set(WRITEFUNCTION, body -> {}).set(SOCKOPTFUNCTION, (socket, purpose) -> {
                    assertThrows(IllegalStateException.class, added::close);
                    return SockoptCallback.Result.OK;
                });
                outer.perform();
                assertFalse(added.isClosed());
                assertEquals(List.of(added), multi.handles());
            } finally {
                mayEnd.countDown();
            }
            keeping.get();
            added.close();
            assertEquals(List.of(), multi.handles());
        }
    }

    @Test
    void aDownloadFeedsAnUploadOfTheSameShareThroughAQueue() throws Exception {
        SynchronousQueue<byte[]> queue = new SynchronousQueue<>();
        StringBuilder uploaded = new StringBuilder();
        try (HttpPeer from = HttpPeer.answering("body");
                HttpPeer to = new HttpPeer(exchange -> {
                    uploaded.append(new String(exchange.getRequestBody().readAllBytes()));
                    HttpPeer.answer(exchange, 200, "");
                });
                Share share = new Share(LockData.CONNECT);
                ExecutorService threads = Executors.newFixedThreadPool(2);
                Easy download = new Easy().set(URL, from.url("/")).set(SHARE, share);
                Easy upload = new Easy().set(URL, to.url("/")).set(SHARE, share)) {
            download.set(WRITEFUNCTION, queue::put);
            upload.set(UPLOAD, true)
                    .set(INFILESIZE_LARGE, (long) "body".length())
                    .set(READFUNCTION, buffer -> {
                        byte[] bytes = queue.take();
                        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
                        return bytes.length;
                    });
            List<Future<Void>> both = Stream.of(download, upload)
                    .map(easy -> threads.submit(performing(easy)))
                    .toList();
            for (Future<Void> each : both) {
                each.get();
            }
        }
        assertEquals("body", uploaded.toString());
    }

    private static Callable<Void> performing(Easy easy) {
        return () -> {
            easy.perform();
            return null;
        };
    }

    @Test
    void aTransferThatWaitsKeepsNoOtherOut() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (WireServer silent = new WireServer(connection -> {
                    connection.readHead();
                    asked.countDown();
                    connection.readLine();
                });
                HttpPeer peer = HttpPeer.answering("body");
                Share share = new Share(LockData.CONNECT);
                ExecutorService thread = Executors.newSingleThreadExecutor();
                Easy waits = new Easy().set(URL, silent.url("http", "/")).set(SHARE, share);
                Easy other = new Easy().set(URL, peer.url("/")).set(SHARE, share)) {
            Future<Throwable> waiting = thread.submit(() -> assertThrows(CurlException.class, waits::perform));
            asked.await();
            assertEquals("body", Perform.body(other));
            waits.abort();
            waiting.get();
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
            inTurn.set(URL, peer.url("/")).set(SHARE, other).set(SOCKOPTFUNCTION, (socket, purpose) -> {
                hasTheTurn.countDown();
                mayEnd.await();
                return SockoptCallback.Result.OK;
            });
            inTurn.set(WRITEFUNCTION, body -> {});
            Future<Void> waiting = thread.submit(() -> {
                inTurn.perform();
                return null;
            });
            hasTheTurn.await();
            outer.set(URL, peer.url("/")).set(SHARE, one).set(WRITEFUNCTION, body -> {});
            outer.set(FRESH_CONNECT, true).perform(); // by which it has all that it registers
            int before = Registry.size();
            try {
                Easy closed = new Easy().set(SHARE, other);
                outer.set(SOCKOPTFUNCTION, (socket, purpose) -> {
                    closed.close();
                    return SockoptCallback.Result.OK;
                });
                outer.perform();
                assertTrue(closed.isClosed());
                assertEquals(before + 1, Registry.size(), "its end has to wait");
            } finally {
                mayEnd.countDown();
            }
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
            outer.set(URL, peer.url("/")).set(SHARE, share).set(WRITEFUNCTION, body -> {});
            outer.set(SOCKOPTFUNCTION, (socket, purpose) -> {
                inner.perform();
                return SockoptCallback.Result.OK;
            });
            outer.perform();
            assertEquals(List.of("body".length()), lengths);
        }
    }
}
