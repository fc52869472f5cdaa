package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.poll.PlatformThreads;
import io.github.curlffm.internal.upcall.Turns;
import java.lang.ref.Cleaner;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the C handles that were not closed. An end may take as long as a server or a user likes: an FTP server that does
 * not answer QUIT, a DNS server, a transfer that has the turn. So the cleaner's thread passes each end to another
 * thread. There are as many threads as needed, and they end when there is nothing to do. What has to wait for its turn
 * waits without a thread.
 */
public final class Reclaim {

    /** Its thread is the JDK's: one that is made here would know this class, and keep its class loader. */
    private static final Cleaner CLEANER = Cleaner.create();

    /** So many servers may be slow at once before a handle has to wait for one of them. */
    private static final int MOST_THREADS = 64;

    private static final ThreadPoolExecutor THREADS = threads();
    private static final ScheduledThreadPoolExecutor LATER = later();
    private static final long PAUSE_MS = 50;

    private final Owned owned;
    private Cleaner.Cleanable cleanable;
    private boolean told;

    private Reclaim(Owned owned) {
        this.owned = owned;
    }

    private static Thread daemon(Runnable work) {
        return PlatformThreads.daemon(work, "curl-ffm reclaims");
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Reclaim::daemon);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static void execute(Runnable work) {
        try {
            THREADS.execute(work);
        } catch (OutOfMemoryError noThread) { // then the next one that there is does it
            THREADS.getQueue().add(work);
        }
    }

    private static ScheduledThreadPoolExecutor later() {
        ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, Reclaim::daemon);
        later.setKeepAliveTime(1, TimeUnit.SECONDS);
        later.allowCoreThreadTimeOut(true);
        return later;
    }

    /** Some time after the owner has become unreachable this is done, which must not take long. */
    public static void whenForgotten(Object owner, Runnable action) {
        CLEANER.register(owner, action);
    }

    /** {@return what releases a resource, once: when it is told to, or some time after the owner has become unreachable} */
    public static Reclaim register(Object owner, Owned owned) {
        Reclaim reclaim = new Reclaim(owned);
        reclaim.cleanable = CLEANER.register(owner, reclaim::letGo);
        return reclaim;
    }

    /** Releases it now, or when it is its turn. */
    public void now() {
        told = true;
        cleanable.clean();
    }

    private void letGo() {
        if (!told) {
            execute(() -> letGoOrWait(owned));
        } else if (!Turns.isHeldHere() || !owned.isLast()) {
            owned.release();
        } else if (!owned.tryReleaseLast()) { // a transfer is refused now, an end comes later
            letGoLater(owned);
        }
    }

    private static void letGoOrWait(Owned owned) {
        if (!letGoNow(owned)) {
            letGoLater(owned);
        }
    }

    /** {@return whether it was its turn} */
    private static boolean letGoNow(Owned owned) {
        try {
            synchronized (owned.together()) { // a multi and its handles, which libcurl removes when it ends
                if (owned.isLast()) {
                    return owned.tryReleaseLast();
                }
                owned.release();
            }
        } catch (Throwable nobodyIsLeftToBeTold) {
            // of a callback, and the handle is unreachable: it has ended nevertheless
        }
        return true;
    }

    /** Tries again on a thread of its own, since the end may take long. */
    private static void letGoLater(Owned owned) {
        LATER.schedule(() -> execute(() -> letGoOrWait(owned)), PAUSE_MS, TimeUnit.MILLISECONDS);
    }
}
