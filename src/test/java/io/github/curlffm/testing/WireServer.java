package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A server that says on the wire just what a script tells it, and keeps what it was told. */
public final class WireServer implements AutoCloseable {

    /** What to do with one connection. */
    @FunctionalInterface
    public interface Script {
        void run(Connection connection) throws Exception;
    }

    /** One connection, seen from the server. */
    public static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        public InputStream in() {
            return in;
        }

        public Socket socket() {
            return socket;
        }

        /** {@return one line without its CR LF, or null at the end} */
        public String readLine() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c; (c = in.read()) >= 0; ) {
                if (c == '\n') {
                    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
                }
                line.write(c);
            }
            return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
        }

        /** {@return the lines up to the next empty one, joined by LF; null at the end of the connection} */
        public String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            for (String line; (line = readLine()) != null; ) {
                if (line.isEmpty()) {
                    return head.toString();
                }
                head.append(line).append('\n');
            }
            return head.isEmpty() ? null : head.toString();
        }

        public Connection write(String text) throws IOException {
            return write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public Connection write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }
    }

    private final ServerSocket listener;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private volatile Script script;

    /** Starts a server that waits for its script until a connection is made, and fails then without one. */
    public WireServer() {
        this(connection -> fail("this WireServer has no script"));
    }

    /** Starts a server. */
    public WireServer(Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    /** Runs this script for each connection from now on. */
    public WireServer serve(Script other) {
        script = other;
        return this;
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                executor.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.run(new Connection(socket));
        } catch (IOException peerWentAway) {
            // what many tests want
        } catch (InterruptedException closed) {
            // by close, which alone does that
        } catch (Throwable t) {
            failures.add(t);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url(String scheme, String path) {
        return scheme + "://127.0.0.1:" + port() + path;
    }

    /** Stops, and fails with what a script threw (the peer's going away apart). */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.shutdownNow();
        if (!failures.isEmpty()) {
            throw new AssertionError("the script of a WireServer failed", failures.getFirst());
        }
    }
}
