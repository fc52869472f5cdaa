package io.github.curlffm.callback;

/**
 * Called for every socket that libcurl no longer needs ({@code CLOSESOCKETFUNCTION}).
 *
 * <p>It is called for connections that were made while it was set. For a connection that outlives its easy handle in a
 * multi or share it is not called: the socket is closed.
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
     * Decides who closes a socket.
     *
     * @param socket the descriptor
     * @return who closes it; null means {@link Result#CLOSE}
     * @throws Exception anything; the socket is closed, and {@code perform} or {@code close} throws it
     */
    Result closeSocket(long socket) throws Exception;
}
