package io.github.curlffm;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Completes the futures of an {@link EventLoop} in its executor: what depends on them runs there. */
final class Delivery {

    /** Each in a virtual thread of its own, which has nothing of the thread that begins it. */
    static final Executor VIRTUAL_THREADS = Thread.ofVirtual().inheritInheritableThreadLocals(false)::start;

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

    private final Executor executor;
    private final Set<LoopFuture<?>> onTheWay = ConcurrentHashMap.newKeySet();

    Delivery(Executor executor) {
        this.executor = executor;
    }

    Executor executor() {
        return executor;
    }

    /** Completes a future, whatever the executor does: what was a transfer's is lost to nobody. */
    void deliver(LoopFuture<?> future, Runnable completion) {
        Runnable last = () -> {
            try {
                completion.run();
            } finally {
                onTheWay.remove(future);
            }
        };
        onTheWay.add(future);
        if (!isTaken(executor, last) && !isTaken(VIRTUAL_THREADS, last)) {
            insist(last);
        }
    }

    /** Completes a future here, as soon as there is memory for that. */
    static void insist(Runnable completion) {
        while (!isTaken(Runnable::run, completion)) {
            LockSupport.parkNanos(MOMENT);
        }
    }

    private static boolean isTaken(Executor executor, Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (Throwable refused) {
            return false;
        }
    }

    /** {@return whether all that have been given to the executor are done} */
    boolean isDone() {
        return onTheWay.stream().allMatch(LoopFuture::isDone);
    }

    /** Waits for those that have been given to the executor up to now, not for what depends on them. */
    boolean await(long deadline) throws InterruptedException {
        for (LoopFuture<?> future : onTheWay) {
            try {
                future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException | CancellationException done) {
                // which is all that is asked for
            }
        }
        return true;
    }
}
