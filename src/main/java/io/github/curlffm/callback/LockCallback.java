package io.github.curlffm.callback;

import io.github.curlffm.option.LockData;

/**
 * Told when a thread begins to use shared data ({@code LOCKFUNC}).
 *
 * <p>The library's own lock is held already, and stays held whatever this does: it may add to the locking, but cannot
 * undo it. libcurl cannot be told to go on without the data, so what this throws ends the transfer with the next
 * callback that can; until then neither it nor {@link UnlockCallback} is called again for that handle.
 *
 * <p>So it must not use another handle that shares something, if several threads do: the two may wait for each other.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_LOCKFUNC.html">CURLSHOPT_LOCKFUNC</a>
 */
@FunctionalInterface
public interface LockCallback {

    /** How the data is going to be used. */
    enum Access {
        /** libcurl does not say. */
        NONE,
        /** Only read. */
        SHARED,
        /** Read and changed. */
        SINGLE
    }

    /**
     * Takes note.
     *
     * @param data which data
     * @param access how it is going to be used
     * @throws Exception anything; it reaches the caller of the method of the easy handle, or of the share, that is
     *     running
     */
    void lock(LockData data, Access access) throws Exception;
}
