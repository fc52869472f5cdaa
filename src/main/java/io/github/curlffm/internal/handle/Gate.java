package io.github.curlffm.internal.handle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Lets one thread at a time use a handle, re-entrantly, and turns the others away instead of letting them wait: libcurl
 * would crash, and a wait could last as long as a transfer.
 */
public final class Gate {

    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Gate.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Thread owner;
    private int depth;

    /** Makes an open gate. */
    public Gate() {}

    /**
     * Enters, or enters once more.
     *
     * @param what what lies behind the gate, for the message
     * @throws IllegalStateException when another thread is in there
     */
    public void enter(String what) {
        Thread current = Thread.currentThread();
        if (owner != current && !OWNER.compareAndSet(this, null, current)) {
            Thread other = owner;
            throw new IllegalStateException("this " + what + " is in use by another thread ("
                    + (other == null ? "which just left" : other.getName())
                    + "); a handle may move between threads, but only one can use it at a time");
        }
        depth++;
    }

    /** {@return whether the thread in there has entered more than once: it came back from inside a callback} */
    public boolean isNested() {
        return depth > 1;
    }

    /** Leaves what was entered. */
    public void exit() {
        if (--depth == 0) {
            OWNER.setRelease(this, null); // half the price of a volatile write, and all that the next thread needs
        }
    }
}
