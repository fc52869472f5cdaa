package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How calls end other than by a response: timeouts, cancelling, interrupts, failures; and how clients end. */
class EndingTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);

    /** Answers when it may. */
    @AutoClose
    private final HttpPeer slow = new HttpPeer(exchange -> {
        arrived.release();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        HttpPeer.answer(exchange, 200, "late");
    });

    private HttpRequest.Builder slowly() {
        return HttpRequest.newBuilder(URI.create(slow.url("/")));
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatTakesTooLong(Client kind) throws Exception {
        var request = slowly().timeout(Duration.ofMillis(200)).build();
        try (HttpClient client = kind.builder().build()) {
            var thrown = assertThrows(HttpTimeoutException.class, () -> client.send(request, BodyHandlers.ofString()));
            assertEquals("request timed out", thrown.getMessage());
            var failed = assertThrows(
                    ExecutionException.class,
                    () -> client.sendAsync(request, BodyHandlers.ofString()).get());
            assertInstanceOf(HttpTimeoutException.class, failed.getCause());
            assertEquals(HttpTimeoutException.class, failed.getCause().getClass());
        } finally {
            release.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelling(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            CompletableFuture<HttpResponse<String>> direct =
                    client.sendAsync(slowly().build(), BodyHandlers.ofString());
            var dependent = client.sendAsync(slowly().build(), BodyHandlers.ofString())
                    .thenApply(HttpResponse::body)
                    .thenApply(String::length);
            arrived.acquire(2);
            direct.cancel(true);
            dependent.cancel(true);
            assertTrue(direct.isCompletedExceptionally());
            assertTrue(dependent.isCompletedExceptionally());
            if (kind == Client.CURL) { // the JDK's client may be sooner with a failure of its own
                assertThrows(CancellationException.class, direct::join);
                assertThrows(CancellationException.class, dependent::join);
            }
            client.shutdown();
            assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
        } finally {
            release.countDown();
        }
    }

    @Test
    void aPublisherThatFailsWithoutAReason() throws Exception {
        var body = BodyPublishers.fromPublisher(subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    subscriber.onError(null);
                }

                @Override
                public void cancel() {}
            });
        });
        try (HttpClient client = CurlHttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(slow.url("/"))).POST(body).build();
            var thrown = assertThrows(IOException.class, () -> client.send(request, BodyHandlers.ofString()));
            assertEquals("onError was told null", thrown.getMessage());
        } finally {
            release.countDown();
        }
    }

    /** Nobody would read the body, and the client could not end. */
    @Test
    void completingTheFutureFromOutside() throws Exception {
        try (HttpPeer endless = new HttpPeer(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(new byte[8192]);
                    }
                });
                HttpClient client = CurlHttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(endless.url("/"))).build();
            var timed = client.sendAsync(request, BodyHandlers.ofByteArray()).orTimeout(100, TimeUnit.MILLISECONDS);
            assertInstanceOf(
                    TimeoutException.class,
                    assertThrows(ExecutionException.class, timed::get).getCause());
            var given = client.sendAsync(slowly().build(), BodyHandlers.ofInputStream());
            arrived.acquire();
            assertTrue(given.complete(null));
            client.shutdown();
            assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
        } finally {
            release.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterrupt(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = executor.submit(() -> client.send(slowly().build(), BodyHandlers.ofString()));
            arrived.acquire();
            waiting.cancel(true);
            client.shutdown();
            assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
        } finally {
            release.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyListens(Client kind) throws Exception {
        int port;
        try (ChannelPeer gone = ChannelPeer.at("127.0.0.1", "x")) {
            port = gone.port();
        }
        try (HttpClient client = kind.builder().build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            assertThrows(ConnectException.class, () -> client.send(request, BodyHandlers.ofString()));
            var failed = client.sendAsync(request, BodyHandlers.ofString())
                    .handle((response, thrown) -> thrown)
                    .join();
            assertInstanceOf(CompletionException.class, failed);
            assertInstanceOf(ConnectException.class, failed.getCause());
            var unknown = HttpRequest.newBuilder(URI.create("http://no-such-host.invalid/"))
                    .build();
            assertThrows(ConnectException.class, () -> client.send(unknown, BodyHandlers.ofString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatEndsTooSoon(Client kind) throws Exception {
        try (HttpPeer peer = new HttpPeer(exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    throw new IOException("enough");
                });
                HttpClient client = kind.builder().build()) {
            var request = HttpRequest.newBuilder(URI.create(peer.url("/"))).build();
            assertThrows(IOException.class, () -> client.send(request, BodyHandlers.ofString()));
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                assertThrows(IOException.class, in::readAllBytes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatIsClosedEndsItsTransfer(Client kind) throws Exception {
        try (StallingPeer peer = new StallingPeer();
                HttpClient client = kind.builder().build()) {
            var request = HttpRequest.newBuilder(URI.create(peer.url())).build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            assertEquals(StallingPeer.BEGUN.charAt(0), response.body().read());
            response.body().close();
            client.shutdown();
            assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shutdownLetsTheOthersEnd(Client kind) throws Exception {
        HttpClient client = kind.builder().build();
        var waiting = client.sendAsync(slowly().build(), BodyHandlers.ofString());
        arrived.acquire();
        client.shutdown();
        assertThrows(IOException.class, () -> client.send(slowly().build(), BodyHandlers.ofString()));
        assertFalse(client.isTerminated());
        assertFalse(client.awaitTermination(Duration.ofMillis(10)));
        release.countDown();
        assertEquals("late", waiting.join().body());
        assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
        assertTrue(client.isTerminated());
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void shutdownNowEndsThem(Client kind) throws Exception {
        HttpClient client = kind.builder().build();
        var waiting = client.sendAsync(slowly().build(), BodyHandlers.ofString());
        arrived.acquire();
        client.shutdownNow();
        var thrown = assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, thrown.getCause());
        assertTrue(client.awaitTermination(Duration.ofSeconds(20)));
        release.countDown();
        client.close();
    }

    /** The JDK's client throws what the executor has thrown. */
    @ParameterizedTest
    @EnumSource(names = "CURL")
    void anExecutorThatRefuses(Client kind) throws Exception {
        var executor = Executors.newSingleThreadExecutor();
        executor.shutdown();
        try (HttpClient client = kind.builder().executor(executor).build()) {
            release.countDown();
            var result =
                    client.sendAsync(slowly().POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
            var thrown = assertThrows(ExecutionException.class, () -> result.get(20, TimeUnit.SECONDS));
            assertInstanceOf(IOException.class, thrown.getCause());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeSent(Client kind) {
        try (HttpClient client = kind.builder().build()) {
            var request = slowly().build();
            assertThrows(NullPointerException.class, () -> client.send(null, BodyHandlers.ofString()));
            assertThrows(NullPointerException.class, () -> client.sendAsync(request, null));
        }
    }
}
