package io.github.curlffm.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.curlffm.Curl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows three programs and what they do: on the URL that is given, or on a server of its own. Run by
 * {@code scripts/demo}.
 */
public final class Demo {

    private static final Path SOURCES = Path.of("src/test/java/io/github/curlffm/examples");

    private static final String BIG = "big";
    private static final int BIG_TIMES = 100_000;

    @FunctionalInterface
    private interface Program {
        void main(String[] args) throws Exception;
    }

    private Demo() {}

    /** Runs the demonstration. */
    public static void main(String[] args) throws Exception {
        var version = Curl.version();
        System.out.printf("curl-ffm on libcurl %s (%s), Java %s%n", version.version(), version.library(), runtime());
        if (args.length > 0) {
            showAll(args[0], args[0]);
            return;
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", Demo::answer);
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            showAll(url, url + BIG);
        } finally {
            server.stop(0);
        }
    }

    private static String runtime() {
        return Runtime.version().feature() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static void showAll(String url, String bigUrl) throws Exception {
        System.out.println("on " + url);
        show("Document header and body", "HeaderAndBody.java", HeaderAndBody::main, url);
        show("Download and upload progress", "Progress.java", Progress::main, bigUrl);
        show("Debug", "Debug.java", Debug::main, url);
    }

    private static void show(String title, String file, Program program, String url) throws Exception {
        System.out.printf("%n== %s (%s)%n%n", title, SOURCES.resolve(file));
        text(file).forEach(line -> System.out.println("  | " + line));
        System.out.println();
        program.main(new String[] {url});
    }

    /** {@return the lines of a program between its two marks} */
    private static List<String> text(String file) throws IOException {
        List<String> lines = Files.readAllLines(SOURCES.resolve(file));
        int begin = lines.indexOf("        // begin") + 1;
        return lines.subList(begin, lines.indexOf("        // end")).stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .toList();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "Hello from the server that the demonstration brought along.\n"
                    .repeat(exchange.getRequestURI().getPath().endsWith(BIG) ? BIG_TIMES : 3)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
