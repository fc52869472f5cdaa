package io.github.curlffm.callback;

import java.net.SocketAddress;
import java.util.Objects;

/**
 * Opens the socket for a connection, refuses the connection, or connects to another address
 * ({@code OPENSOCKETFUNCTION}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html">CURLOPT_OPENSOCKETFUNCTION</a>
 */
@FunctionalInterface
public interface OpenSocketCallback {

    /** The answer to a request for a socket. */
    sealed interface Result {

        /** {@return an answer that opens a socket for the given address, as null does} */
        static Result open() {
            return Open.AS_ASKED;
        }

        /**
         * {@return an answer that opens a socket and connects it to another address}
         *
         * @param address an IPv4, IPv6 or Unix address to connect to instead
         */
        static Result open(SocketAddress address) {
            return new Open(Objects.requireNonNull(address, "address"));
        }

        /**
         * {@return an answer that passes a socket of the caller to libcurl}
         *
         * @param socket a descriptor, from {@code Sockets} or native code; libcurl closes it, unless a
         *     {@link CloseSocketCallback} keeps it. If it is already connected, a {@link SockoptCallback} must return
         *     {@code ALREADY_CONNECTED}.
         */
        static Result use(long socket) {
            return new Use(socket);
        }

        /**
         * {@return an answer that refuses: libcurl tries the next address, and after the last one fails with
         * {@code COULDNT_CONNECT}}
         */
        static Result refuse() {
            return Refuse.REFUSED;
        }
    }

    /**
     * Open a socket.
     *
     * @param address the address to connect to instead, or null for the given address
     */
    record Open(SocketAddress address) implements Result {
        private static final Open AS_ASKED = new Open(null);
    }

    /**
     * Use an existing socket.
     *
     * @param socket the descriptor
     */
    record Use(long socket) implements Result {}

    /** Open nothing. */
    enum Refuse implements Result {
        /** The only constant. */
        REFUSED
    }

    /**
     * Answers a request for a socket.
     *
     * @param purpose what libcurl wants it for
     * @param address the address to connect to
     * @return the answer; null means {@link Result#open()}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result openSocket(SocketPurpose purpose, CurlSockAddr address) throws Exception;
}
