package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server at any address that Java can listen at, a unix socket included. It answers everything with one body,
 * keeps connections open, and knows when the other side closes one.
 */
public final class ChannelPeer implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final byte[] answer;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<SocketChannel> accepted = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);

    private ChannelPeer(SocketAddress address, String status, String header, String body) {
        answer = ("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        try {
            listener = address instanceof UnixDomainSocketAddress
                    ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    : ServerSocketChannel.open();
            listener.bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    /** {@return a server on a free port of a numeric address} */
    public static ChannelPeer at(String host, String body) {
        return new ChannelPeer(freePort(host), "200 OK", "Content-Type: text/plain", body);
    }

    /** {@return a server at a unix socket} */
    public static ChannelPeer at(Path path, String body) {
        return new ChannelPeer(UnixDomainSocketAddress.of(path), "200 OK", "Content-Type: text/plain", body);
    }

    /** {@return a server on a free port of a numeric address that sends everybody elsewhere} */
    public static ChannelPeer redirecting(String host, String url) {
        return new ChannelPeer(freePort(host), "302 Found", "Location: " + url, "");
    }

    private static SocketAddress freePort(String host) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (true) {
            try {
                SocketChannel channel = listener.accept();
                accepted.add(channel);
                executor.execute(() -> serve(channel));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII));
            for (String line; (line = in.readLine()) != null; ) {
                if (line.isEmpty()) {
                    channel.write(ByteBuffer.wrap(answer));
                }
            }
        } catch (IOException peerWentAway) {
            // an end like any other
        } finally {
            ended.release();
        }
    }

    /** {@return how many connections there have been} */
    public int connections() {
        return accepted.size();
    }

    /** Waits until the other side has closed one more connection. */
    public void awaitEnd() throws InterruptedException {
        assertTrue(ended.tryAcquire(10, TimeUnit.SECONDS), "the connection is still open");
    }

    /** {@return the address that it listens at} */
    public SocketAddress address() {
        try {
            return listener.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return ((InetSocketAddress) address()).getPort();
    }

    /** {@return the URL of a path, as in {@code url("/a")}} */
    public String url(String path) {
        InetAddress host = ((InetSocketAddress) address()).getAddress();
        String text = host.getHostAddress();
        return "http://" + (text.contains(":") ? "[" + text + "]" : text) + ":" + port() + path;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (SocketChannel channel : accepted) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.shutdownNow();
    }
}
