package io.github.curlffm.bench;

import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Apache HttpClient 5, the classic one: a thread for each request. */
final class ApacheClassic implements Client {

    private static final int BUFFER = 16 << 10;

    private final CloseableHttpClient client;
    private final ExecutorService threads;

    ApacheClassic(Setup setup) {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(setup.connections())
                        .setMaxConnTotal(setup.connections())
                        .build())
                .build();
        threads = Executors.newFixedThreadPool(setup.connections());
    }

    private void run(ClassicHttpRequest request) throws Exception {
        client.execute(request, response -> {
            Client.check(response.getCode());
            if (response.getEntity() != null) {
                byte[] buffer = new byte[BUFFER];
                try (InputStream in = response.getEntity().getContent()) {
                    while (in.read(buffer) >= 0) {
                        continue;
                    }
                }
            }
            return null;
        });
    }

    @Override
    public void get(URI uri) throws Exception {
        run(new HttpGet(uri));
    }

    @Override
    public void put(URI uri, byte[] body) throws Exception {
        HttpPut request = new HttpPut(uri);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
        run(request);
    }

    @Override
    public CompletionStage<?> getAsync(URI uri) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        get(uri);
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                threads);
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        client.close();
    }
}
