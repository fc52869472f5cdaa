package io.github.curlffm.text;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.WireServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Uploads that have trailers. */
final class Trailers {

    private Trailers() {}

    /** {@return the value of the trailer X that a handle sends after an empty body; null when there is none} */
    static String of(Easy easy) throws CurlException {
        AtomicReference<String> trailer = new AtomicReference<>();
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            for (String line; (line = connection.readLine()) != null && !line.isEmpty(); ) {
                if (line.startsWith("X: ")) {
                    trailer.set(line.substring(3));
                }
            }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            easy.set(URL, server.url("http", "/"))
                    .set(UPLOAD, true)
                    .set(HTTPHEADER, List.of("Expect:", "Transfer-Encoding: chunked"))
                    .set(READFUNCTION, buffer -> 0)
                    .set(WRITEFUNCTION, body -> {})
                    .perform();
        }
        return trailer.get();
    }
}
