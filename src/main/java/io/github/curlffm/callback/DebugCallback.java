package io.github.curlffm.callback;

/**
 * Receives libcurl's verbose output about a transfer, while {@code VERBOSE} is on ({@code DEBUGFUNCTION}).
 *
 * <p>The output includes credentials and cookies. This callback cannot stop a transfer: an exception is kept, and the
 * next callback that can stop the transfer does.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_DEBUGFUNCTION.html">CURLOPT_DEBUGFUNCTION</a>
 */
@FunctionalInterface
public interface DebugCallback {

    /** The kind of data. */
    enum InfoType {
        /** Human-readable text. */
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
     * Takes one piece of the output.
     *
     * @param type the kind of data
     * @param data a copy that the lambda may keep; text ends with a line feed as a rule
     * @throws Exception anything; {@code perform} throws it
     */
    void debug(InfoType type, byte[] data) throws Exception;
}
