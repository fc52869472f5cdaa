package io.github.curlffm;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a {@link LoopThread} is to do, given by any thread; whether it must be woken up for that, and whether it may end. */
final class LoopTasks {

    /** Something that is done in the thread of the loop. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /** Wakes up the thread, which is asleep. */
    private final Runnable wakeUp;

    private final Lock lock = new ReentrantLock();
    private Queue<Task> given = new ArrayDeque<>();
    private boolean isAsleep;
    private boolean isShut;
    private boolean isEnded;

    /** Of the thread alone: what it has taken, and has not done yet. */
    private Queue<Task> taken = new ArrayDeque<>();

    LoopTasks(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /** {@return whether the task is going to be done}, which it is not after the end. */
    boolean give(Task task) {
        return give(task, false);
    }

    /** {@return whether the task is going to be done}, which it is not after the thread was shut down. */
    boolean giveNew(Task task) {
        return give(task, true);
    }

    private boolean give(Task task, boolean isNew) {
        boolean wasAsleep;
        lock.lock();
        try {
            if (isEnded || isNew && isShut) {
                return false;
            }
            given.add(task);
            wasAsleep = isAsleep;
            isAsleep = false; // who gives the next one need not wake it up once more
        } finally {
            lock.unlock();
        }
        if (wasAsleep) {
            wakeUp.run();
        }
        return true;
    }

    /** New tasks are refused from now on. */
    void shut() {
        lock.lock();
        try {
            isShut = true;
        } finally {
            lock.unlock();
        }
        give(() -> {});
    }

    boolean isShut() {
        lock.lock();
        try {
            return isShut;
        } finally {
            lock.unlock();
        }
    }

    /** Does what has been given up to now; what a task throws ends this, and the next call goes on with the others. */
    void run() throws Exception {
        if (taken.isEmpty()) {
            take();
        }
        for (Task task; (task = taken.poll()) != null; ) {
            task.run();
        }
    }

    private void take() {
        lock.lock();
        try {
            Queue<Task> empty = taken;
            taken = given;
            given = empty;
            isAsleep = false;
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether the thread goes to sleep}: there is no task, and it is not about to end. */
    boolean fallAsleep(boolean hasOtherWork) {
        lock.lock();
        try {
            isAsleep = given.isEmpty() && taken.isEmpty() && (hasOtherWork || !isShut);
            return isAsleep;
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether the thread ends}: then nothing can be given any more. */
    boolean end(boolean hasOtherWork) {
        lock.lock();
        try {
            isEnded = isShut && given.isEmpty() && taken.isEmpty() && !hasOtherWork;
            return isEnded;
        } finally {
            lock.unlock();
        }
    }
}
