package io.github.curlffm.callback;

import io.github.curlffm.option.LockData;

/**
 * Told when a thread is done with shared data ({@code UNLOCKFUNC}); the library's own lock is released afterwards,
 * whatever this does. Called once for each call of {@link LockCallback} that has returned.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNLOCKFUNC.html">CURLSHOPT_UNLOCKFUNC</a>
 */
@FunctionalInterface
public interface UnlockCallback {

    /**
     * Takes note.
     *
     * @param data which data
     * @throws Exception anything; it reaches the caller of the method of the easy handle, or of the share, that is
     *     running
     */
    void unlock(LockData data) throws Exception;
}
