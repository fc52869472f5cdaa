package io.github.curlffm.text;

import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server of bytes: each character of a string is one. It keeps the heads and bodies of the requests, and answers
 * all of them alike.
 */
final class Echo implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final WireServer server;

    /** Starts a server whose answers have these headers. */
    Echo(String... headers) {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"
                + String.join("", List.of(headers)).replace("\n", "\r\n") + "\r\n";
        server = new WireServer(connection -> {
            for (String head; (head = connection.readHead()) != null; ) {
                requests.add(head + "\n" + body(connection, head));
                connection.write(answer);
            }
        });
    }

    private static String body(WireServer.Connection connection, String head) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int left = length(head); left > 0; left--) {
            body.append((char) connection.in().read());
        }
        return body.toString();
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .sum();
    }

    String url(String path) {
        return server.url("http", path);
    }

    /** {@return the last request} */
    String last() {
        return requests.getLast();
    }

    /** {@return the value of a header of the last request} */
    String last(String header) {
        return last().lines()
                .filter(line -> line.startsWith(header + ": "))
                .map(line -> line.substring(header.length() + 2))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        server.close();
    }
}
