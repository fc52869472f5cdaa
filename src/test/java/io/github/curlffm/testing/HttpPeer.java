package io.github.curlffm.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server on a free port of the loopback address. */
public class HttpPeer implements AutoCloseable {

    /** What it answers unless it is told otherwise. */
    public static final String BODY = "body";

    static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private volatile HttpHandler handler;

    /** Starts a server that answers everything with {@value #BODY}. */
    public HttpPeer() {
        this(saying(BODY));
    }

    /** Starts a server that answers everything by one handler. */
    public HttpPeer(HttpHandler handler) {
        this(server(), "http", handler);
    }

    HttpPeer(HttpServer server, String scheme, HttpHandler handler) {
        this.server = server;
        this.scheme = scheme;
        this.handler = handler;
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(LOOPBACK, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        }
    }

    /** {@return a server that answers everything with a body} */
    public static HttpPeer answering(String body) {
        return new HttpPeer(saying(body));
    }

    static HttpHandler saying(String body) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, body);
        };
    }

    /** Answers everything by this handler from now on. */
    public HttpPeer serve(HttpHandler other) {
        handler = other;
        return this;
    }

    /** Answers everything with this body from now on. */
    public HttpPeer serve(String body) {
        return serve(saying(body));
    }

    /** Answers an exchange. */
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** {@return the URL of a path, as in {@code url("/a")}} */
    public String url(String path) {
        return scheme + "://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
