package io.github.curlffm.internal.c;

import io.github.curlffm.callback.CurlSockAddr;
import io.github.curlffm.internal.ffi.curl_sockaddr;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.lib.OperatingSystem;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.SocketAddress;

/** {@code struct curl_sockaddr}: the address at its end is longer than the header declares it. */
public final class SockAddrStruct {

    /** The space that libcurl has for the address, of any family. */
    private static final long ROOM = 128;

    private static final boolean LINUX = OperatingSystem.CURRENT == OperatingSystem.LINUX;

    private static final int SOCK_CLOEXEC_ON_LINUX = 0x80000;

    private SockAddrStruct() {}

    /** {@return the address that libcurl is about to connect to} */
    public static CurlSockAddr read(MemorySegment pointer) {
        MemorySegment struct = struct(pointer);
        long length = Math.min(ROOM, Integer.toUnsignedLong(curl_sockaddr.addrlen(struct)));
        return new CurlSockAddr(
                curl_sockaddr.family(struct),
                withoutFlags(curl_sockaddr.socktype(struct)),
                curl_sockaddr.protocol(struct),
                SockAddr.read(struct.asSlice(curl_sockaddr.addr$offset(), length)));
    }

    /** libcurl sets the flag since 8.20.0; {@link #open} always sets it. */
    private static int withoutFlags(int socktype) {
        return LINUX ? socktype & ~SOCK_CLOEXEC_ON_LINUX : socktype;
    }

    /** Makes libcurl connect to another address. */
    public static void rewrite(MemorySegment pointer, SocketAddress address) {
        MemorySegment struct = struct(pointer);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment addr = SockAddr.write(address, arena);
            if (addr.byteSize() > ROOM) {
                throw new IllegalArgumentException(
                        address + " takes " + addr.byteSize() + " bytes; libcurl has room for " + ROOM);
            }
            int family = SockAddr.familyOf(addr);
            curl_sockaddr.family(struct, family);
            if (family == SockAddr.AF_UNIX) {
                curl_sockaddr.protocol(struct, 0);
            }
            curl_sockaddr.addrlen(struct, (int) addr.byteSize());
            struct.asSlice(curl_sockaddr.addr$offset(), addr.byteSize()).copyFrom(addr);
        }
    }

    /** {@return a socket for the address} */
    public static int open(MemorySegment pointer) throws IOException {
        MemorySegment struct = struct(pointer);
        return open(curl_sockaddr.family(struct), curl_sockaddr.socktype(struct), curl_sockaddr.protocol(struct));
    }

    /** {@return a socket that child processes do not inherit, if the system can do that atomically} */
    public static int open(int family, int type, int protocol) throws IOException {
        return Libc.socket(family, LINUX ? type | SOCK_CLOEXEC_ON_LINUX : type, protocol);
    }

    private static MemorySegment struct(MemorySegment pointer) {
        return pointer.reinterpret(curl_sockaddr.addr$offset() + ROOM);
    }
}
