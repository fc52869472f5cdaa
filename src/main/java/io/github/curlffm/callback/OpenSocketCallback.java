package io.github.curlffm.callback;

import java.net.SocketAddress;
import java.util.Objects;

/**
 * Opens the socket for a connection in libcurl's place, refuses it, or sends it elsewhere
 * ({@code OPENSOCKETFUNCTION}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html">CURLOPT_OPENSOCKETFUNCTION</a>
 */
@FunctionalInterface
public interface OpenSocketCallback {

    /** The answer to a request for a socket. */
    sealed interface Result {

        /** {@return an answer that opens a socket for the address as it stands: what null means too} */
        static Result open() {
            return Open.AS_ASKED;
        }

        /**
         * {@return an answer that opens a socket and connects it to another address}
         *
         * @param address an IPv4, IPv6 or unix address to connect to instead
         */
        static Result open(SocketAddress address) {
            return new Open(Objects.requireNonNull(address, "address"));
        }

        /**
         * {@return an answer that hands over a socket of the caller's}
         *
         * @param socket a descriptor, from {@code Sockets} or native code; libcurl closes it, unless a
         *     {@link CloseSocketCallback} says otherwise. If it is connected already, a {@link SockoptCallback} has to
         *     say so.
         */
        static Result use(long socket) {
            return new Use(socket);
        }

        /** {@return an answer that refuses: libcurl tries the next address, then {@code COULDNT_CONNECT}} */
        static Result refuse() {
            return Refuse.REFUSED;
        }
    }

    /**
     * Open a socket.
     *
     * @param address where to connect instead, or null for the address that was asked for
     */
    record Open(SocketAddress address) implements Result {
        private static final Open AS_ASKED = new Open(null);
    }

    /**
     * Use a socket that exists.
     *
     * @param socket the descriptor
     */
    record Use(long socket) implements Result {}

    /** Open nothing. */
    enum Refuse implements Result {
        /** The only one. */
        REFUSED
    }

    /**
     * Answers a request for a socket.
     *
     * @param purpose what libcurl wants it for
     * @param address where it wants to connect
     * @return the answer; null means {@link Result#open()}
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    Result openSocket(SocketPurpose purpose, CurlSockAddr address) throws Exception;
}
