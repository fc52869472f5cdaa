package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.ABSTRACT_UNIX_SOCKET;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.UNIX_SOCKET_PATH;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.curlffm.Easy;
import io.github.curlffm.callback.OpenSocketCallback.Result;
import io.github.curlffm.internal.c.SockAddr;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the lambda is asked, in every family of addresses; and that it can send a connection from one to another. */
class OpenSocketAddressTest {

    private static final int SOCK_STREAM = 1;
    private static final int IPPROTO_TCP = 6;

    @TempDir
    Path folder;

    private final List<CurlSockAddr> asked = new ArrayList<>();

    private CurlSockAddr ask(Easy easy, String expectedBody) throws Exception {
        easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
            assertEquals(SocketPurpose.IPCXN, purpose);
            asked.add(address);
            return null;
        });
        assertEquals(expectedBody, Perform.body(easy));
        assertEquals(1, asked.size());
        return asked.getFirst();
    }

    private static void assumeUnixSockets() {
        Needs.feature("UnixSockets");
    }

    @Test
    void ipv4() throws Exception {
        try (ChannelPeer peer = ChannelPeer.at("127.0.0.1", "v4");
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            assertEquals(new CurlSockAddr(SockAddr.AF_INET, SOCK_STREAM, IPPROTO_TCP, peer.address()), ask(easy, "v4"));
        }
    }

    @Test
    void ipv6() throws Exception {
        Needs.feature("IPv6");
        try (ChannelPeer peer = ChannelPeer.at("::1", "v6");
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            assertEquals(
                    new CurlSockAddr(SockAddr.AF_INET6, SOCK_STREAM, IPPROTO_TCP, peer.address()), ask(easy, "v6"));
        }
    }

    @Test
    void unixPath() throws Exception {
        assumeUnixSockets();
        Path path = folder.resolve("socket");
        try (ChannelPeer peer = ChannelPeer.at(path, "unix");
                Easy easy = new Easy().set(URL, "http://name.example/").set(UNIX_SOCKET_PATH, path.toString())) {
            assertEquals(new CurlSockAddr(SockAddr.AF_UNIX, SOCK_STREAM, 0, peer.address()), ask(easy, "unix"));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has abstract unix sockets")
    void abstractUnixSocket() throws Exception {
        assumeUnixSockets();
        try (ChannelPeer peer = ChannelPeer.at(folder.resolve("socket"), "unix");
                Easy easy = new Easy().set(URL, "http://name.example/").set(ABSTRACT_UNIX_SOCKET, "hidden")) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
                asked.add(address);
                return Result.open(peer.address());
            });
            assertEquals("unix", Perform.body(easy));
        }
        OtherAddress address =
                assertInstanceOf(OtherAddress.class, asked.getFirst().address());
        assertArrayEquals("\1\0\0hidden".getBytes(StandardCharsets.US_ASCII), address.bytes());
    }

    @Test
    void fromTcpToUnix() throws Exception {
        assumeUnixSockets();
        try (ChannelPeer peer = ChannelPeer.at(folder.resolve("socket"), "unix");
                Easy easy = new Easy().set(URL, "http://127.0.0.1:1/")) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> Result.open(peer.address()));
            assertEquals("unix", Perform.body(easy));
        }
    }

    @Test
    void fromUnixToTcp() throws Exception {
        assumeUnixSockets();
        try (ChannelPeer peer = ChannelPeer.at("127.0.0.1", "tcp");
                Easy easy = new Easy().set(URL, "http://name.example/").set(UNIX_SOCKET_PATH, "/nowhere")) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> Result.open(peer.address()));
            assertEquals("tcp", Perform.body(easy));
        }
    }

    @Test
    void fromIpv4ToIpv6() throws Exception {
        Needs.feature("IPv6");
        try (ChannelPeer peer = ChannelPeer.at("::1", "v6");
                Easy easy = new Easy().set(URL, "http://127.0.0.1:1/")) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> Result.open(peer.address()));
            assertEquals("v6", Perform.body(easy));
        }
    }

    @Test
    void fromIpv4ToBytesOfAnAddress() throws Exception {
        try (ChannelPeer peer = ChannelPeer.at("127.0.0.1", "bytes");
                Easy easy = new Easy().set(URL, "http://127.0.0.1:1/");
                Arena arena = Arena.ofConfined()) {
            byte[] bytes = SockAddr.write(peer.address(), arena).toArray(ValueLayout.JAVA_BYTE);
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> Result.open(new OtherAddress(bytes)));
            assertEquals("bytes", Perform.body(easy));
        }
    }
}
