package io.github.curlffm.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionStage;

/** What is a {@link HttpClient}: the JDK's own, and ours. */
final class JavaNetHttp implements Client {

    private final HttpClient client;

    JavaNetHttp(HttpClient.Builder builder, Setup setup) throws Exception {
        builder.version(setup.http2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        if (setup.http2()) {
            builder.sslContext(Tls.context());
        }
        client = builder.build();
    }

    @Override
    public void get(URI uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        Client.check(
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Override
    public void put(URI uri, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        Client.check(
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Override
    public CompletionStage<?> getAsync(URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .thenAccept(response -> Client.check(response.statusCode()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
