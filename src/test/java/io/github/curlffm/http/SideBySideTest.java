package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where libcurl or the client once did something else than the JDK's client does. */
@Timeout(60)
class SideBySideTest {

    private static HttpRequest.Builder to(WireServer server) {
        return HttpRequest.newBuilder(URI.create(server.url("http", "/")));
    }

    /** libcurl would send it once more on a new connection. */
    @Test
    void aPostWhoseConnectionEndsWithoutAnAnswerIsNotSentAgain() throws Exception {
        Needs.libcurl("7.80.0", "send it again");
        AtomicInteger posts = new AtomicInteger();
        try (WireServer server = new WireServer(connection -> {
                    for (String head; (head = connection.readHead()) != null; ) {
                        if (head.startsWith("POST")) {
                            connection.in().readNBytes(5);
                            posts.incrementAndGet();
                            return;
                        }
                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                });
                HttpClient client = CurlHttpClient.newHttpClient()) {
            for (var body : List.of(BodyPublishers.ofString("pay 5"), BodyPublishers.ofString("again"))) {
                client.send(to(server).build(), BodyHandlers.ofString());
                assertThrows(
                        IOException.class,
                        () -> client.send(to(server).POST(body).build(), BodyHandlers.ofString()));
            }
        }
        assertEquals(2, posts.get());
    }

    @Test
    void aGetWhoseConnectionHasEndedIsSentAgain() throws Exception {
        AtomicInteger gets = new AtomicInteger();
        try (WireServer server = new WireServer(connection -> {
                    connection.readHead();
                    gets.incrementAndGet();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                HttpClient client = CurlHttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "ok",
                        client.send(to(server).build(), BodyHandlers.ofString()).body());
            }
        }
        assertEquals(3, gets.get());
    }

    @Test
    void aHeadWithABodyHasNoBodyInItsAnswer() throws Exception {
        try (WireServer server = new WireServer(connection -> {
                    connection.readHead();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                    connection.in().readAllBytes();
                });
                HttpClient client = CurlHttpClient.newHttpClient()) {
            var head = to(server).method("HEAD", BodyPublishers.ofString("abc")).build();
            var response = client.send(head, BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            assertEquals("", response.body());
        }
    }

    /** They would wait for the thread that they block. */
    @Test
    void whatDependsOnAResultIsInNoThreadOfTheExecutorsNorOfLibcurls() throws Exception {
        ExecutorService one = Executors.newFixedThreadPool(1);
        for (Executor executor : List.<Executor>of(Runnable::run, one)) {
            CountDownLatch goOn = new CountDownLatch(1);
            try (WireServer server = new WireServer(connection -> {
                        connection.readHead();
                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
                        await(goOn);
                        connection.write("world");
                    });
                    HttpClient client =
                            CurlHttpClient.newBuilder().executor(executor).build()) {
                String body = client.sendAsync(to(server).build(), BodyHandlers.ofInputStream())
                        .thenApply(response -> {
                            goOn.countDown();
                            return read(response.body());
                        })
                        .get();
                assertEquals("helloworld", body);
            }
        }
        one.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPublisherWhoseRequestThrowsFailsTheCall() throws Exception {
        IllegalStateException thrown = new IllegalStateException("request throws");
        for (long length : new long[] {400_000, -1}) {
            try (WireServer server =
                    new WireServer(connection -> connection.in().readAllBytes())) {
                HttpClient client = CurlHttpClient.newHttpClient();
                var post = to(server)
                        .POST(
                                length < 0
                                        ? BodyPublishers.fromPublisher(throwing(thrown))
                                        : BodyPublishers.fromPublisher(throwing(thrown), length))
                        .build();
                ExecutionException async = assertThrows(
                        ExecutionException.class,
                        () -> client.sendAsync(post, BodyHandlers.ofString()).get());
                assertTrue(causes(async).contains(thrown), () -> causes(async).toString());
                IOException sync = assertThrows(IOException.class, () -> client.send(post, BodyHandlers.ofString()));
                assertTrue(causes(sync).contains(thrown), () -> causes(sync).toString());
                client.shutdown();
                assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
            }
        }
    }

    private static Flow.Publisher<ByteBuffer> throwing(RuntimeException thrown) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private int count;

            @Override
            public void request(long n) {
                for (; n > 0; n--) {
                    if (count++ == 12) {
                        throw thrown;
                    }
                    subscriber.onNext(ByteBuffer.allocate(16_384));
                }
            }

            @Override
            public void cancel() {}
        });
    }

