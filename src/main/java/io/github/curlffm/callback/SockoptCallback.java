package io.github.curlffm.callback;

/**
 * Called for every socket before it is connected, to set options on it or to say that it is already connected
 * ({@code SOCKOPTFUNCTION}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKOPTFUNCTION.html">CURLOPT_SOCKOPTFUNCTION</a>
 */
@FunctionalInterface
public interface SockoptCallback {

    /** What libcurl does with the socket. */
    enum Result {
        /** Go on and connect it. */
        OK,
        /** Close it and end the transfer with {@code ABORTED_BY_CALLBACK}. */
        ERROR,
        /**
         * Use it as it is: it is already connected. libcurl 7.88.0 and 7.88.1 try to connect it nevertheless, and fail.
         */
        ALREADY_CONNECTED
    }

    /**
     * Prepares a socket.
     *
     * @param socket the descriptor, for the methods of {@code Sockets}
     * @param purpose what libcurl wants it for
     * @return what libcurl does; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result sockopt(long socket, SocketPurpose purpose) throws Exception;
}
