package io.github.curlffm.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Waits before it answers, which nginx cannot: one thread in a process of its own, which takes little of the CPU. */
final class WaitingServer {

    static final int WAITS_MS = 100;

    private static final int BACKLOG = 4096;
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Length: 1024\r\n\r\n" + "0".repeat(1024))
            .getBytes(StandardCharsets.ISO_8859_1);

    private WaitingServer() {}

    /** {@return where one answers that has been started, and ends with this process} */
    static URI start() throws IOException {
        Process process = new ProcessBuilder(Launches.java(WaitingServer.class))
                .redirectError(Redirect.INHERIT)
                .start();
        String port = process.inputReader().readLine();
        if (port == null) {
            throw new IOException("the server that waits has not begun");
        }
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    // --- in that process
    // ----------------------------------------------------------------------------------------------

    private record Due(long time, SocketChannel channel) {}

    public static void main(String[] args) throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println(listener.socket().getLocalPort());
            Thread.ofPlatform().daemon().start(WaitingServer::endWithTheParent);
            serve(selector, listener);
        }
    }

    private static void endWithTheParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // then it has ended, too
        }
        System.exit(0);
    }

    private static void serve(Selector selector, ServerSocketChannel listener) throws IOException {
        Queue<Due> dues = new ArrayDeque<>();
        ByteBuffer request = ByteBuffer.allocateDirect(1 << 14);
        ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);
        while (true) {
            long wait = dues.isEmpty() ? 0 : dues.peek().time - System.nanoTime();
            if (dues.isEmpty() || wait > 0) {
                selector.select(TimeUnit.NANOSECONDS.toMillis(wait + 999_999));
            } else {
                selector.selectNow();
            }
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    accept(selector, listener);
                } else if (isRequest((SocketChannel) key.channel(), request)) {
                    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAITS_MS);
                    dues.add(new Due(due, (SocketChannel) key.channel()));
                }
            }
            selector.selectedKeys().clear();
            while (!dues.isEmpty() && dues.peek().time <= System.nanoTime()) {
                answer(dues.remove().channel, answer.rewind());
            }
        }
    }

    private static void accept(Selector selector, ServerSocketChannel listener) throws IOException {
        for (SocketChannel channel; (channel = listener.accept()) != null; ) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
    }

    /** {@return whether there is a request: those of the benchmarks come in one piece, and have no body} */
    private static boolean isRequest(SocketChannel channel, ByteBuffer request) throws IOException {
        int length;
        try {
            length = channel.read(request.clear());
        } catch (IOException gone) {
            length = -1;
        }
        if (length < 0) {
            channel.close();
        }
        return length > 0;
    }

    private static void answer(SocketChannel channel, ByteBuffer answer) throws IOException {
        try {
            channel.write(answer);
        } catch (IOException gone) {
            channel.close();
        }
    }
}
