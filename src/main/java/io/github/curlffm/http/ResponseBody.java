package io.github.curlffm.http;

import io.github.curlffm.callback.WriteCallback;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The body of one response: libcurl writes, and the subscriber is told as much as it has asked for. What nobody has asked for
 * waits in here; when that is much, libcurl pauses.
 */
final class ResponseBody implements Flow.Subscription {

    /** What a body asks of its transfer. */
    interface Source {
        /** Lets libcurl write again. */
        void resume();

        /** Ends the transfer; {@code end} is called nevertheless. */
        void abort();
    }

    /** Of one response that nobody reads; that is more than a round trip of most connections. */
    private static final int MUCH = 128 * 1024;

    /** A body that is not wanted ends sooner when the connection is closed than when so much is received. */
    private static final int MOST_DROPPED = 64 * 1024;

    private final Source source;
    private final Executor serial;
    private final Lock lock = new ReentrantLock();
    private final AtomicBoolean isGoingToDeliver = new AtomicBoolean();

    // --- under the lock
    private List<ByteBuffer> ready = new ArrayList<>();
    private long readyBytes;
    private long dropped;
    private long demand;
    private boolean isPaused;
    private boolean isDropped;
    private boolean isEnded;
    private Throwable failure;

    // --- of the tasks of the queue
    private BodySubscriber<?> subscriber;
    private volatile boolean isCancelled;
    private boolean isDone;
    private Consumer<Throwable> whenDone;

    /**
     * Makes a body of which nothing has come.
     *
     * @param serial where the subscriber is told, one thing after the other
     */
    ResponseBody(Source source, Executor serial) {
        this.source = source;
        this.serial = serial;
    }

    // --- for libcurl's thread
    // -----------------------------------------------------------------------------------------

    /** A {@link WriteCallback}. */
    long write(byte[] data) {
        lock.lock();
        try {
            if (isDropped) {
                dropped += data.length;
                return dropped > MOST_DROPPED ? WriteCallback.ERROR : data.length;
            }
            if (readyBytes >= MUCH) {
                isPaused = true;
                return WriteCallback.PAUSE;
            }
            ready.add(ByteBuffer.wrap(data).asReadOnlyBuffer());
            readyBytes += data.length;
            if (demand == 0) {
                return data.length;
            }
        } finally {
            lock.unlock();
        }
        deliverSoon();
        return data.length;
    }

    /** The transfer is over; what failed, or null. The first call counts. */
    void end(Throwable thrown) {
        lock.lock();
        try {
            if (isEnded) {
                return;
            }
            isEnded = true;
            failure = thrown;
        } finally {
            lock.unlock();
        }
        deliverSoon();
    }

    // --- for the user's code
    // ------------------------------------------------------------------------------------------

    /** In the queue: from now on the subscriber is told. At the end {@code done} is told what failed, or null. */
    void begin(BodySubscriber<?> to, Consumer<Throwable> done) {
        subscriber = to;
        whenDone = done;
        to.onSubscribe(this);
        deliver();
    }

    /** {@return whether the subscriber has been told all} In the queue. */
    boolean isDone() {
        return isDone;
    }

    /** What has come and will come is for nobody. */
    void drop() {
        boolean wasPaused;
        lock.lock();
        try {
            isDropped = true;
            ready = new ArrayList<>();
            wasPaused = isPaused;
            isPaused = false;
        } finally {
            lock.unlock();
        }
        if (wasPaused) {
            source.resume();
        }
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            serial.execute(() -> failNow(new IllegalArgumentException("non-positive subscription request: " + count)));
            return;
        }
        lock.lock();
        try {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        } finally {
            lock.unlock();
        }
        deliverSoon();
    }

    @Override
    public void cancel() {
        isCancelled = true;
        drop();
        source.abort();
        serial.execute(() -> done(null));
    }

    /** Tells the subscriber that it fails, before what waits for it. */
    void fail(Throwable thrown) {
        serial.execute(() -> failNow(thrown));
    }

    private void failNow(Throwable thrown) {
        if (isDone) {
            return;
        }
        drop();
        source.abort();
        tell(thrown);
        done(thrown);
    }

    private void tell(Throwable thrown) {
        try {
            if (subscriber != null) {
                subscriber.onError(thrown);
            }
        } catch (Throwable t) {
            if (t != thrown) {
                thrown.addSuppressed(t);
            }
        }
    }

    private void done(Throwable thrown) {
        if (!isDone) {
            isDone = true;
            if (whenDone != null) {
                whenDone.accept(thrown);
            }
        }
    }

    private void deliverSoon() {
        if (isGoingToDeliver.compareAndSet(false, true)) {
            serial.execute(this::deliverNow);
        }
    }

    private void deliverNow() {
        isGoingToDeliver.set(false);
        deliver();
    }

    private void deliver() {
        try {
            while (!isDone && !isCancelled && subscriber != null) {
                List<ByteBuffer> some = take();
                if (some != null) {
                    subscriber.onNext(some);
                } else if (hasAllBeenTaken()) {
                    end();
                } else {
                    return;
                }
            }
        } catch (Throwable t) {
            failNow(t);
        }
    }

    /** {@return all that has come, null if there is nothing or it was not asked for} */
    private List<ByteBuffer> take() {
        boolean wasPaused;
        List<ByteBuffer> all;
        lock.lock();
        try {
            if (demand == 0 || ready.isEmpty()) {
                return null;
            }
            if (demand != Long.MAX_VALUE) {
                demand--;
            }
            all = List.copyOf(ready);
            ready = new ArrayList<>();
            readyBytes = 0;
            wasPaused = isPaused;
            isPaused = false;
        } finally {
            lock.unlock();
        }
        if (wasPaused) {
            source.resume();
        }
        return all;
    }

    private boolean hasAllBeenTaken() {
        lock.lock();
        try {
            return isEnded && ready.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        if (failure != null) {
            failNow(failure);
        } else {
            isDone = true;
            Throwable thrown = null;
            try {
                subscriber.onComplete();
            } catch (Throwable t) {
                thrown = t;
                tell(t); // who reads from it waits for an end
            }
            whenDone.accept(thrown);
        }
    }
}
