package io.github.curlffm.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server that keeps what it was sent, byte for byte. It answers {@code ok}, and redirects what is asked of
 * {@code /redirect}.
 */
public final class RequestRecorder implements AutoCloseable {

    /** A request as it came over the wire. */
    public record Request(String head, byte[] body) {

        /** {@return the request line without the version, as in {@code "GET /"}} */
        public String line() {
            return head.lines().findFirst().orElseThrow().replaceFirst(" HTTP/[0-9.]+$", "");
        }

        /** {@return the content of a header, or null} */
        public String header(String name) {
            String start = name + ": ";
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse(null);
        }

        /** {@return all of it, to be compared} */
        public String text() {
            return head + "\n" + new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final WireServer server = new WireServer(this::serve);

    private void serve(WireServer.Connection connection) throws IOException {
        connections.incrementAndGet();
        for (String head; (head = connection.readHead()) != null; ) {
            Request request = new Request(head, new byte[0]);
            if (request.header("Expect") != null) {
                connection.write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            requests.add(new Request(head, body(request, connection)));
            String redirect = request.line().endsWith("/redirect") ? "302 Found\r\nLocation: /" : "200 OK";
            connection.write("HTTP/1.1 " + redirect + "\r\nContent-Length: 2\r\n\r\n"
                    + (request.line().startsWith("HEAD ") ? "" : "ok"));
        }
    }

    private static byte[] body(Request request, WireServer.Connection connection) throws IOException {
        if (request.header("Content-Length") != null) {
            return connection.in().readNBytes(Integer.parseInt(request.header("Content-Length")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.header("Transfer-Encoding") != null) {
            for (int size; (size = Integer.parseInt(connection.readLine(), 16)) > 0; ) {
                body.write(connection.in().readNBytes(size));
                connection.readLine();
            }
            connection.readLine();
        }
        return body.toByteArray();
    }

    /** {@return the oldest request that has not been taken yet} */
    public Request take() {
        return requests.remove();
    }

    /** {@return whether every request has been taken} */
    public boolean isEmpty() {
        return requests.isEmpty();
    }

    /** {@return how many connections there have been} */
    public int connections() {
        return connections.get();
    }

    /** {@return the URL of a path, as in {@code url("/a")}} */
    public String url(String path) {
        return server.url("http", path);
    }

    @Override
    public void close() {
        server.close();
    }
}
