package io.github.curlffm.callback;

/**
 * Called when the connection is established, before the request is sent, to check the peer ({@code PREREQFUNCTION}).
 * Since libcurl 7.80.0.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_PREREQFUNCTION.html">CURLOPT_PREREQFUNCTION</a>
 */
@FunctionalInterface
public interface PrereqCallback {

    /** Whether to send the request. */
    enum Result {
        /** Go on. */
        OK,
        /** End the transfer with {@code ABORTED_BY_CALLBACK}. */
        ABORT
    }

    /**
     * The two ends of a connection.
     *
     * @param primaryIp the peer's numeric address; empty for a Unix socket
     * @param localIp this machine's numeric address; empty for a Unix socket
     * @param primaryPort the peer's port
     * @param localPort this machine's port
     */
    record Connection(String primaryIp, String localIp, int primaryPort, int localPort) {}

    /**
     * Decides whether the request is sent.
     *
     * @param connection the two ends
     * @return whether to go on; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result prereq(Connection connection) throws Exception;
}
