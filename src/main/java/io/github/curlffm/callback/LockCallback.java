package io.github.curlffm.callback;

import io.github.curlffm.option.LockData;

/**
 * Called when a thread begins to use shared data ({@code LOCKFUNC}).
 *
 * <p>The library's own lock is already held, and stays held: this callback may add another lock, but cannot release
 * that one. libcurl cannot go on without the data. So if this throws, the next callback that can end the transfer does;
 * until then neither this nor {@link UnlockCallback} is called again for that handle.
 *
 * <p>Another handle with a share cannot be used in here: it throws {@link IllegalStateException}.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_LOCKFUNC.html">CURLSHOPT_LOCKFUNC</a>
 */
@FunctionalInterface
public interface LockCallback {

    /** How the data will be used. */
    enum Access {
        /** libcurl does not say. */
        NONE,
        /** Only read. */
        SHARED,
        /** Read and changed. */
        SINGLE
    }

    /**
     * Called when a thread begins to use data.
     *
     * @param data which data
     * @param access how the data will be used
     * @throws Exception anything; the running call on the easy handle or the share throws it
     */
    void lock(LockData data, Access access) throws Exception;
}
