package io.github.curlffm.callback;

/**
 * Receives the HSTS entries that libcurl has when the handle is closed, one per call ({@code HSTSWRITEFUNCTION}; needs
 * {@code HSTS_CTRL}). Since libcurl 7.74.0.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSWRITEFUNCTION.html">CURLOPT_HSTSWRITEFUNCTION</a>
 */
@FunctionalInterface
public interface HstsWriteCallback {

    /** Whether to go on. */
    enum Result {
        /** Go on with the next entry. */
        OK,
        /** Stop. */
        DONE,
        /** Stop; libcurl does not report a failure. */
        FAIL
    }

    /**
     * Takes one entry.
     *
     * @param entry the entry
     * @param index its index, from 0
     * @param total the number of entries
     * @return whether to go on; null means {@link Result#OK}
     * @throws Exception anything; {@code Easy.close()} throws it
     */
    Result hstsWrite(HstsEntry entry, long index, long total) throws Exception;
}