    private static List<Throwable> causes(Throwable of) {
        return Stream.iterate(of, t -> t != null, Throwable::getCause).toList();
    }

    /** libcurl does not go on by itself where nothing says so. */
    @Test
    void aHeadWithAStatusThatMightBeFollowedIsToldAtOnce() throws Exception {
        for (String status : List.of("401 U\r\nWWW-Authenticate: Basic realm=x", "302 F\r\nLocation: /x")) {
            CountDownLatch isTold = new CountDownLatch(1);
            try (WireServer server = new WireServer(connection -> {
                        connection.readHead();
                        connection.write("HTTP/1.1 " + status + "\r\nContent-Length: 5\r\n\r\n");
                        await(isTold);
                        connection.write("hello");
                    });
                    HttpClient client = CurlHttpClient.newHttpClient()) {
                var response = client.send(to(server).build(), BodyHandlers.ofInputStream());
                isTold.countDown();
                assertEquals(Integer.parseInt(status.substring(0, 3)), response.statusCode());
                assertEquals("hello", read(response.body()));
            }
        }
    }

    @Test
    void aLineOfSpacesDoesNotEndTheHead() throws Exception {
        try (WireServer server = new WireServer(connection -> {
                    connection.readHead();
                    connection.write("HTTP/1.1 200 OK\r\nA: b\r\n \r\nContent-Length: 5\r\nX-After: y\r\n\r\nhello");
                });
                HttpClient client = CurlHttpClient.newHttpClient()) {
            var response = client.send(to(server).build(), BodyHandlers.ofString());
            assertEquals("y", response.headers().firstValue("X-After").orElse("lost"));
            assertEquals("b", response.headers().firstValue("A").orElse("lost"));
        }
    }

    @Test
    void whoHasCancelledIsToldNothing() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (HttpPeer peer = HttpPeer.answering("hello")) {
            HttpClient client = CurlHttpClient.newHttpClient();
            client.sendAsync(
                    HttpRequest.newBuilder(URI.create(peer.url("/"))).build(), info -> new BodySubscriber<String>() {
                        @Override
                        public CompletionStage<String> getBody() {
                            return CompletableFuture.completedFuture("");
                        }

                        @Override
                        public void onSubscribe(Flow.Subscription subscription) {
                            told.add("onSubscribe");
                            subscription.cancel();
                        }

                        @Override
                        public void onNext(List<ByteBuffer> item) {
                            told.add("onNext");
                        }

                        @Override
                        public void onError(Throwable thrown) {
                            told.add("onError");
                        }

                        @Override
                        public void onComplete() {
                            told.add("onComplete");
                        }
                    });
            client.close();
        }
        assertEquals(List.of("onSubscribe"), told);
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        try (HttpClient client = CurlHttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:70000/"))
                    .build();
            var e = assertThrows(IllegalArgumentException.class, () -> client.send(request, BodyHandlers.ofString()));
            assertEquals("port out of range:70000", e.getMessage());
        }
    }

    @Test
    void theCipherSuiteHasJavasName() throws Exception {
        TestCertificates certificates = new TestCertificates("127.0.0.1");
        SSLParameters tls12 = new SSLParameters();
        tls12.setProtocols(new String[] {"TLSv1.2"});
        try (HttpsPeer peer = new HttpsPeer(certificates, exchange -> HttpPeer.answer(exchange, 200, ""))) {
            var request = HttpRequest.newBuilder(URI.create(peer.url("/"))).build();
            String[] names = new String[2];
            for (int i = 0; i < 2; i++) {
                HttpClient.Builder builder = i == 0 ? HttpClient.newBuilder() : CurlHttpClient.newBuilder();
                try (HttpClient client = builder.sslContext(certificates.trustingContext())
                        .sslParameters(tls12)
                        .build()) {
                    names[i] = client.send(request, BodyHandlers.discarding())
                            .sslSession()
                            .orElseThrow()
                            .getCipherSuite();
                }
            }
            assertEquals(names[0], names[1]);
        }
    }

    @Test
    void aResultCannotBeReplaced() throws Exception {
        try (HttpPeer peer = HttpPeer.answering("hello");
                HttpClient client = CurlHttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(peer.url("/"))).build();
            var future = client.sendAsync(request, BodyHandlers.ofString());
            assertThrows(UnsupportedOperationException.class, () -> future.obtrudeValue(null));
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> future.thenApply(response -> 1).obtrudeException(new IOException()));
            assertEquals("hello", future.get(20, TimeUnit.SECONDS).body());
            assertFalse(future.isCompletedExceptionally());
            assertInstanceOf(String.class, future.get().body());
        }
    }
}
