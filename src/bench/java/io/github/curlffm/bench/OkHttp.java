package io.github.curlffm.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Okio;

/** OkHttp. */
final class OkHttp implements Client {

    private final OkHttpClient client;

    OkHttp(Setup setup) throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(setup.connections());
        dispatcher.setMaxRequestsPerHost(setup.connections());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(setup.connections(), 5, TimeUnit.MINUTES))
                .protocols(setup.http2() ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1));
        if (setup.http2()) {
            builder.sslSocketFactory(Tls.context().getSocketFactory(), Tls.trustManager());
        }
        client = builder.build();
    }

    private static void discard(Response response) throws IOException {
        try (response) {
            response.body().source().readAll(Okio.blackhole());
            Client.check(response.code());
        }
    }

    private Call call(URI uri) {
        return client.newCall(new Request.Builder().url(uri.toString()).build());
    }

    @Override
    public void get(URI uri) throws IOException {
        discard(call(uri).execute());
    }

    @Override
    public void put(URI uri, byte[] body) throws IOException {
        Request request = new Request.Builder()
                .url(uri.toString())
                .put(RequestBody.create(body))
                .build();
        discard(client.newCall(request).execute());
    }

    @Override
    public CompletionStage<?> getAsync(URI uri) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        call(uri).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                done.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try {
                    discard(response);
                    done.complete(null);
                } catch (IOException | RuntimeException e) {
                    done.completeExceptionally(e);
                }
            }
        });
        return done;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdownNow();
        client.connectionPool().evictAll();
    }
}
