package io.github.curlffm;

import io.github.curlffm.callback.CurlSockAddr;
import io.github.curlffm.callback.SocketCallback.Poll;
import io.github.curlffm.internal.c.SockAddr;
import io.github.curlffm.internal.c.SockAddrStruct;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.lib.StandardOption;
import io.github.curlffm.internal.poll.SocketWait;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

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
     * {@return a new socket for streams, of the family of an address, which {@link #connect} can connect to it}
     *
     * @param address an IPv4, IPv6 or Unix address
     * @throws IOException if the system cannot make one, with the system's message
     */
    public static long open(SocketAddress address) throws IOException {
        return SockAddrStruct.open(SockAddr.family(address), SockAddr.SOCK_STREAM, 0);
    }

    /**
     * Waits until something can be done with a socket. A virtual thread parks meanwhile. One thread at a time can wait for a
     * socket, and not while a transfer uses it.
     *
     * @param socket the descriptor
     * @param events what to wait for: {@link WaitFd.Event#IN}, {@link WaitFd.Event#OUT} or both
     * @param timeout how long to wait at the most
     * @return what can be done now; the empty set if the time is over. At the end of the peer's data and after an error it
     *     is what was waited for
     * @throws InterruptedIOException if the thread is interrupted, which it stays
     * @throws IOException if the system cannot wait for it
     */
    public static Set<WaitFd.Event> await(long socket, Set<WaitFd.Event> events, Duration timeout) throws IOException {
        Waiting waiting = new Waiting(timeout);
        int happened = new SocketWait()
                .awaitOne(
                        descriptor(socket),
                        poll(Set.copyOf(events)),
                        Thread.currentThread()::isInterrupted,
                        waiting.leftNanos());
        if (happened == 0 && Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the thread was interrupted while it waited for socket " + socket);
        }
        Set<WaitFd.Event> result = EnumSet.noneOf(WaitFd.Event.class);
        if ((happened & SocketWait.IN) != 0) {
            result.add(WaitFd.Event.IN);
        }
        if ((happened & SocketWait.OUT) != 0) {
            result.add(WaitFd.Event.OUT);
        }
        return result;
    }

    private static Poll poll(Set<WaitFd.Event> events) {
        boolean in = events.contains(WaitFd.Event.IN);
        boolean out = events.contains(WaitFd.Event.OUT);
        if (events.isEmpty() || events.contains(WaitFd.Event.PRI)) {
            throw new IllegalArgumentException("await() waits for IN, OUT or both, not for " + events);
        }
        return in && out ? Poll.INOUT : in ? Poll.IN : Poll.OUT;
    }

    /**
     * Sets an option of a socket.
     *
     * @param <T> the type of its value
     * @param socket the descriptor
     * @param option one of {@link StandardSocketOptions}
     * @param value its value
     * @throws IOException if this fails, with the system's message
     * @throws UnsupportedOperationException for {@code SO_LINGER} and the options of multicast, and on Windows
     */
    public static <T> void setOption(long socket, SocketOption<T> option, T value) throws IOException {
        Objects.requireNonNull(value, option::name);
        StandardOption standard = StandardOption.of(option);
        int number = value instanceof Boolean on ? (on ? 1 : 0) : (Integer) value;
        Libc.setsockopt(descriptor(socket), standard.level(), standard.number(), number);
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
