package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Memory;
import io.github.curlffm.testing.Needs;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who takes no bytes gets none: the other side of the connection cannot send more than the buffers between them hold. */
class BackPressureTest {

    private static final long ALL = 64L << 20;

    /** The buffers of both kernels, of libcurl and of the client; 64 MiB would not fit. */
    private static final long BUFFERS = 24L << 20;

    private static final byte[] BLOCK = new byte[64 << 10];

    /** Lets the client do something else for a while: more than it takes to fill all buffers. */
    private static void meanwhile(HttpClient client) throws Exception {
        try (HttpPeer other = HttpPeer.answering("x".repeat(1 << 20))) {
            var request = HttpRequest.newBuilder(URI.create(other.url("/"))).build();
            for (int i = 0; i < 100; i++) {
                client.send(request, BodyHandlers.discarding());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTheResponse(Client kind) throws Exception {
        AtomicLong sent = new AtomicLong();
        try (HttpPeer peer = new HttpPeer(exchange -> {
                    exchange.sendResponseHeaders(200, ALL);
                    for (long i = 0; i < ALL; i += BLOCK.length) {
                        exchange.getResponseBody().write(BLOCK);
                        sent.addAndGet(BLOCK.length);
                    }
                });
                HttpClient client = kind.builder().build()) {
            var request = HttpRequest.newBuilder(URI.create(peer.url("/"))).build();
            Flow.Publisher<List<ByteBuffer>> body =
                    client.send(request, BodyHandlers.ofPublisher()).body();
            Counting counting = new Counting();
            body.subscribe(counting);
            meanwhile(client);
            assertTrue(sent.get() < BUFFERS, () -> "sent " + sent + " to nobody");
            counting.subscription.join().request(Long.MAX_VALUE);
            assertEquals(ALL, counting.all.get(60, TimeUnit.SECONDS));
        }
    }

    private static final class Counting implements Flow.Subscriber<List<ByteBuffer>> {
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final CompletableFuture<Long> all = new CompletableFuture<>();
        private long count;

        @Override
        public void onSubscribe(Flow.Subscription its) {
            subscription.complete(its);
        }

        @Override
        public void onNext(List<ByteBuffer> some) {
            count += some.stream().mapToLong(ByteBuffer::remaining).sum();
        }

        @Override
        public void onError(Throwable thrown) {
            all.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            all.complete(count);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTheRequest(Client kind) throws Exception {
        CountDownLatch mayRead = new CountDownLatch(1);
        AtomicLong given = new AtomicLong();
        try (HttpPeer peer = new HttpPeer(exchange -> {
                    try {
                        mayRead.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    long count = exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
                    HttpPeer.answer(exchange, 200, "" + count);
                });
                HttpClient client = kind.builder().build()) {
            var request = HttpRequest.newBuilder(URI.create(peer.url("/")))
                    .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(() -> new Blocks(given)), ALL))
                    .build();
            var response = client.sendAsync(request, BodyHandlers.ofString());
            meanwhile(client);
            assertTrue(given.get() < BUFFERS, () -> "given " + given + " to nobody");
            mayRead.countDown();
            assertEquals("" + ALL, response.get(60, TimeUnit.SECONDS).body());
        }
    }

    /** Of bodies that nobody reads, no more is received than their windows hold, and other streams go on. */
    @Test
    @Tag("slow")
    void ofAThousandStreams() throws Exception {
        Needs.feature("HTTP2");
        Needs.libcurl("8.1.0", "end most of so many streams with an error of the framing layer");
        Needs.linux();
        int size = 16 << 20;
        try (Http2Peer peer = new Http2Peer();
                HttpClient client = CurlHttpClient.newBuilder()
                        .configure(easy -> easy.set(Option.HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE))
                        .build()) {
            var big =
                    HttpRequest.newBuilder(URI.create(peer.url("/of/" + size))).build();
            var small = HttpRequest.newBuilder(URI.create(peer.url("/small"))).build();
            client.send(small, BodyHandlers.discarding());
            long before = Memory.residentKiB();
            List<CompletableFuture<HttpResponse<InputStream>>> all = Stream.generate(
                            () -> client.sendAsync(big, BodyHandlers.ofInputStream()))
                    .limit(1000)
                    .toList();
            for (var one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            for (int i = 0; i < 50; i++) {
                assertEquals(
                        "this is /small",
                        client.send(small, BodyHandlers.ofString()).body());
            }
            assertTrue(
                    Memory.residentKiB() - before < 1 << 20,
                    () -> "from " + before + " KiB to " + Memory.residentKiB());
            for (var one : all) {
                one.join().body().close();
            }
        }
    }

    private static final class Blocks implements java.util.Iterator<byte[]> {
        private final AtomicLong given;

        Blocks(AtomicLong given) {
            this.given = given;
        }

        @Override
        public boolean hasNext() {
            return given.get() < ALL;
        }

        @Override
        public byte[] next() {
            given.addAndGet(BLOCK.length);
            return BLOCK;
        }
    }
}
