package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.lib.Locks;
import io.github.curlffm.internal.upcall.EasyState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time use a handle, re-entrantly, and turns the others away instead of letting them wait: libcurl
 * would crash, and a wait could last as long as a transfer.
 */
public final class Gate implements EasyState.Door {

    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Gate.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Thread owner;
    private final ReentrantLock queue;
    private int depth;
    private Thread keptFor;

    private Gate(ReentrantLock queue) {
        this.queue = queue;
    }

    /** Makes an open gate. */
    public Gate() {
        this(null);
    }

    /**
     * {@return an open gate at which others wait all the same: nobody stays long, and many threads use what is behind}
     */
    public static Gate withQueue() {
        return new Gate(new ReentrantLock());
    }

    /**
     * Enters, or enters once more.
     *
     * @param handle what lies behind the gate, for the message
     * @throws IllegalStateException if another thread is in there
     */
    public void enter(Object handle) {
        if (queue != null) {
            Locks.lock(queue);
        }
        if (!tryEnter()) {
            Thread other = owner;
            if (other != null && other == keptFor && queue == null) {
                throw new IllegalStateException("this " + handle.getClass().getSimpleName() + " is in an EventLoop ("
                        + nameOf(other) + ") until its future is done; cancel that to end its transfer,"
                        + " or use the loop's run(…) to do something with the handle meanwhile");
            }
            throw new IllegalStateException(
                    "this " + handle.getClass().getSimpleName() + " is in use by another thread ("
                            + (other == null ? "which just left" : nameOf(other))
                            + "); a handle may move between threads, but only one can use it at a time");
        }
    }

    /** Virtual threads have no name by default. */
    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "virtual thread " + thread.threadId() : thread.getName();
    }

    /** {@return whether this thread has entered, or entered once more}, and no other one is in there */
    @Override
    public boolean tryEnter() {
        Thread current = Thread.currentThread();
        boolean entered = owner == current || OWNER.compareAndSet(this, null, current);
        if (entered) {
            depth++;
        }
        return entered;
    }

    /** {@return whether the thread in there has entered more than once: it came back from inside a callback} */
    @Override
    public boolean isNested() {
        return depth > 1;
    }

    /** Leaves what was entered. */
    @Override
    public void exit() {
        if (--depth == 0) {
            OWNER.setRelease(this, keptFor); // half the price of a volatile write, and all that the next thread needs
        }
        if (queue != null) {
            queue.unlock();
        }
    }

    /** The thread that is in there says who is in there from its exit on, whether that thread is or not: nobody else is. */
    public void keepFor(Thread thread) {
        keptFor = thread;
    }

    /** Anybody can enter again. Said by the thread that this is kept for, or in its place as long as it has no business here. */
    public void keepForNobody() {
        keptFor = null;
        if (depth == 0) {
            OWNER.setRelease(this, null);
        }
    }
}
