package io.github.curlffm.http;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The body of one request: the publisher gives some in advance, and libcurl takes it. Where there is nothing to take, libcurl
 * pauses. If libcurl has to send it again, the publisher is subscribed once more.
 */
final class RequestBody {

    /** What a body asks of its transfer. */
    interface Sink {
        /** Lets libcurl read again. */
        void resume();

        /** Ends the transfer, after this step of libcurl's. */
        void fail(Throwable thrown);
    }

    /** So much is asked for in advance. */
    private static final int MUCH = 128 * 1024;

    private final BodyPublisher publisher;
    private final long length;
    private final Executor executor;
    private final Sink sink;
    private final Lock lock = new ReentrantLock();

    // --- under the lock
    private final Queue<ByteBuffer> ready = new ArrayDeque<>();
    private long readyBytes;
    private boolean isPaused;
    private boolean isComplete;
    private boolean isEnded;
    private Throwable failure;
    private Subscriber current;

    /**
     * Makes a body that has not begun.
     *
     * @param length how long the publisher says it is, negative if it does not know
     * @param executor where the publisher is asked, one thing after the other
     */
    RequestBody(BodyPublisher publisher, long length, Executor executor, Sink sink) {
        this.publisher = publisher;
        this.length = length;
        this.executor = executor;
        this.sink = sink;
    }

    /** Subscribes the publisher. One that knows its length has its bytes, and gives the first ones at once. */
    void begin() {
        if (length < 0) {
            beginLater();
        } else {
            subscribe();
        }
    }

    private void beginLater() {
        executor.execute(this::subscribe);
    }

    private void subscribe() {
        Subscriber subscriber = new Subscriber();
        lock.lock();
        try {
            if (isEnded) {
                return;
            }
            current = subscriber;
        } finally {
            lock.unlock();
        }
        try {
            publisher.subscribe(subscriber);
            subscriber.askNow();
        } catch (Throwable t) {
            fail(subscriber, t);
        }
    }

    /** What has come before is sent before the call fails, if libcurl comes so far. */
    private void fail(Subscriber of, Throwable thrown) {
        boolean resumes;
        lock.lock();
        try {
            if (current != of) {
                return;
            }
            failure = thrown;
            resumes = isPaused;
            isPaused = false;
        } finally {
            lock.unlock();
        }
        if (resumes) {
            sink.resume();
        }
    }

    // --- for libcurl's thread
    // -----------------------------------------------------------------------------------------

    /** A {@link ReadCallback}. */
    int read(ByteBuffer into) {
        int before = into.position();
        Subscriber asked = null;
        lock.lock();
        try {
            while (into.hasRemaining() && !ready.isEmpty()) {
                ByteBuffer first = ready.peek();
                int count = Math.min(first.remaining(), into.remaining());
                into.put(into.position(), first, first.position(), count);
                into.position(into.position() + count);
                first.position(first.position() + count);
                readyBytes -= count;
                if (!first.hasRemaining()) {
                    ready.remove();
                }
            }
            if (readyBytes < MUCH / 2 && current != null && current.isIdle) {
                asked = current;
                asked.isIdle = false;
            }
            if (into.position() == before && failure != null) {
                sink.fail(failure);
                failure = null;
                return ReadCallback.PAUSE; // libcurl sends what it has, and that is all
            }
            isPaused = into.position() == before && !isComplete;
            return isPaused ? ReadCallback.PAUSE : into.position() - before;
        } finally {
            lock.unlock();
            if (asked != null) {
                asked.askSoon();
            }
        }
    }

    /** A {@link SeekCallback}: begins again. */
    SeekCallback.Result seek(long offset, SeekCallback.Origin origin) {
        if (offset != 0 || origin != SeekCallback.Origin.SET) {
            return SeekCallback.Result.CANTSEEK;
        }
        stop();
        lock.lock();
        try {
            isComplete = false;
            isPaused = false;
            failure = null;
        } finally {
            lock.unlock();
        }
        beginLater();
        return SeekCallback.Result.OK;
    }

    /** The transfer is over; the publisher is told, if it is not at its end. */
    void end() {
        lock.lock();
        try {
            isEnded = true;
        } finally {
            lock.unlock();
        }
        stop();
    }

    private void stop() {
        Subscriber stopped;
        lock.lock();
        try {
            stopped = current;
            current = null;
            ready.clear();
            readyBytes = 0;
        } finally {
            lock.unlock();
        }
        if (stopped != null && stopped.subscription != null) {
            executor.execute(stopped.subscription::cancel);
        }
    }

    // --- for the publisher
    // --------------------------------------------------------------------------------------------

    /** One subscription to the publisher. */
    private final class Subscriber implements Flow.Subscriber<ByteBuffer> {

        private volatile Flow.Subscription subscription;
        private long given;

        /** Under the lock: whether it has been asked for nothing, since there was much. */
        private boolean isIdle;

        /** How often to ask, where that is going on; at first this is subscribing. */
        private final AtomicInteger asking = new AtomicInteger(1);

        void askSoon() {
            if (asking.getAndIncrement() == 0) {
                executor.execute(this::ask);
            }
        }

        private void ask() {
            do {
                try {
                    subscription.request(1);
                } catch (Throwable t) {
                    fail(this, t);
                    return; // it is asked for nothing more
                }
            } while (asking.decrementAndGet() > 0);
        }

        /** Subscribing is done. */
        void askNow() {
            if (asking.decrementAndGet() > 0) {
                ask();
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription its) {
            if (subscription != null) {
                its.cancel();
                return;
            }
            subscription = its;
            askSoon();
        }

        @Override
        public void onNext(ByteBuffer item) {
            long left = length - given;
            given += item.remaining();
            if (length >= 0 && given > length) {
                subscription.cancel();
                // without the last one, so that libcurl comes back for it and is told
                add(item.slice(item.position(), (int) Math.max(0, left - 1)));
                fail(this, new IOException("Too many bytes in request body. Expected: " + length + ", got: " + given));
            } else {
                add(item);
            }
        }

        private void add(ByteBuffer item) {
            boolean resumes;
            boolean asks;
            lock.lock();
            try {
                if (current != this) {
                    return;
                }
                if (item.hasRemaining()) {
                    ready.add(item);
                    readyBytes += item.remaining();
                }
                asks = readyBytes < MUCH;
                isIdle = !asks;
                resumes = isPaused && !ready.isEmpty();
                isPaused &= !resumes;
            } finally {
                lock.unlock();
            }
            if (resumes) {
                sink.resume();
            }
            if (asks) {
                askSoon();
            }
        }

        @Override
        public void onError(Throwable thrown) {
            fail(this, Objects.requireNonNullElseGet(thrown, () -> new NullPointerException("onError was told null")));
        }

        @Override
        public void onComplete() {
            if (length > 0 && given < length) {
                fail(this, new IOException("Too few bytes returned by the publisher (" + given + "/" + length + ")"));
                return;
            }
            boolean resumes;
            lock.lock();
            try {
                if (current != this) {
                    return;
                }
                isComplete = true;
                current = null;
                resumes = isPaused;
                isPaused = false;
            } finally {
                lock.unlock();
            }
            if (resumes) {
                sink.resume();
            }
        }
    }
}
