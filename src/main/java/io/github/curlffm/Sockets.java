package io.github.curlffm;

import io.github.curlffm.callback.CurlSockAddr;
import io.github.curlffm.internal.c.SockAddr;
import io.github.curlffm.internal.c.SockAddrStruct;
import io.github.curlffm.internal.lib.Libc;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.SocketAddress;

/**
 * The operating system's sockets, for the callbacks that see them as plain descriptors: {@code SOCKOPTFUNCTION},
 * {@code OPENSOCKETFUNCTION} and {@code CLOSESOCKETFUNCTION}.
 */
public final class Sockets {

    private Sockets() {}

    /**
     * {@return a new socket of the family, type and protocol of an address}
     *
     * @param address the address that the {@code OPENSOCKETFUNCTION} got
     * @throws IOException if the system cannot make one, with the system's message
     */
    public static long open(CurlSockAddr address) throws IOException {
        return SockAddrStruct.open(address.family(), address.socktype(), address.protocol());
    }

    /**
     * Connects a socket, and waits until it is connected.
     *
     * @param socket the descriptor
     * @param address an IPv4, IPv6 or Unix address
     * @throws IOException if this fails, with the system's message
     */
    public static void connect(long socket, SocketAddress address) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Libc.connect(descriptor(socket), SockAddr.write(address, arena));
        }
    }

    /**
     * Sets an option of a socket to a number.
     *
     * @param socket the descriptor
     * @param level the level, as the operating system's number ({@code SOL_SOCKET}, ...)
     * @param option the option, as the operating system's number ({@code SO_RCVBUF}, ...)
     * @param value its value
     * @throws IOException if this fails, with the system's message
     */
    public static void setOption(long socket, int level, int option, int value) throws IOException {
        Libc.setsockopt(descriptor(socket), level, option, value);
    }

    /**
     * Closes a socket.
     *
     * @param socket the descriptor
     * @throws IOException if this fails, with the system's message
     */
    public static void close(long socket) throws IOException {
        Libc.close(descriptor(socket));
    }

    /**
     * {@return a descriptor as a C {@code int}}
     *
     * @throws IllegalArgumentException if the number is too large for a descriptor
     */
    static int descriptor(long socket) {
        if (socket != (int) socket) {
            throw new IllegalArgumentException(socket + " is no descriptor of a socket");
        }
        return (int) socket;
    }
}
