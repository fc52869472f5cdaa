package io.github.curlffm;

import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.upcall.Pending;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread of an {@link EventLoop}, which drives one multi. Others give it tasks, which it does between the steps of its
 * transfers. It does not know the loop, so that one that is forgotten can be noticed.
 */
final class LoopThread extends Thread {

    /** Nothing depends on it, unless a wake-up fails. */
    private static final Duration SLEEP = Duration.ofSeconds(1);

    /** When what failed is tried again. */
    private static final Duration NAP = Duration.ofMillis(10);

    private final Multi multi = new Multi();
    private final LoopDriver driver = new LoopDriver(multi, this);
    private final Delivery delivery;
    private final Pending untold;
    private final LoopTasks tasks = new LoopTasks(this::wakeUp);
    private final LoopTransfers transfers;
    private final LoopPushes pushes;
    private final CountDownLatch end = new CountDownLatch(1);

    /** Makes one that is not begun. What nobody is told of is for the loop to tell. */
    LoopThread(String name, Executor dependents, Pending untold) {
        super(null, null, name, 0, false);
        this.delivery = new Delivery(dependents);
        this.untold = untold;
        this.transfers = new LoopTransfers(this, multi);
        this.pushes = new LoopPushes(this, transfers);
        setDaemon(true);
        setContextClassLoader(null);
    }

    /** Begins. From now on nobody else gets at the multi and what is in it. */
    void begin() {
        Gate gate = multi.gate();
        gate.enter(multi);
        gate.keepFor(this);
        gate.exit();
        try {
            start();
        } catch (Throwable t) {
            gate.keepForNobody();
            multi.close();
            throw t;
        }
    }

    Multi multi() {
        return multi;
    }

    LoopTransfers transfers() {
        return transfers;
    }

    LoopPushes pushes() {
        return pushes;
    }

    // --- for all threads
    // ----------------------------------------------------------------------------------------------

    /**
     * Starts the transfer of a handle that nobody uses, and that nobody else can use from now on.
     *
     * @param gate the handle's, kept for this thread already
     */
    TransferFuture begin(Easy easy, Gate gate) {
        boolean begun = false;
        try {
            TransferFuture future = future(easy);
            transfers.put(future);
            begun = tasks.giveNew(() -> transfers.admit(future));
            if (!begun) {
                throw new RejectedExecutionException("this EventLoop is shut down");
            }
            return future;
        } finally {
            if (!begun) {
                transfers.forget(easy);
                gate.keepForNobody();
            }
        }
    }

    /** {@return a new future for a transfer in here} */
    TransferFuture future(Easy easy) {
        return new TransferFuture(this, easy, delivery.executor());
    }

    /** {@return whether a task is going to be done}, which it is not after the end. */
    boolean give(LoopTasks.Task task) {
        return tasks.give(task);
    }

    private void wakeUp() {
        try {
            driver.wakeUp();
        } catch (CurlMultiException | IllegalStateException e) {
            // libcurl could not: then the task is found when this has slept; or it has ended since
        }
    }

    /** A transfer of which it has been said how it ends is going to be taken out. */
    void takeOutSoon(TransferFuture future) {
        give(() -> transfers.takeOut(future));
    }

    /**
     * {@return whether the transfer is out} If not, it will be: this thread has been interrupted, or must not wait, since it
     * may be the one that is waited for.
     */
    boolean takeOutNow(TransferFuture future) {
        CountDownLatch out = new CountDownLatch(1);
        boolean given = give(() -> {
            try {
                transfers.takeOut(future);
            } finally {
                out.countDown();
            }
        });
        if (given && LoopCall.mustNotWait()) {
            return false;
        }
        try {
            if (given) {
                out.await();
            }
            return transfers.get(future.easy()) != future;
        } catch (InterruptedException e) {
            currentThread().interrupt();
            return false;
        }
    }

    /** No more transfers are started; when the last one is out, this ends. */
    void shutdown() {
        tasks.shut();
    }

    /** Ends all transfers. */
    void cancelAll() {
        transfers.failAll(EventLoop.shutDownNow());
        give(transfers::takeOutAllThatEnd);
    }

    boolean isShut() {
        return tasks.isShut();
    }

    /** {@return whether this has ended, and all its futures are done} */
    boolean isTerminated() {
        return end.getCount() == 0 && delivery.isDone();
    }

    /** {@return whether it has come to that} */
    boolean awaitTermination(long deadline) throws InterruptedException {
        return end.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && delivery.await(deadline);
    }

    // --- the thread
    // ---------------------------------------------------------------------------------------------------

    @Override
    public void run() {
        while (!tasks.end(!transfers.isEmpty())) {
            try {
                step();
            } catch (Throwable t) {
                survive(t);
            }
        }
        try (driver) {
            multi.close();
        } catch (Throwable t) {
            untold(t);
        }
        end.countDown();
    }

    private void step() throws Exception {
        interrupted(); // by one of its own callbacks, whose business that was
        transfers.tryAgain();
        tasks.run();
        try {
            driver.step(transfers::isAnyToBeLookedAt);
        } catch (CurlMultiException e) {
            if (e.getCause() == null) {
                throw e;
            }
            untold(e); // a callback of a handle that is not here any more threw: libcurl has gone on
        }
        for (Message message : multi.messages()) {
            transfers.done(message);
        }
        delivery.forgetDone();
        if (tasks.fallAsleep(!transfers.isEmpty())) {
            driver.await(transfers.mustTryAgain() ? NAP : SLEEP, transfers.size());
        }
    }

    /** What is thrown out of a step fails all that are in here. */
    private void survive(Throwable thrown) {
        try {
            if (!transfers.failAll(thrown)) {
                untold(thrown);
            }
            transfers.tryAgainSoon();
            multi.messages(); // they would be taken for those of the next transfers
            LockSupport.parkNanos(NAP.toNanos()); // it may be thrown again, and again
        } catch (Throwable t) {
            untold(t);
        }
    }

    /** Keeps what a callback threw that is about no transfer in here. */
    void untold(Throwable thrown) {
        untold.fail(thrown);
    }

    // --- what users do in this thread
    // ---------------------------------------------------------------------------------

    /** Completes a future where the loop's futures are completed. If that is in this thread, it is as in a callback. */
    void deliver(LoopFuture<?> future, Runnable completion) {
        try (var _ = multi.enter()) {
            delivery.deliver(future, completion);
        } catch (Throwable t) { // before anybody was told
            Delivery.insist(completion);
        }
    }

    /** {@return what a user's action returns} It is done as in a callback. */
    <T> T act(Easy easy, EventLoop.Action<T> action) throws Exception {
        try (var _ = multi.enter()) {
            TransferFuture transfer = transfers.get(easy);
            if (transfer == null || !transfer.isIn()) {
                throw LoopAction.isNotIn(easy);
            }
            return action.apply(easy);
        }
    }
}
