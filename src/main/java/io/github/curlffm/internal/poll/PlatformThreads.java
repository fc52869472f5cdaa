package io.github.curlffm.internal.poll;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Threads that may be stopped by native code for a while, on behalf of virtual ones, which must not be. */
public final class PlatformThreads {

    private static final class Holder {
        static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> daemon(work, "curl-ffm waits"));
    }

    private PlatformThreads() {}

    /** {@return a thread of this library's own, not started} It inherits nothing from the one that needs it. */
    public static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** {@return what a call returns that waits in native code} A virtual thread parks meanwhile, interrupted or not. */
    public static int call(IntSupplier waiting) {
        return Thread.currentThread().isVirtual() ? elsewhere(waiting) : waiting.getAsInt();
    }

    private static int elsewhere(IntSupplier waiting) {
        Future<Integer> result = Holder.POOL.submit(waiting::getAsInt);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true; // the other thread is in there with this one's handle: it has to be waited for
                } catch (StackOverflowError | OutOfMemoryError cannotPark) {
                    Thread.onSpinWait();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
