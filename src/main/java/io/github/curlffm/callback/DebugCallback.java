package io.github.curlffm.callback;

/**
 * Receives libcurl's own account of a transfer, while {@code VERBOSE} is on ({@code DEBUGFUNCTION}).
 *
 * <p>What it sees includes credentials and cookies. It cannot stop a transfer by itself: an exception is remembered,
 * and the next callback that can stop the transfer does.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_DEBUGFUNCTION.html">CURLOPT_DEBUGFUNCTION</a>
 */
@FunctionalInterface
public interface DebugCallback {

    /** What the data is. */
    enum InfoType {
        /** Words for people. */
        TEXT,
        /** Header data from the peer. */
        HEADER_IN,
        /** Header data to the peer. */
        HEADER_OUT,
        /** Body data from the peer. */
        DATA_IN,
        /** Body data to the peer. */
        DATA_OUT,
        /** TLS bytes from the peer. */
        SSL_DATA_IN,
        /** TLS bytes to the peer. */
        SSL_DATA_OUT
    }

    /**
     * Takes one piece of the account.
     *
     * @param type what the data is
     * @param data a copy that the lambda may keep; text ends with a line feed as a rule
     * @throws Exception anything; it reaches the caller of {@code perform}
     */
    void debug(InfoType type, byte[] data) throws Exception;
}
