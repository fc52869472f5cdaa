package io.github.curlffm.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The JDK's HTTPS server on a free port of the loopback address, with a certificate that is made for it and that only
 * its own {@link #authority} vouches for.
 */
public final class HttpsPeer implements AutoCloseable {
    private final TestCertificates certificates;
    private final HttpsServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private volatile HttpHandler handler;

    /** Starts a server that answers everything with {@value HttpPeer#BODY}; its certificate is for 127.0.0.1. */
    public HttpsPeer() {
        this(exchange -> HttpPeer.answer(exchange, 200, HttpPeer.BODY));
    }

    /** Starts a server that answers everything by one handler; its certificate is for 127.0.0.1. */
    public HttpsPeer(HttpHandler handler) {
        this(new TestCertificates("127.0.0.1"), handler);
    }

    /** Starts a server that answers everything by one handler. */
    public HttpsPeer(TestCertificates certificates, HttpHandler handler) {
        this.certificates = certificates;
        this.handler = handler;
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        }
    }

    /** Answers everything by this handler from now on. */
    public HttpsPeer serve(HttpHandler other) {
        handler = other;
        return this;
    }

    /** {@return a server that answers everything with a body} */
    public static HttpsPeer answering(String body) {
        return new HttpsPeer(exchange -> HttpPeer.answer(exchange, 200, body));
    }

    /** {@return a server that answers with the version of TLS that it was asked over} */
    public static HttpsPeer answeringTlsVersion() {
        return new HttpsPeer(exchange -> HttpPeer.answer(exchange, 200, tlsVersion(exchange)));
    }

    private static String tlsVersion(HttpExchange exchange) {
        return ((HttpsExchange) exchange).getSSLSession().getProtocol();
    }

    /** {@return the authority's certificate in PEM format} */
    public byte[] authority() {
        return certificates.authority();
    }

    /** {@return the server's certificate} */
    public X509Certificate certificate() {
        return certificates.server();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** {@return the URL of a path, as in {@code url("/a")}} */
    public String url(String path) {
        return "https://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
