package io.github.curlffm.callback;

import static io.github.curlffm.WaitFd.Event.IN;
import static io.github.curlffm.WaitFd.Event.OUT;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Sockets;
import io.github.curlffm.WaitFd;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Sockets}: sockets that libcurl knows as descriptors, opened, waited for and set by Java. */
class SocketsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private ServerSocket server;
    private SocketAddress address;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private long connected() throws IOException {
        long socket = Sockets.open(address);
        Sockets.connect(socket, address);
        return socket;
    }

    // --- waiting
    // ------------------------------------------------------------------------------------------------------

    @Test
    void waitsForWhatCanBeDone() throws IOException {
        long socket = connected();
        try (Socket other = server.accept()) {
            assertEquals(Set.of(OUT), Sockets.await(socket, Set.of(OUT), LONG));
            assertEquals(Set.of(), Sockets.await(socket, Set.of(IN), Duration.ofMillis(5)));
            assertEquals(Set.of(), Sockets.await(socket, Set.of(IN), Duration.ZERO));
            assertEquals(Set.of(OUT), Sockets.await(socket, Set.of(IN, OUT), LONG));
            other.getOutputStream().write('x');
            assertEquals(Set.of(IN), Sockets.await(socket, Set.of(IN), LONG));
            assertTrue(Sockets.await(socket, Set.of(IN, OUT), LONG).contains(OUT));
        } finally {
            Sockets.close(socket);
        }
    }

    @Test
    void theEndOfThePeersDataCanBeRead() throws IOException {
        long socket = connected();
        server.accept().close();
        assertEquals(Set.of(IN), Sockets.await(socket, Set.of(IN), LONG));
        Sockets.close(socket);
    }

    @Test
    void virtualThreadsPark() throws Exception {
        int many = 2 * Runtime.getRuntime().availableProcessors() + 2;
        CountDownLatch waiting = new CountDownLatch(many);
        List<Future<Set<WaitFd.Event>>> all = new ArrayList<>();
        List<Socket> others = new ArrayList<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                long socket = connected();
                others.add(server.accept());
                all.add(virtual.submit(() -> {
                    waiting.countDown();
                    try {
                        return Sockets.await(socket, Set.of(IN), LONG);
                    } finally {
                        Sockets.close(socket);
                    }
                }));
            }
            virtual.submit(() -> {
                        waiting.await();
                        for (Socket other : others) {
                            other.close();
                        }
                        return null;
                    })
                    .get();
            for (Future<Set<WaitFd.Event>> one : all) {
                assertEquals(Set.of(IN), one.get());
            }
        }
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        for (boolean virtual : new boolean[] {false, true}) {
            long socket = connected();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Runnable waiting = () -> {
                assertThrows(InterruptedIOException.class, () -> Sockets.await(socket, Set.of(IN), LONG));
                interrupted.complete(Thread.currentThread().isInterrupted());
            };
            Thread thread = virtual
                    ? Thread.ofVirtual().start(waiting)
                    : Thread.ofPlatform().start(waiting);
            thread.interrupt();
            assertTrue(interrupted.get());
            thread.join();
            Sockets.close(socket);
        }
    }

    @Test
    void whatCannotBeWaitedForIsRefused() {
        for (Set<WaitFd.Event> events : List.of(Set.<WaitFd.Event>of(), Set.of(WaitFd.Event.PRI))) {
            assertThrows(IllegalArgumentException.class, () -> Sockets.await(0, events, LONG));
        }
        assertThrows(IllegalArgumentException.class, () -> Sockets.await(1L << 40, Set.of(IN), LONG));
        Needs.linux();
        IOException e = assertThrows(IOException.class, () -> Sockets.await(123_456, Set.of(IN), LONG));
        assertTrue(e.getMessage().contains("123456"), e::getMessage);
    }

    // --- opening, and options
    // -----------------------------------------------------------------------------------------

    @Test
    void libcurlConnectsTheSocketThatJavaHasOpenedAndSet(HttpPeer peer) throws IOException {
        List<Long> opened = new ArrayList<>();
        List<Long> set = new ArrayList<>();
        try (Easy easy = new Easy()) {
            easy.set(URL, peer.url("/"))
                    .set(OPENSOCKETFUNCTION, (purpose, wanted) -> {
                        opened.add(Sockets.open(wanted.address()));
                        return OpenSocketCallback.Result.use(opened.getLast());
                    })
                    .set(SOCKOPTFUNCTION, (socket, purpose) -> {
                        Sockets.setOption(socket, StandardSocketOptions.SO_KEEPALIVE, true);
                        Sockets.setOption(socket, StandardSocketOptions.SO_RCVBUF, 100_000);
                        set.add(socket);
                        return SockoptCallback.Result.OK;
                    });
            assertEquals(HttpPeer.BODY, easy.performString());
        }
        assertEquals(1, opened.size());
        assertEquals(opened, set);
    }

    @Test
    void aUnixSocket(@TempDir Path folder) throws IOException {
        UnixDomainSocketAddress unix = UnixDomainSocketAddress.of(folder.resolve("socket"));
        try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(unix);
            long socket = Sockets.open(unix);
            Sockets.connect(socket, unix);
            listening.accept().close();
            assertEquals(Set.of(IN), Sockets.await(socket, Set.of(IN), LONG));
            Sockets.close(socket);
        }
    }

    /** That the numbers are those of the system is seen by StandardOptionTest. */
    @Test
    void standardOptions() throws IOException {
        long socket = Sockets.open(address);
        for (var option : List.of(
                StandardSocketOptions.SO_KEEPALIVE,
                StandardSocketOptions.SO_REUSEADDR,
                StandardSocketOptions.SO_BROADCAST,
                StandardSocketOptions.SO_REUSEPORT,
                StandardSocketOptions.TCP_NODELAY)) {
            Sockets.setOption(socket, option, true);
        }
        Sockets.setOption(socket, StandardSocketOptions.SO_RCVBUF, 4096);
        Sockets.setOption(socket, StandardSocketOptions.SO_SNDBUF, 4096);
        Sockets.setOption(socket, StandardSocketOptions.IP_TOS, 16);
        Sockets.close(socket);
        UnsupportedOperationException linger = assertThrows(
                UnsupportedOperationException.class,
                () -> Sockets.setOption(socket, StandardSocketOptions.SO_LINGER, 1));
        assertTrue(linger.getMessage().contains("SO_LINGER"), linger::getMessage);
    }

    @Test
    void aWrongValueIsRefusedByTheSystem() throws IOException {
        long socket = Sockets.open(address);
        Sockets.close(socket);
        IOException e = assertThrows(
                IOException.class, () -> Sockets.setOption(socket, StandardSocketOptions.SO_KEEPALIVE, true));
        assertTrue(e.getMessage().contains("setsockopt"), e::getMessage);
    }
}
