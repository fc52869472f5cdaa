package io.github.curlffm.examples;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.curlffm.Curl;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows four programs and what they do: on the URL that is given, or on a server of its own; the one with many threads
 * always on its own. Run by {@code scripts/demo}.
 */
public final class Demo {

    private static final Path SOURCES = Path.of("src/test/java/io/github/curlffm/examples");

    private static final String BIG = "big";
    private static final int BIG_TIMES = 100_000;

    private static final String SLOW = "slow";
    private static final int SLOW_MS = 100;
    private static final int THREADS = 1000;

    /** Sockets of client and server, and what libcurl needs to be woken up. */
    private static final int FILES_OF_A_THREAD = 5;

    /** The JVM's own, for classes that it has not loaded yet. */
    private static final int FILES_OF_OTHERS = 40;

    @FunctionalInterface
    private interface Program {
        void main(String[] args) throws Exception;
    }

    private Demo() {}

    /** Runs the demonstration. */
    public static void main(String[] args) throws Exception {
        var version = Curl.version();
        System.out.printf("curl-ffm on libcurl %s (%s), Java %s%n", version.version(), version.library(), runtime());
        System.setProperty("sun.net.httpserver.maxIdleConnections", String.valueOf(THREADS)); // otherwise 200 stay open
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), THREADS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", Demo::answer);
            server.start();
            String own = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            showAll(own, args.length > 0 ? List.of(args[0], args[0]) : List.of(own, own + BIG));
        } finally {
            server.stop(0);
        }
    }

    private static String runtime() {
        return Runtime.version().feature() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static void showAll(String own, List<String> urls) throws Exception {
        String url = urls.getFirst();
        System.out.println("on " + url);
        show("Document header and body", "HeaderAndBody.java", HeaderAndBody::main, url);
        show("Download and upload progress", "Progress.java", Progress::main, urls.getLast());
        show("Debug", "Debug.java", Debug::main, url);
        int threads = threads();
        String title = "Virtual threads: %d, on a server that waits %d ms".formatted(threads, SLOW_MS);
        show(title, "VirtualThreads.java", VirtualThreads::main, own + SLOW, String.valueOf(threads));
    }

    /** {@return how many threads may transfer something at once: as many as the system allows to have files open} */
    private static int threads() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            return THREADS;
        }
        long limit = system.getMaxFileDescriptorCount();
        long free = limit - system.getOpenFileDescriptorCount() - FILES_OF_OTHERS;
        int threads = Math.clamp(free / FILES_OF_A_THREAD, 1, THREADS);
        if (threads < THREADS) {
            System.out.printf("%nOnly %d of %d threads: ulimit -n is %d%n", threads, THREADS, limit);
        }
        return threads;
    }

    private static void show(String title, String file, Program program, String... args) throws Exception {
        System.out.printf("%n== %s (%s)%n%n", title, SOURCES.resolve(file));
        text(file).forEach(line -> System.out.println("  | " + line));
        System.out.println();
        program.main(args);
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
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (path.endsWith(SLOW)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MS));
            }
            byte[] body = "Hello from the server that the demonstration brought along.\n"
                    .repeat(path.endsWith(BIG) ? BIG_TIMES : 3)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
