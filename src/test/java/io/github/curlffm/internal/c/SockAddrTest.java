package io.github.curlffm.internal.c;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.callback.OtherAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SockAddrTest {

    private final Arena arena = Arena.ofShared();

    @AfterEach
    void free() {
        arena.close();
    }

    private SocketAddress roundTrip(SocketAddress address) {
        return SockAddr.read(SockAddr.write(address, arena));
    }

    /** A struct as Linux and Windows have it: without the length in front that macOS has. */
    private MemorySegment struct(int family, byte[] rest) {
        MemorySegment struct = arena.allocate(2 + rest.length);
        if (SockAddr.AF_INET6 == 30) {
            struct.set(JAVA_BYTE, 0, (byte) struct.byteSize());
            struct.set(JAVA_BYTE, 1, (byte) family);
        } else {
            struct.set(JAVA_SHORT_UNALIGNED, 0, (short) family);
        }
        MemorySegment.copy(rest, 0, struct, JAVA_BYTE, 2, rest.length);
        return struct;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,80", "255.254.253.252,65535", "0.0.0.0,0"})
    void ipv4RoundTrip(String host, int port) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
        assertEquals(address, roundTrip(address));
    }

    @Test
    void ipv4InBytes() throws UnknownHostException {
        MemorySegment struct = SockAddr.write(new InetSocketAddress(InetAddress.getByName("1.2.3.4"), 0x5060), arena);
        assertEquals(SockAddr.AF_INET, SockAddr.familyOf(struct));
        assertArrayEquals(
                new byte[] {0x50, 0x60, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0},
                struct.asSlice(2).toArray(JAVA_BYTE));
    }

    @ParameterizedTest
    @CsvSource({"::1,80", "2001:db8::ff,65535", "::,0"})
    void ipv6RoundTrip(String host, int port) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
        assertEquals(address, roundTrip(address));
        assertEquals(SockAddr.AF_INET6, SockAddr.familyOf(SockAddr.write(address, arena)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, Integer.MAX_VALUE})
    void ipv6ScopeRoundTrip(int scope) throws UnknownHostException {
        byte[] linkLocal = InetAddress.getByName("fe80::1234").getAddress();
        Inet6Address ip = Inet6Address.getByAddress(null, linkLocal, scope);
        InetSocketAddress back = (InetSocketAddress) roundTrip(new InetSocketAddress(ip, 443));
        assertEquals(ip, back.getAddress());
        assertEquals(scope, ((Inet6Address) back.getAddress()).getScopeId());
    }

    @Test
    void ipv4InsideIpv6StaysWhatItIs() throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = bytes[11] = -1;
        bytes[12] = 127;
        bytes[15] = 1;
        Inet6Address ip = Inet6Address.getByAddress(null, bytes, -1);
        assertInstanceOf(Inet4Address.class, InetAddress.getByAddress(bytes), "what a plain conversion makes of it");
        InetSocketAddress back = (InetSocketAddress) roundTrip(new InetSocketAddress(ip, 80));
        assertEquals(ip, assertInstanceOf(Inet6Address.class, back.getAddress()));
    }

    @Test
    void unixPathRoundTrip() {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of("/run/some.socket");
        assertEquals(address, roundTrip(address));
        assertEquals(SockAddr.AF_UNIX, SockAddr.familyOf(SockAddr.write(address, arena)));
    }

    @Test
    void unixPathEndsAtTheZeroByteOrAtTheEnd() {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of("/a");
        assertEquals(address, SockAddr.read(struct(SockAddr.AF_UNIX, ascii("/a\0garbage"))));
        assertEquals(address, SockAddr.read(struct(SockAddr.AF_UNIX, ascii("/a"))));
    }

    @Test
    void unixPathIsTakenUpToTheLastByteThatFits() {
        int max = (SockAddr.AF_INET6 == 30 ? 104 : 108) - 1;
        UnixDomainSocketAddress longest = UnixDomainSocketAddress.of("/" + "x".repeat(max - 1));
        assertEquals(longest, roundTrip(longest));
        UnixDomainSocketAddress tooLong = UnixDomainSocketAddress.of("/" + "x".repeat(max));
        turnedDown(tooLong, "is too long for a unix socket: " + (max + 1) + " bytes, at most " + max);
    }

    @Test
    void whatJavaHasNoClassForIsKeptInBytes() {
        keptInBytes(struct(SockAddr.AF_UNIX, ascii("\0abstract")));
        keptInBytes(struct(SockAddr.AF_UNIX, new byte[0]));
        keptInBytes(struct(SockAddr.AF_INET, new byte[5]));
        keptInBytes(struct(SockAddr.AF_INET6, new byte[21]));
        keptInBytes(struct(99, new byte[30]));
    }

    private void keptInBytes(MemorySegment struct) {
        byte[] bytes = struct.toArray(JAVA_BYTE);
        OtherAddress other = assertInstanceOf(OtherAddress.class, SockAddr.read(struct));
        assertArrayEquals(bytes, other.bytes());
        assertArrayEquals(bytes, SockAddr.write(other, arena).toArray(JAVA_BYTE));
    }

    @Test
    void bytesOfAKnownFamilyAreReadAsWhatTheyAre() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
        OtherAddress bytes = new OtherAddress(SockAddr.write(address, arena).toArray(JAVA_BYTE));
        assertEquals(address, roundTrip(bytes));
    }

    @Test
    void whatIsNoAddressIsTurnedDown() {
        turnedDown(InetSocketAddress.createUnresolved("name.example", 80), "not resolved");
        turnedDown(new SocketAddress() {}, "use an InetSocketAddress or a UnixDomainSocketAddress");
    }

    private void turnedDown(SocketAddress address, String words) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> SockAddr.write(address, arena));
        assertTrue(e.getMessage().contains(words), e::toString);
    }

    @Test
    void bytesWithoutAFamilyAreTurnedDown() {
        for (byte[] bytes : new byte[][] {{}, {1}}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new OtherAddress(bytes));
            assertTrue(e.getMessage().contains("2 bytes of its family"), e::toString);
        }
    }
}
