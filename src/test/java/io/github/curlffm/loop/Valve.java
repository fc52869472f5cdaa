package io.github.curlffm.loop;

import io.github.curlffm.testing.HttpPeer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A server that answers with {@code this is} and the path once it is opened. It counts what it is asked. */
final class Valve implements AutoCloseable {

    private final CountDownLatch open = new CountDownLatch(1);
    private final Semaphore asked = new Semaphore(0);
    private final HttpPeer peer = new HttpPeer(exchange -> {
        asked.release();
        try {
            open.await();
        } catch (InterruptedException closed) {
            return;
        }
        HttpPeer.answer(exchange, 200, "this is " + exchange.getRequestURI().getPath());
    });

    String url(String path) {
        return peer.url(path);
    }

    /** Returns when it has been asked so many times. */
    Valve awaitRequests(int count) throws InterruptedException {
        asked.acquire(count);
        return this;
    }

    int requestsSinceThen() {
        return asked.availablePermits();
    }

    Valve open() {
        open.countDown();
        return this;
    }

    @Override
    public void close() {
        open();
        peer.close();
    }
}
