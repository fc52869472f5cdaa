package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HostilePeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Left;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many requests that end in every way, of their own accord and the server's, leave nothing behind. */
@Tag("slow")
class ManyEndingsTest {

    private static final int THREADS = 8;
    private static final int EACH = 1250;
    private static final int LONGEST_MS = 100;

    /** How a request ended. */
    private enum End {
        RESPONSE,
        CANCELLED,
        FAILED,
        INTERRUPTED
    }

    @Test
    void leaveNothing(HttpPeer peer, HostilePeer hostile) throws Exception {
        Needs.linux();
        List<URI> uris = Stream.concat(
                        Stream.of(peer.url("/a"), peer.url("/b"), "http://127.0.0.1:1/"),
                        HostilePeer.words().stream().map(word -> hostile.url("http", word)))
                .map(URI::create)
                .toList();
        requests(50, uris, new SplittableRandom(1)); // what is made once
        long handles = Registry.size();
        long descriptors = Left.descriptors();
        Map<End, Integer> ends = requests(EACH, uris, new SplittableRandom(2));
        assertEquals(
                THREADS * EACH, ends.values().stream().mapToInt(count -> count).sum());
        for (End end : End.values()) {
            assertTrue(ends.getOrDefault(end, 0) > EACH / 10, ends::toString);
        }
        assertEquals(handles, Registry.size());
        Left.isSoon(0, Left::threads, "threads");
        Left.isSoon(descriptors, Left::descriptors, "descriptors");
    }

    private static Map<End, Integer> requests(int each, List<URI> uris, SplittableRandom random) throws Exception {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        try (HttpClient client = CurlHttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .configure(easy -> easy.set(Option.TIMEOUT_MS, 10 * LONGEST_MS))
                        .build();
                ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Map<End, Integer>>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                SplittableRandom its = random.split();
                all.add(executor.submit(() -> {
                    Map<End, Integer> own = new EnumMap<>(End.class);
                    for (int k = 0; k < each; k++) {
                        own.merge(end(client, uris.get(its.nextInt(uris.size())), its), 1, Integer::sum);
                    }
                    return own;
                }));
            }
            for (Future<Map<End, Integer>> one : all) {
                one.get().forEach((end, count) -> ends.merge(end, count, Integer::sum));
            }
        }
        return ends;
    }

    private static HttpRequest request(URI uri, SplittableRandom random) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(random.nextInt(1, LONGEST_MS)));
        HttpRequest.Builder made = switch (random.nextInt(5)) {
            case 0 -> builder.POST(BodyPublishers.ofByteArray(new byte[random.nextInt(100_000)]));
            case 1 ->
                builder.POST(BodyPublishers.ofInputStream(() -> new InputStream() {
                    private int left = random.nextInt(5000);

                    @Override
                    public int read() throws IOException {
                        if (--left == 0 && uri.getPath().length() % 2 == 0) {
                            throw new IOException("a publisher that fails");
                        }
                        return left < 0 ? -1 : 'a';
                    }
                }));
            case 2 -> builder.HEAD();
            default -> builder;
        };
        return made.build();
    }

    private static End end(HttpClient client, URI uri, SplittableRandom random) {
        HttpRequest request = request(uri, random);
        try {
            switch (random.nextInt(6)) {
                case 0 -> client.send(request, BodyHandlers.ofString());
                case 1 -> {
                    if (random.nextBoolean()) {
                        Thread.currentThread().interrupt();
                    }
                    client.send(request, BodyHandlers.discarding());
                }
                case 2 -> closeEarly(client.send(request, BodyHandlers.ofInputStream()), random);
                case 3 -> {
                    CompletableFuture<HttpResponse<byte[]>> future =
                            client.sendAsync(request, BodyHandlers.ofByteArray());
                    spin(random, future);
                    future.cancel(true);
                    future.get();
                }
                case 4 -> {
                    CompletableFuture<String> body =
                            client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
                    spin(random, body);
                    body.cancel(true);
                    body.get();
                }
                default ->
                    client.sendAsync(request, BodyHandlers.ofLines())
                            .orTimeout(random.nextInt(1, 2 * LONGEST_MS), TimeUnit.MILLISECONDS)
                            .thenAccept(response -> response.body().close())
                            .get();
            }
            return End.RESPONSE;
        } catch (CancellationException e) {
            return End.CANCELLED;
        } catch (InterruptedException e) {
            return End.INTERRUPTED;
        } catch (IOException e) {
            return End.FAILED;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            assertTrue(cause instanceof IOException || cause instanceof TimeoutException, e::toString);
            return End.FAILED;
        } finally {
            Thread.interrupted();
        }
    }

    /** A call that ended since what depends on it was cancelled says so, and has an IOException as its cause. */
    private static void assertIsTold(CompletableFuture<?> call) throws InterruptedException {
        try {
            call.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CancellationException it ? it.getCause() : e.getCause();
            assertInstanceOf(IOException.class, cause, e::toString);
        }
    }

    private static void closeEarly(HttpResponse<InputStream> response, SplittableRandom random) throws IOException {
        try (InputStream body = response.body()) {
            body.readNBytes(random.nextInt(1000));
        }
    }

    private static void spin(SplittableRandom random, CompletableFuture<?> until) {
        for (int spins = random.nextInt(100_000); spins > 0 && !until.isDone(); spins--) {
            Thread.onSpinWait();
        }
    }
}
