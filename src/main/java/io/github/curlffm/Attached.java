package io.github.curlffm;

import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.Turns.Turn;

/**
 * What an easy handle holds of another handle that is the value of an option. That handle stays reachable, and its C
 * handle alive, until the easy handle releases it: so the two may be closed in any order.
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

    /** {@return what is held without more to do before or after a transfer} */
    static Attached plainly(Handle handle, Owned memory) {
        return new Attached(handle, memory) {};
    }

    /** {@return the other handle} */
    Handle handle() {
        return handle;
    }

    /** {@return what libcurl points to; null if libcurl has its own copy} */
    Owned memory() {
        return memory;
    }

    /**
     * {@return what a duplicate of the easy handle holds, whose C handle points to the same; null for nothing} Called
     * before {@code curl_easy_duphandle}.
     */
    Attached duplicated() {
        return this;
    }

    /** {@return the turn that transfers with this take, or null if they need none} */
    Turn turns() {
        return null;
    }

    /**
     * Called before the easy handle begins a transfer.
     *
     * @throws IllegalStateException if it cannot
     */
    void beforeTransfer(EasyState easy) {}

    /** Called when the easy handle's transfer has ended, or could not begin. */
    void afterTransfer(EasyState easy) {}

    /** {@return whether a callback that gives the data of this returned PAUSE} */
    boolean isPaused() {
        return false;
    }

    /** {@return what a callback of this threw, and no method of an easy handle has reported, or null} */
    Throwable takePending() {
        return null;
    }
}
