package io.github.curlffm.internal.handle;

import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the C handles that nobody closed. Their end may take as long as a server or a user likes: an FTP server that does
 * not answer QUIT, a name server, a transfer that has the turn. So the one thread that learns of them hands them on, to as
 * many threads as it takes, which last no longer than there is something to do; what has to wait for its turn does so in a
 * queue, without a thread.
 */
public final class Reclaim {

    private static final Cleaner CLEANER = Cleaner.create(Reclaim::cleanerThread);
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Reclaim::daemon);
    private static final long PAUSE_MS = 50;

    private static final Queue<Owned> WAITING = new ArrayDeque<>();
    private static volatile Thread cleaner;

    private Reclaim() {}

    private static Thread cleanerThread(Runnable work) {
        cleaner = daemon(work);
        return cleaner;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "curl-ffm reclaims", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** {@return what lets go of something, once: when it is told to, or some time after the owner has become unreachable} */
    public static Cleaner.Cleanable register(Object owner, Owned owned) {
        return CLEANER.register(owner, () -> letGo(owned));
    }

    /** Some time after the owner has become unreachable this is done, which must not take long. */
    public static void whenForgotten(Object owner, Runnable action) {
        CLEANER.register(owner, action);
    }

    private static void letGo(Owned owned) {
        if (Thread.currentThread() == cleaner) {
            THREADS.execute(() -> letGoOrQueue(owned));
        } else if (!Turns.isHeldHere() || !owned.isLast()) {
            owned.release();
        } else if (!owned.tryReleaseLast()) { // an end is not refused as a transfer is: it comes later
            queue(owned);
        }
    }

    private static void letGoOrQueue(Owned owned) {
        if (!letGoNow(owned)) {
            queue(owned);
        }
    }

    /** {@return whether that could be} */
    private static boolean letGoNow(Owned owned) {
        try {
            synchronized (owned.together()) { // a multi and what is in it, which libcurl takes out of it
                if (owned.isLast()) {
                    return owned.tryReleaseLast();
                }
                owned.release();
            }
        } catch (Throwable nobodyIsLeftToBeTold) {
            // a callback's, of a handle that nobody has: it has ended all the same
        }
        return true;
    }

    private static void queue(Owned owned) {
        synchronized (WAITING) {
            WAITING.add(owned);
            if (WAITING.size() == 1) {
                THREADS.execute(Reclaim::workOffQueue);
            }
        }
    }

    /** Runs as long as something waits. */
    private static void workOffQueue() {
        for (int left = size(); left > 0; left = size()) {
            for (int i = 0; i < left; i++) {
                Owned next = head();
                if (letGoNow(next)) {
                    remove(next);
                } else {
                    moveToTheEnd();
                }
            }
            pause();
        }
    }

    private static int size() {
        synchronized (WAITING) {
            return WAITING.size();
        }
    }

    private static Owned head() {
        synchronized (WAITING) {
            return WAITING.element();
        }
    }

    private static void moveToTheEnd() {
        synchronized (WAITING) {
            WAITING.add(WAITING.remove());
        }
    }

    private static void remove(Owned done) {
        synchronized (WAITING) {
            WAITING.remove(done);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            // nobody else has this thread; the next handle that waits may not
        }
    }
}
