package io.github.curlffm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** An address that takes no connection and refuses none: the queue of its listener is full. For Linux. */
public final class UnansweringPeer implements AutoCloseable {

    /** The queue of one holds two. */
    private static final int ENOUGH = 8;

    private final ServerSocket listener;
    private final List<SocketChannel> queue = new ArrayList<>();

    public UnansweringPeer() {
        Needs.linux();
        try {
            listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
            for (int i = 0; i < ENOUGH; i++) {
                SocketChannel client = SocketChannel.open();
                queue.add(client);
                client.configureBlocking(false);
                client.connect(listener.getLocalSocketAddress());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (SocketChannel client : queue) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
