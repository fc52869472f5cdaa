package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.HttpPeer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All publishers and handlers of java.net.http, each way of sending. */
class BodiesTest {

    private static final byte[] BYTES = new byte[3_000_000];

    static {
        new Random(7).nextBytes(BYTES);
    }

    /** Sends back what it gets, and says how that came. */
    @AutoClose
    private final HttpPeer peer = new HttpPeer(exchange -> {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders()
                .add("Got-Length", String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")));
        exchange.getResponseHeaders()
                .add("Got-Encoding", String.valueOf(exchange.getRequestHeaders().getFirst("Transfer-Encoding")));
        exchange.getResponseHeaders().add("Got-Method", exchange.getRequestMethod());
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    });

    private URI uri() {
        return URI.create(peer.url("/"));
    }

    private HttpRequest post(BodyPublisher body) {
        return HttpRequest.newBuilder(uri()).POST(body).build();
    }

    private interface Way {
        <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> handler) throws Exception;
    }

    private static final Way BLOCKING = new Way() {
        @Override
        public <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> handler)
                throws Exception {
            return client.send(request, handler);
        }
    };

    private static final Way LATER = new Way() {
        @Override
        public <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> handler) {
            return client.sendAsync(request, handler).join();
        }
    };

    private void echoes(HttpClient client, BodyPublisher body, byte[] expected) throws Exception {
        for (Way way : List.of(BLOCKING, LATER)) {
            HttpResponse<byte[]> response = way.send(client, post(body), BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode());
            assertArrayEquals(expected, response.body());
            boolean isKnown = body.contentLength() >= 0;
            assertEquals(
                    isKnown ? "" + expected.length : "null",
                    response.headers().firstValue("Got-Length").get());
            assertEquals(
                    isKnown ? "null" : "chunked",
                    response.headers().firstValue("Got-Encoding").get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void allPublishers(Client kind, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("file"), BYTES);
        try (HttpClient client = kind.builder().build()) {
            echoes(client, BodyPublishers.ofString("text"), "text".getBytes());
            echoes(client, BodyPublishers.ofByteArray(BYTES), BYTES);
            echoes(client, BodyPublishers.ofFile(file), BYTES);
            echoes(client, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(BYTES)), BYTES);
            echoes(client, BodyPublishers.ofByteArrays(List.of("a".getBytes(), "b".getBytes())), "ab".getBytes());
            echoes(
                    client,
                    BodyPublishers.concat(BodyPublishers.ofString("a"), BodyPublishers.ofString("bc")),
                    "abc".getBytes());
            echoes(client, BodyPublishers.noBody(), new byte[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherOfTheUsers(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build();
                var publisher = new SubmissionPublisher<ByteBuffer>()) {
            var body = BodyPublishers.fromPublisher(publisher);
            var response = client.sendAsync(post(body), BodyHandlers.ofString());
            for (String part : List.of("one ", "two ", "three")) {
                while (publisher.getNumberOfSubscribers() == 0) {
                    Thread.onSpinWait();
                }
                publisher.submit(ByteBuffer.wrap(part.getBytes()));
            }
            publisher.close();
            assertEquals("one two three", response.join().body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void allHandlers(Client kind, @TempDir Path folder) throws Exception {
        HttpRequest request = post(BodyPublishers.ofByteArray("é1\né2\n".getBytes()));
        Path file = folder.resolve("file");
        try (HttpClient client = kind.builder().build()) {
            for (Way way : List.of(BLOCKING, LATER)) {
                assertEquals(
                        "é1\né2\n",
                        way.send(client, request, BodyHandlers.ofString()).body());
                assertEquals(
                        List.of("é1", "é2"),
                        way.send(client, request, BodyHandlers.ofLines()).body().toList());
                try (InputStream in =
                        way.send(client, request, BodyHandlers.ofInputStream()).body()) {
                    assertArrayEquals("é1\né2\n".getBytes(), in.readAllBytes());
                }
                assertEquals(
                        file,
                        way.send(client, request, BodyHandlers.ofFile(file)).body());
                assertEquals("é1\né2\n", Files.readString(file));
                assertEquals(
                        null,
                        way.send(client, request, BodyHandlers.discarding()).body());
                assertEquals(
                        "other",
                        way.send(client, request, BodyHandlers.replacing("other"))
                                .body());
                List<String> lines = new ArrayList<>();
                way.send(client, request, BodyHandlers.fromLineSubscriber(new Collecting<>(lines)));
                assertEquals(List.of("é1", "é2"), lines);
                var publisher =
                        way.send(client, request, BodyHandlers.ofPublisher()).body();
                List<List<ByteBuffer>> buffers = new ArrayList<>();
                Collecting<List<ByteBuffer>> collecting = new Collecting<>(buffers);
                publisher.subscribe(collecting);
                collecting.await();
                assertEquals(
                        8,
                        buffers.stream()
                                .flatMap(List::stream)
                                .mapToInt(ByteBuffer::remaining)
                                .sum());
                int[] count = {0};
                way.send(
                        client,
                        request,
                        BodyHandlers.ofByteArrayConsumer(some ->
                                count[0] += some.map(part -> part.length).orElse(0)));
                assertEquals(8, count[0]);
                assertEquals(
                        "é1|é2",
                        way.send(
                                        client,
                                        request,
                                        BodyHandlers.buffering(
                                                info -> BodySubscribers.mapping(
                                                        BodySubscribers.ofLines(
                                                                java.nio.charset.StandardCharsets.UTF_8),
                                                        some -> some.collect(Collectors.joining("|"))),
                                                3))
                                .body());
            }
        }
    }

    /** It reads in a function that getBody calls, and so must not run where the bytes come. */
    @ParameterizedTest
    @EnumSource
    void aHandlerThatReadsAtOnce(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            var zipped = new java.io.ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write(BYTES);
            }
            HttpRequest request = post(BodyPublishers.ofByteArray(zipped.toByteArray()));
            BodyHandler<InputStream> handler =
                    info -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), BodiesTest::unzipped);
            for (Way way : List.of(BLOCKING, LATER)) {
                try (InputStream in = way.send(client, request, handler).body()) {
                    assertArrayEquals(BYTES, in.readAllBytes());
                }
            }
        }
    }

    private static InputStream unzipped(InputStream in) {
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tooManyAndTooFewBytes(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            for (long length : new long[] {3, 5}) {
                var body = BodyPublishers.fromPublisher(BodyPublishers.ofString("four"), length);
                assertThrows(IOException.class, () -> client.send(post(body), BodyHandlers.ofString()), "" + length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatThePublisherThrows(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            var body = BodyPublishers.fromPublisher(subscriber -> {
                throw new ArithmeticException("in subscribe");
            });
            IOException thrown =
                    assertThrows(IOException.class, () -> client.send(post(body), BodyHandlers.ofString()));
            assertTrue(causes(thrown).contains("in subscribe"), () -> causes(thrown));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHandlerThrows(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            IOException thrown = assertThrows(
                    IOException.class,
                    () -> client.send(post(BodyPublishers.ofString("x")), info -> {
                        throw new ArithmeticException("in the handler");
                    }));
            assertTrue(causes(thrown).contains("in the handler"), () -> causes(thrown));
            assertEquals(
                    "x",
                    client.send(post(BodyPublishers.ofString("x")), BodyHandlers.ofString())
                            .body());
        }
    }

    /** Where a subscriber may throw; the last is its getBody. */
    private enum Step {
        ON_SUBSCRIBE,
        ON_NEXT,
        ON_COMPLETE,
        GET_BODY
    }

    private record Throwing(Step step, BodySubscriber<String> its) implements BodySubscriber<String> {

        private void reach(Step now) {
            if (now == step) {
                throw new ArithmeticException("at " + step);
            }
        }

        @Override
        public CompletionStage<String> getBody() {
            reach(Step.GET_BODY);
            return its.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reach(Step.ON_SUBSCRIBE);
            its.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            reach(Step.ON_NEXT);
            its.onNext(item);
        }

        @Override
        public void onError(Throwable thrown) {
            its.onError(thrown);
        }

        @Override
        public void onComplete() {
            reach(Step.ON_COMPLETE);
            its.onComplete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSubscriberThrows(Client kind) throws Exception {
        for (Step step : Step.values()) {
            try (HttpClient client = kind.builder().build()) {
                HttpRequest request = post(BodyPublishers.ofString("x"));
                BodyHandler<String> handler =
                        info -> new Throwing(step, BodySubscribers.ofString(StandardCharsets.UTF_8));
                var thrown = assertThrows(IOException.class, () -> client.send(request, handler));
                assertTrue(causes(thrown).contains("at " + step), () -> causes(thrown));
                var failed = assertThrows(
                        ExecutionException.class,
                        () -> client.sendAsync(request, handler).get(20, TimeUnit.SECONDS));
                assertTrue(causes(failed).contains("at " + step), () -> causes(failed));
            }
        }
    }

    private static String causes(Throwable thrown) {
        return thrown == null ? "" : thrown + ", " + causes(thrown.getCause());
    }

    @ParameterizedTest
    @EnumSource
    void methods(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            for (String method : List.of("GET", "DELETE", "PUT", "PATCH", "OPTIONS", "REPORT")) {
                boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
                var request = HttpRequest.newBuilder(uri())
                        .method(method, hasBody ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
                        .build();
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                assertEquals(method, response.headers().firstValue("Got-Method").get());
                assertEquals(hasBody ? "x" : "", response.body());
            }
            HttpResponse<String> head =
                    client.send(HttpRequest.newBuilder(uri()).HEAD().build(), BodyHandlers.ofString());
            assertEquals("HEAD", head.headers().firstValue("Got-Method").get());
        }
    }

    /** Keeps all that it is given. */
    private static final class Collecting<T> implements Flow.Subscriber<T> {
        private final List<T> all;
        private final java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);

        Collecting(List<T> all) {
            this.all = all;
        }

        void await() throws InterruptedException {
            end.await();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T item) {
            all.add(item);
        }

        @Override
        public void onError(Throwable thrown) {
            end.countDown();
        }

        @Override
        public void onComplete() {
            end.countDown();
        }
    }
}
