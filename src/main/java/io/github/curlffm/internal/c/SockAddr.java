package io.github.curlffm.internal.c;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.curlffm.callback.OtherAddress;
import io.github.curlffm.internal.lib.OperatingSystem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Converts the IPv4, IPv6 and Unix forms of {@code struct sockaddr} to Java's socket addresses and back. */
public final class SockAddr {

    private static final boolean HAS_LENGTH_BYTE = OperatingSystem.CURRENT == OperatingSystem.MACOS;

    /** The number of the unix address family. */
    public static final int AF_UNIX = 1;

    /** The number of the IPv4 address family. */
    public static final int AF_INET = 2;

    /** The number of the IPv6 address family. */
    public static final int AF_INET6 = HAS_LENGTH_BYTE ? 30 : 10;

    /** The number of the type of sockets for streams. */
    public static final int SOCK_STREAM = 1;

    private static final int SIZE_IN = 16;
    private static final int SIZE_IN6 = 28;
    private static final int PATH_OFFSET = 2;
    private static final int PATH_MAX = HAS_LENGTH_BYTE ? 104 : 108;
    private static final ValueLayout.OfShort NETWORK_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt SCOPE = ValueLayout.JAVA_INT_UNALIGNED;

    private SockAddr() {}

    /**
     * {@return the address in a {@code struct sockaddr}}
     *
     * @param struct exactly as long as the address
     */
    static SocketAddress read(MemorySegment struct) {
        int family = family(struct);
        if (family == AF_INET && struct.byteSize() >= 8) {
            return inet(struct, 4, 4, 0);
        }
        if (family == AF_INET6 && struct.byteSize() >= 24) {
            return inet(struct, 8, 16, struct.byteSize() >= SIZE_IN6 ? struct.get(SCOPE, 24) : 0);
        }
        if (family == AF_UNIX && struct.byteSize() > PATH_OFFSET && struct.get(JAVA_BYTE, PATH_OFFSET) != 0) {
            return unix(struct);
        }
        return new OtherAddress(struct.toArray(JAVA_BYTE));
    }

    private static int family(MemorySegment struct) {
        return HAS_LENGTH_BYTE
                ? Byte.toUnsignedInt(struct.get(JAVA_BYTE, 1))
                : Short.toUnsignedInt(struct.get(ValueLayout.JAVA_SHORT_UNALIGNED, 0));
    }

    /** {@return the number of the family of an address} */
    public static int family(SocketAddress address) {
        try (Arena arena = Arena.ofConfined()) {
            return family(write(address, arena));
        }
    }

    private static SocketAddress inet(MemorySegment struct, int offset, int length, int scope) {
        byte[] bytes = struct.asSlice(offset, length).toArray(JAVA_BYTE);
        int port = Short.toUnsignedInt(struct.get(NETWORK_SHORT, 2));
        try {
            InetAddress address = length == 16
                    ? Inet6Address.getByAddress(null, bytes, scope > 0 ? scope : -1)
                    : InetAddress.getByAddress(bytes);
            return new InetSocketAddress(address, port);
        } catch (UnknownHostException e) {
            throw new AssertionError("only thrown for a wrong length", e);
        }
    }

    private static SocketAddress unix(MemorySegment struct) {
        byte[] bytes = struct.asSlice(PATH_OFFSET).toArray(JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        try {
            return UnixDomainSocketAddress.of(FileName.of(Arrays.copyOf(bytes, length)));
        } catch (IllegalArgumentException e) { // Java cannot express the path
            return new OtherAddress(struct.toArray(JAVA_BYTE));
        }
    }

    /**
     * {@return a {@code struct sockaddr}, exactly as long as the address needs}
     *
     * @throws IllegalArgumentException for an unresolved address, a path that is too long, or another kind of address
     */
    public static MemorySegment write(SocketAddress address, Arena arena) {
        return switch (address) {
            case InetSocketAddress inet
            when inet.isUnresolved() ->
                throw new IllegalArgumentException(inet + " is not resolved; a socket needs a numeric address");
            case InetSocketAddress inet
            when inet.getAddress() instanceof Inet4Address ip -> {
                MemorySegment struct = struct(AF_INET, SIZE_IN, arena);
                struct.set(NETWORK_SHORT, 2, (short) inet.getPort());
                MemorySegment.copy(ip.getAddress(), 0, struct, JAVA_BYTE, 4, 4);
                yield struct;
            }
            case InetSocketAddress inet
            when inet.getAddress() instanceof Inet6Address ip -> {
                MemorySegment struct = struct(AF_INET6, SIZE_IN6, arena);
                struct.set(NETWORK_SHORT, 2, (short) inet.getPort());
                MemorySegment.copy(ip.getAddress(), 0, struct, JAVA_BYTE, 8, 16);
                struct.set(SCOPE, 24, ip.getScopeId());
                yield struct;
            }
            case UnixDomainSocketAddress unix -> {
                byte[] path = FileName.bytes(unix.getPath());
                if (path.length >= PATH_MAX) {
                    throw new IllegalArgumentException("the path " + unix + " is too long for a unix socket: "
                            + path.length + " bytes, at most " + (PATH_MAX - 1));
                }
                MemorySegment struct = struct(AF_UNIX, PATH_OFFSET + path.length + 1, arena);
                MemorySegment.copy(path, 0, struct, JAVA_BYTE, PATH_OFFSET, path.length);
                yield struct;
            }
            case OtherAddress other -> arena.allocateFrom(JAVA_BYTE, other.bytes());
            default ->
                throw new IllegalArgumentException("a " + address.getClass().getName()
                        + " cannot be connected to; use an InetSocketAddress or a UnixDomainSocketAddress");
        };
    }

    /** {@return the family of an address that {@link #write} wrote} */
    public static int familyOf(MemorySegment struct) {
        return family(struct);
    }

    private static MemorySegment struct(int family, int size, Arena arena) {
        MemorySegment struct = arena.allocate(size, 8);
        if (HAS_LENGTH_BYTE) {
            struct.set(JAVA_BYTE, 0, (byte) size);
            struct.set(JAVA_BYTE, 1, (byte) family);
        } else {
            struct.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) family);
        }
        return struct;
    }
}
