package io.github.curlffm.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;

/**
 * The JDK's HTTPS server on a free port of the loopback address, with a certificate that is made for it and that only
 * its own {@link #authority} vouches for.
 */
public final class HttpsPeer extends HttpPeer {
    private final TestCertificates certificates;

    /** Starts a server that answers everything with {@value HttpPeer#BODY}; its certificate is for 127.0.0.1. */
    public HttpsPeer() {
        this(saying(BODY));
    }

    /** Starts a server that answers everything by one handler; its certificate is for 127.0.0.1. */
    public HttpsPeer(HttpHandler handler) {
        this(new TestCertificates("127.0.0.1"), handler);
    }

    /** Starts a server that answers everything by one handler. */
    public HttpsPeer(TestCertificates certificates, HttpHandler handler) {
        super(server(certificates), "https", handler);
        this.certificates = certificates;
    }

    private static HttpsServer server(TestCertificates certificates) {
        try {
            HttpsServer server = HttpsServer.create(LOOPBACK, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a server that answers everything with a body} */
    public static HttpsPeer answering(String body) {
        return new HttpsPeer(saying(body));
    }

    /** {@return a server that answers with the version of TLS that it was asked over} */
    public static HttpsPeer answeringTlsVersion() {
        return new HttpsPeer(exchange -> answer(exchange, 200, tlsVersion(exchange)));
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
}
