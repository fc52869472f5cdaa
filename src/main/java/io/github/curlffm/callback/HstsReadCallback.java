package io.github.curlffm.callback;

/**
 * Gives libcurl the HSTS entries to begin with, one a call ({@code HSTSREADFUNCTION}; needs {@code HSTS_CTRL}). Since
 * libcurl 7.74.0.
 *
 * <p>Every {@code perform} begins with asking until the answer is null, and so does {@code duplicate}, for the copy.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSREADFUNCTION.html">CURLOPT_HSTSREADFUNCTION</a>
 */
@FunctionalInterface
public interface HstsReadCallback {

    /** Returned to end the transfer with {@code ABORTED_BY_CALLBACK}. */
    HstsEntry FAIL = new HstsEntry("", false, null);

    /**
     * Gives the next entry.
     *
     * @return an entry; null when there are no more; {@link #FAIL} to end the transfer
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    HstsEntry hstsRead() throws Exception;
}
