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
     * {@return a new socket that is fit for an address}
     *
     * @param address what the {@code OPENSOCKETFUNCTION} was asked for
     * @throws IOException with the system's own words, when it has none to give
     */
    public static long open(CurlSockAddr address) throws IOException {
        return SockAddrStruct.open(address.family(), address.socktype(), address.protocol());
    }

    /**
     * Connects a socket, and waits until it is.
     *
     * @param socket the descriptor
     * @param address where to: an IPv4, IPv6 or unix address
     * @throws IOException with the system's own words, when that fails
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
     * @param level the level, as the operating system numbers it ({@code SOL_SOCKET} ...)
     * @param option the option, as the operating system numbers it ({@code SO_RCVBUF} ...)
     * @param value its value
     * @throws IOException with the system's own words, when that fails
     */
    public static void setOption(long socket, int level, int option, int value) throws IOException {
        Libc.setsockopt(descriptor(socket), level, option, value);
    }

    /**
     * Closes a socket.
     *
     * @param socket the descriptor
     * @throws IOException with the system's own words, when that fails
     */
    public static void close(long socket) throws IOException {
        Libc.close(descriptor(socket));
    }

    /**
     * {@return a descriptor as C has it}
     *
     * @throws IllegalArgumentException for a number that is too big for one
     */
    static int descriptor(long socket) {
        if (socket != (int) socket) {
            throw new IllegalArgumentException(socket + " is no descriptor of a socket");
        }
        return (int) socket;
    }
}
