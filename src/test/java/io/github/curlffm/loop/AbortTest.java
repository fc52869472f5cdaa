package io.github.curlffm.loop;

import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.UnansweringPeer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link Easy#abort} ends the transfer of a handle that is in a loop. */
class AbortTest {

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final StallingPeer stalling = new StallingPeer();
    private final Transfers transfers = new Transfers();
    private final EventLoop loop = new EventLoop(2);

    @AfterEach
    void endWhatATestThatFailedLeft() {
        loop.shutdownNow();
    }

    private void wasAborted(Easy easy, CompletableFuture<Easy> future) throws Exception {
        CurlException failure = assertInstanceOf(CurlException.class, EventLoopTest.failure(future));
        assertEquals(CurlCode.ABORTED_BY_CALLBACK, failure.code());
        assertEquals("[42] Operation was aborted by an application callback (aborted)", failure.getMessage());
        assertEquals(0, loop.size());
        transfers.stillPerforms(easy, peer.url("/"), "hello");
    }

    @Test
    void whileItConnects(UnansweringPeer nobody) throws Exception {
        Easy easy = transfers.get(nobody.url());
        CompletableFuture<Easy> future = loop.start(easy);
        easy.abort();
        wasAborted(easy, future);
    }

    @Test
    void whileItReceives() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Easy easy = transfers.get(stalling.url()).set(WRITEFUNCTION, data -> begun.countDown());
        CompletableFuture<Easy> future = loop.start(easy);
        begun.await();
        easy.abort();
        wasAborted(easy, future);
    }

    @Test
    void fromItsOwnCallback() throws Exception {
        Easy easy = transfers.get(stalling.url());
        easy.set(WRITEFUNCTION, data -> easy.abort());
        wasAborted(easy, loop.start(easy));
    }

    @Test
    void whatHasEndedIsNotTouchedNorTheNext() throws Exception {
        Easy easy = transfers.get(peer.url("/"));
        loop.start(easy).get();
        easy.abort();
        assertEquals(easy, loop.start(easy).get());
    }
}
