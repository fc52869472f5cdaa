package io.github.curlffm;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Completes the futures of a {@link LoopThread} in the executor of its loop: what depends on them runs there. */
final class Delivery {

    /** Each in a virtual thread of its own, which has nothing of the thread that begins it. */
    static final Executor VIRTUAL_THREADS = Thread.ofVirtual().inheritInheritableThreadLocals(false)::start;

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int FEW = 64;

    private final Executor executor;

    /** What may not be done yet. Of the thread of the loop; after its end, of nobody. */
    private final Queue<LoopFuture<?>> onTheWay = new ArrayDeque<>();

    private int manyOnTheWay = FEW;

    Delivery(Executor executor) {
        this.executor = executor;
    }

    Executor executor() {
        return executor;
    }

    /** Completes a future, whatever the executor does: what was a transfer's is lost to nobody. */
    void deliver(LoopFuture<?> future, Runnable completion) {
        remember(future);
        if (!isTaken(executor, completion) && !isTaken(VIRTUAL_THREADS, completion)) {
            insist(completion);
        }
    }

    /** Lets go of what is done, of the first ones at least: they refer to handles. */
    void forgetDone() {
        while (!onTheWay.isEmpty() && onTheWay.peek().isDone()) {
            onTheWay.remove();
        }
    }

    /** If one of the first stays that is not done, the others are looked for when there are twice as many. */
    private void remember(LoopFuture<?> future) {
        forgetDone();
        if (onTheWay.size() >= manyOnTheWay) {
            onTheWay.removeIf(LoopFuture::isDone);
            manyOnTheWay = Math.max(FEW, 2 * onTheWay.size());
        }
        onTheWay.add(future);
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

    /** {@return whether all that have been given to the executor are done} Asked after the end of the thread. */
    boolean isDone() {
        return onTheWay.stream().allMatch(LoopFuture::isDone);
    }

    /** Waits for those that have been given to the executor, not for what depends on them; after the end of the thread. */
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
