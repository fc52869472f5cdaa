package io.github.curlffm.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The thread that waits for a response: it runs the tasks meanwhile. While it runs one that may wait for others, and when it
 * has gone, an executor runs them.
 */
final class CallerThread implements Workplace {

    private final Executor otherwise;
    private final Lock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean isHere = true;

    CallerThread(Executor otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public void execute(Runnable task) {
        if (!isTaken(task)) {
            otherwise.execute(task);
        }
    }

    private boolean isTaken(Runnable task) {
        lock.lock();
        try {
            if (isHere) {
                tasks.add(task);
                given.signal();
            }
            return isHere;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void executeWaiting(Runnable task) {
        execute(() -> {
            leave();
            try {
                task.run();
            } finally {
                isHere(true);
            }
        });
    }

    private void isHere(boolean here) {
        lock.lock();
        try {
            isHere = here;
        } finally {
            lock.unlock();
        }
    }

    /** From now on others run the tasks. */
    void leave() {
        isHere(false);
        for (Runnable task; (task = tasks.poll()) != null; ) { // nobody adds any more
            otherwise.execute(task);
        }
    }

    /** The caller looks again whether it is done. */
    void wakeUp() {
        lock.lock();
        try {
            given.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Runs tasks until something is true, which a task makes true or somebody who wakes this up. */
    void runUntil(BooleanSupplier done) throws InterruptedException {
        for (Runnable task; (task = next(done)) != null; ) {
            task.run();
        }
    }

    private Runnable next(BooleanSupplier done) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!done.getAsBoolean()) {
                Runnable task = tasks.poll();
                if (task != null) {
                    return task;
                }
                given.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }
}
