package io.github.curlffm.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server that wants each client to have a certificate, and answers each connection's request with whose it is. */
public final class ClientCertificatePeer implements AutoCloseable {

    private final SSLServerSocket listener;

    /** Starts one that trusts the authority of these certificates. */
    public ClientCertificatePeer(TestCertificates certificates) {
        try {
            listener = (SSLServerSocket) certificates
                    .serverContextForClientsWithKeys()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setNeedClientAuth(true);
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (SSLSocket client = (SSLSocket) listener.accept()) {
                answer(client);
            } catch (IOException e) {
                // the client has gone, or this is closed
            }
        }
    }

    private static void answer(SSLSocket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        for (String line; (line = lines.readLine()) != null && !line.isEmpty(); ) {}
        String name = client.getSession().getPeerPrincipal().getName();
        client.getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + name.length() + "\r\n\r\n" + name)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return its URL} */
    public String url() {
        return "https://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
