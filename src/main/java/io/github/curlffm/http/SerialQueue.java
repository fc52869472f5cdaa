package io.github.curlffm.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Runs tasks one after the other, in the order in which they are given; each in some thread of an executor. */
final class SerialQueue implements Executor {

    private final Executor executor;
    private final Lock lock = new ReentrantLock();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean isRunning;

    /** @param executor refuses nothing */
    SerialQueue(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        lock.lock();
        try {
            tasks.add(task);
            if (isRunning) {
                return;
            }
            isRunning = true;
        } finally {
            lock.unlock();
        }
        executor.execute(this::drain);
    }

    private void drain() {
        for (Runnable task; (task = next()) != null; ) {
            boolean isDone = false;
            try {
                task.run();
                isDone = true;
            } finally {
                if (!isDone) { // what it has thrown is the executor's business, and the others go on
                    executor.execute(this::drain);
                }
            }
        }
    }

    private Runnable next() {
        lock.lock();
        try {
            Runnable task = tasks.poll();
            isRunning = task != null;
            return task;
        } finally {
            lock.unlock();
        }
    }
}
