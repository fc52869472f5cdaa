package io.github.curlffm.callback;

/**
 * Sees every socket that libcurl is done with ({@code CLOSESOCKETFUNCTION}).
 *
 * <p>libcurl asks for the connections that it makes while this is set. A connection that outlives its easy handle in a
 * multi or share is closed without asking.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_CLOSESOCKETFUNCTION.html">CURLOPT_CLOSESOCKETFUNCTION</a>
 */
@FunctionalInterface
public interface CloseSocketCallback {

    /** Who closes the socket. */
    enum Result {
        /** The library, after this call. */
        CLOSE,
        /** The lambda has closed it, or keeps it for itself. */
        KEEP
    }

    /**
     * Takes leave of a socket.
     *
     * @param socket the descriptor
     * @return who closes it; null means {@link Result#CLOSE}
     * @throws Exception anything; the socket is closed, and the exception reaches the caller of {@code perform} or
     *     {@code close}
     */
    Result closeSocket(long socket) throws Exception;
}
