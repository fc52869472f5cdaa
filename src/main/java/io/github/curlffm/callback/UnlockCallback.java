package io.github.curlffm.callback;

import io.github.curlffm.option.LockData;

/**
 * Called when a thread no longer uses shared data ({@code UNLOCKFUNC}), once for each call of {@link LockCallback} that
 * has returned. The library's own lock is released after this, in any case.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNLOCKFUNC.html">CURLSHOPT_UNLOCKFUNC</a>
 */
@FunctionalInterface
public interface UnlockCallback {

    /**
     * Called when a thread no longer uses data.
     *
     * @param data which data
     * @throws Exception anything; the running call on the easy handle or the share throws it
     */
    void unlock(LockData data) throws Exception;
}
