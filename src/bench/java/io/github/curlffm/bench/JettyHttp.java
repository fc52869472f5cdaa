package io.github.curlffm.bench;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's client. */
final class JettyHttp implements Client {

    private static final int QUEUE = 20_000;

    private final HttpClient client;

    JettyHttp(Setup setup) throws Exception {
        ClientConnector connector = new ClientConnector();
        if (setup.http2()) {
            SslContextFactory.Client ssl = new SslContextFactory.Client();
            ssl.setTrustStore(Tls.trusted());
            connector.setSslContextFactory(ssl);
            HTTP2Client http2 = new HTTP2Client(connector);
            client = new HttpClient(new HttpClientTransportOverHTTP2(http2));
        } else {
            client = new HttpClient(new HttpClientTransportOverHTTP(connector));
            client.setMaxConnectionsPerDestination(setup.connections());
        }
        client.setMaxRequestsQueuedPerDestination(QUEUE);
        client.start();
    }

    private static CompletableFuture<Void> send(Request request) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        request.onResponseContent((response, content) -> content.position(content.limit()))
                .send(result -> complete(done, result));
        return done;
    }

    private static void complete(CompletableFuture<Void> done, Result result) {
        if (result.isFailed()) {
            done.completeExceptionally(result.getFailure());
        } else if (result.getResponse().getStatus() / 100 != 2) {
            done.completeExceptionally(
                    new IllegalStateException("status " + result.getResponse().getStatus()));
        } else {
            done.complete(null);
        }
    }

    @Override
    public void get(URI uri) {
        send(client.newRequest(uri)).join();
    }

    @Override
    public void put(URI uri, byte[] body) {
        send(client.newRequest(uri).method(HttpMethod.PUT).body(new BytesRequestContent(body)))
                .join();
    }

    @Override
    public CompletionStage<?> getAsync(URI uri) {
        return send(client.newRequest(uri));
    }

    @Override
    public void close() throws Exception {
        client.stop();
    }
}
