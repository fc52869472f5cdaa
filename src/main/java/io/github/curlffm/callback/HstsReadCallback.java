package io.github.curlffm.callback;

/**
 * Gives libcurl the HSTS entries to begin with, one per call ({@code HSTSREADFUNCTION}; needs {@code HSTS_CTRL}). Since
 * libcurl 7.74.0.
 *
 * <p>Every {@code perform} begins with calling it until it returns null. {@code duplicate} does so for the copy, too.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSREADFUNCTION.html">CURLOPT_HSTSREADFUNCTION</a>
 */
@FunctionalInterface
public interface HstsReadCallback {

    /** The result that ends the transfer with {@code ABORTED_BY_CALLBACK}. */
    HstsEntry FAIL = new HstsEntry("", false, null);

    /**
     * Gives the next entry.
     *
     * @return an entry; null if there are no more; {@link #FAIL} to end the transfer
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    HstsEntry hstsRead() throws Exception;
}
