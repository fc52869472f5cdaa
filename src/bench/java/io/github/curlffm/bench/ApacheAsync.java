package io.github.curlffm.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/** Apache HttpClient 5, the asynchronous one. */
final class ApacheAsync implements Client {

    private final CloseableHttpAsyncClient client;

    ApacheAsync(Setup setup) throws Exception {
        PoolingAsyncClientConnectionManagerBuilder connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnPerRoute(setup.connections())
                .setMaxConnTotal(setup.connections())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(setup.http2() ? HttpVersionPolicy.NEGOTIATE : HttpVersionPolicy.FORCE_HTTP_1)
                        .build());
        if (setup.http2()) {
            connections
                    .setMessageMultiplexing(true)
                    .setTlsStrategy(ClientTlsStrategyBuilder.create()
                            .setSslContext(Tls.context())
                            .buildAsync());
        }
        client = HttpAsyncClients.custom()
                .setConnectionManager(connections.build())
                .build();
        client.start();
    }

    private static final class Discarding extends AbstractBinResponseConsumer<Void> {
        @Override
        protected void start(HttpResponse response, ContentType type) {
            Client.check(response.getCode());
        }

        @Override
        protected int capacityIncrement() {
            return Integer.MAX_VALUE;
        }

        @Override
        protected void data(ByteBuffer data, boolean last) {
            data.position(data.limit());
        }

        @Override
        protected Void buildResult() {
            return null;
        }

        @Override
        public void releaseResources() {}
    }

    private CompletableFuture<Void> run(AsyncRequestBuilder request) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        client.execute(request.build(), new Discarding(), new FutureCallback<Void>() {
            @Override
            public void completed(Void none) {
                done.complete(null);
            }

            @Override
            public void failed(Exception e) {
                done.completeExceptionally(e);
            }

            @Override
            public void cancelled() {
                done.cancel(false);
            }
        });
        return done;
    }

    @Override
    public void get(URI uri) {
        run(AsyncRequestBuilder.get(uri)).join();
    }

    @Override
    public void put(URI uri, byte[] body) {
        AsyncEntityProducer entity = AsyncEntityProducers.create(body, ContentType.APPLICATION_OCTET_STREAM);
        run(AsyncRequestBuilder.put(uri).setEntity(entity)).join();
    }

    @Override
    public CompletionStage<?> getAsync(URI uri) {
        return run(AsyncRequestBuilder.get(uri));
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
