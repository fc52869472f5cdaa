package io.github.curlffm.callback;

/**
 * Sees every socket before it is connected, to set options on it or to say that it is connected already
 * ({@code SOCKOPTFUNCTION}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKOPTFUNCTION.html">CURLOPT_SOCKOPTFUNCTION</a>
 */
@FunctionalInterface
public interface SockoptCallback {

    /** What libcurl shall do with the socket. */
    enum Result {
        /** Go on and connect it. */
        OK,
        /** Close it and end the transfer with {@code ABORTED_BY_CALLBACK}. */
        ERROR,
        /** Use it as it is: it is connected. libcurl 7.88.0 and 7.88.1 connect it all the same, and fail. */
        ALREADY_CONNECTED
    }

    /**
     * Looks at a socket.
     *
     * @param socket the descriptor, as {@code Sockets} takes it
     * @param purpose what libcurl wants it for
     * @return what libcurl shall do; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    Result sockopt(long socket, SocketPurpose purpose) throws Exception;
}
