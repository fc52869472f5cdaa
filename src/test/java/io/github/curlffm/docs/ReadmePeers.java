package io.github.curlffm.docs;

import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The servers that the README's programs talk to. */
final class ReadmePeers implements AutoCloseable {

    static final String PAGE = "Hello from www.example.com.\n";

    /** A request that arrived; {@code trailers} are the lines after a chunked body. */
    record Request(String line, String body, String trailers) {}

    private static final int BIG = 4_000_000;

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final HttpPeer http = new HttpPeer(exchange -> {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        requests.add(new Request(method + " " + path, body, ""));
        HttpPeer.answer(exchange, 200, path.equals("/big.iso") ? "0".repeat(BIG) : method.equals("GET") ? PAGE : "");
    });

    /** The JDK's server does not read trailers. */
    private final WireServer chunked = new WireServer(connection -> {
        String head = connection.readHead();
        if (head.contains("Expect: 100-continue")) {
            connection.write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        String body = chunkedBody(connection);
        requests.add(new Request(head.substring(0, head.indexOf(" HTTP/1.1")), body, connection.readHead()));
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });

    private static String chunkedBody(WireServer.Connection connection) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size; (size = Integer.parseInt(connection.readLine(), 16)) > 0; ) {
            body.write(connection.in().readNBytes(size));
            connection.readLine();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /**
     * {@return the text with the hosts of its URLs replaced by these servers, and relative files by those of a folder}
     */
    String localize(String text, Path folder) {
        return text.replace("https://www.example.com/", http.url("/"))
                .replace("http://localhost/", http.url("/"))
                .replace("https://uploads.example.com/", chunked.url("http", "/"))
                .replace("Path.of(\"", "Path.of(\"" + folder + "\", \"");
    }

    String url(String path) {
        return http.url(path);
    }

    int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
        chunked.close();
    }
}
