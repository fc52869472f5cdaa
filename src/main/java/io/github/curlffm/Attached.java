package io.github.curlffm;

import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.upcall.EasyState;
import java.util.concurrent.locks.Lock;

/**
 * What an easy handle holds of another handle that it was given as an option. That handle stays reachable, and its C
 * handle alive, until the easy handle lets go: so the two may be closed in any order.
 */
abstract class Attached {

    private final Handle handle;
    private final Owned memory;

    /**
     * Begins to hold.
     *
     * @param handle the other handle
     * @param memory its C handle, with one more owner
     */
    Attached(Handle handle, Owned memory) {
        this.handle = handle;
        this.memory = memory;
    }

    /** {@return something that is held without any further ado} */
    static Attached plainly(Handle handle, Owned memory) {
        return new Attached(handle, memory) {};
    }

    /** {@return the other handle} */
    Handle handle() {
        return handle;
    }

    /** {@return what libcurl points to; null for what libcurl has copied by itself} */
    Owned memory() {
        return memory;
    }

    /**
     * {@return what a duplicate of the easy handle holds, whose C handle points to the same; null for nothing} Called
     * when {@code curl_easy_duphandle} is about to copy.
     */
    Attached duplicated() {
        return this;
    }

    /** {@return the lock by which transfers with this take turns, or null} */
    Lock turns() {
        return null;
    }

    /**
     * Takes note that the easy handle is about to begin a transfer.
     *
     * @throws IllegalStateException when it cannot
     */
    void beforeTransfer(EasyState easy) {}

    /** Takes note that the easy handle's transfer has ended, or has not begun. */
    void afterTransfer(EasyState easy) {}

    /** {@return whether a callback that gives the data of this said PAUSE} */
    boolean isPaused() {
        return false;
    }

    /** {@return what a callback of this threw, and no method of an easy handle has reported, or null} */
    Throwable takePending() {
        return null;
    }
}
