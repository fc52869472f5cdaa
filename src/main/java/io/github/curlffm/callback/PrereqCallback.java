package io.github.curlffm.callback;

/**
 * Called when a connection stands and before the request goes out, to look at where it leads ({@code PREREQFUNCTION}).
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
     * @param primaryIp the peer's numeric address; empty for a unix socket
     * @param localIp this machine's numeric address; empty for a unix socket
     * @param primaryPort the peer's port
     * @param localPort this machine's port
     */
    record Connection(String primaryIp, String localIp, int primaryPort, int localPort) {}

    /**
     * Decides whether the request goes out.
     *
     * @param connection the two ends
     * @return whether to go on; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    Result prereq(Connection connection) throws Exception;
}
