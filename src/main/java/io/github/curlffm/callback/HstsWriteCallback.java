package io.github.curlffm.callback;

/**
 * Receives the HSTS entries that libcurl knows when the handle is closed, one a call ({@code HSTSWRITEFUNCTION}; needs
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
        /** Enough. */
        DONE,
        /** Stop; libcurl reports it to nobody. */
        FAIL
    }

    /**
     * Takes one entry.
     *
     * @param entry the entry
     * @param index which one it is, from 0
     * @param total how many there are
     * @return whether to go on; null means {@link Result#OK}
     * @throws Exception anything; it comes from {@code Easy.close()}
     */
    Result hstsWrite(HstsEntry entry, long index, long total) throws Exception;
}
