package io.github.curlffm.internal.c;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.callback.CurlSockAddr;
import io.github.curlffm.callback.OtherAddress;
import io.github.curlffm.internal.ffi.curl_sockaddr;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SockAddrStructTest {

    private static final int ROOM = 128;
    private static final int SOCK_STREAM = 1;
    private static final int IPPROTO_TCP = 6;
    private static final int SOCK_CLOEXEC_ON_LINUX = 0x80000;
    private static final InetSocketAddress IPV4 = new InetSocketAddress("127.0.0.1", 80);

    private final Arena arena = Arena.ofShared();

    /** What libcurl passes: a struct with more room behind it than the header says. */
    private final MemorySegment struct = arena.allocate(curl_sockaddr.addr$offset() + ROOM, 8);

    @AfterEach
    void free() {
        arena.close();
    }

    private void fill(int socktype, int protocol, SocketAddress address) {
        MemorySegment bytes = SockAddr.write(address, arena);
        curl_sockaddr.family(struct, SockAddr.familyOf(bytes));
        curl_sockaddr.socktype(struct, socktype);
        curl_sockaddr.protocol(struct, protocol);
        curl_sockaddr.addrlen(struct, (int) bytes.byteSize());
        struct.asSlice(curl_sockaddr.addr$offset()).copyFrom(bytes);
    }

    @Test
    void isReadAsItStands() {
        fill(SOCK_STREAM, IPPROTO_TCP, IPV4);
        assertEquals(new CurlSockAddr(SockAddr.AF_INET, SOCK_STREAM, IPPROTO_TCP, IPV4), SockAddrStruct.read(struct));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the number of the flag is Linux's")
    void theFlagThatLibcurlPutsIntoTheTypeSince8_20IsNoPartOfTheType() {
        fill(SOCK_STREAM | SOCK_CLOEXEC_ON_LINUX, IPPROTO_TCP, IPV4);
        assertEquals(SOCK_STREAM, SockAddrStruct.read(struct).socktype());
    }

    @Test
    void noMoreIsReadThanThereIs() {
        fill(SOCK_STREAM, IPPROTO_TCP, new OtherAddress(new byte[ROOM]));
        curl_sockaddr.addrlen(struct, Integer.MAX_VALUE);
        OtherAddress address = (OtherAddress) SockAddrStruct.read(struct).address();
        assertEquals(ROOM, address.bytes().length);
    }

    @Test
    void rewritingToAUnixPathLeavesNothingOfTcp() {
        fill(SOCK_STREAM, IPPROTO_TCP, IPV4);
        UnixDomainSocketAddress path = UnixDomainSocketAddress.of("/run/some.socket");
        SockAddrStruct.rewrite(struct, path);
        assertEquals(new CurlSockAddr(SockAddr.AF_UNIX, SOCK_STREAM, 0, path), SockAddrStruct.read(struct));
    }

    @Test
    void rewritingToAnotherFamilyOfIpKeepsTheProtocol() {
        fill(SOCK_STREAM, IPPROTO_TCP, IPV4);
        InetSocketAddress ipv6 = new InetSocketAddress("::1", 81);
        SockAddrStruct.rewrite(struct, ipv6);
        assertEquals(new CurlSockAddr(SockAddr.AF_INET6, SOCK_STREAM, IPPROTO_TCP, ipv6), SockAddrStruct.read(struct));
    }

    @Test
    void whatDoesNotFitLeavesTheStructAsItWas() {
        fill(SOCK_STREAM, IPPROTO_TCP, IPV4);
        byte[] before = struct.toArray(JAVA_BYTE);
        SocketAddress tooLong = new OtherAddress(new byte[ROOM + 1]);
        assertThrows(IllegalArgumentException.class, () -> SockAddrStruct.rewrite(struct, tooLong));
        assertArrayEquals(before, struct.toArray(JAVA_BYTE));
    }
}
