package io.github.curlffm.soak;

import io.github.curlffm.http.CurlHttpClient;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HostilePeer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** What can be done with a {@link CurlHttpClient} and its calls; as with a loop, only in programs of several threads. */
final class ClientOperations {

    private static final int LONGEST_MS = 50;

    private static final List<Executor> EXECUTORS =
            List.of(ForkJoinPool.commonPool(), task -> Thread.ofVirtual().start(task), task -> {
                throw new RejectedExecutionException("always");
            });

    private static final List<BodyPublisher> BODIES = List.of(
            BodyPublishers.noBody(),
            BodyPublishers.ofString("body"),
            BodyPublishers.ofByteArray(new byte[200_000]),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5000])));

    /** Each takes all of its body, or says that it wants no more. */
    private static final List<BodyHandler<?>> HANDLERS = List.of(
            BodyHandlers.ofString(),
            BodyHandlers.discarding(),
            BodyHandlers.buffering(BodyHandlers.ofByteArray(), 1000),
            BodyHandlers.ofByteArrayConsumer(bytes -> {}),
            info -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), stream -> {
                try (stream) {
                    return stream.read();
                } catch (IOException e) {
                    return -1;
                }
            }));

    private ClientOperations() {}

    static List<Operation> all() {
        return List.of(
                new Operation("new client", 4, ClientOperations::begin),
                new Operation("send", 4, ClientOperations::send),
                new Operation("sendAsync", 12, ClientOperations::sendAsync),
                new Operation("cancel a call", 5, ClientOperations::cancel),
                onClient("shut a client down", 1, HttpClient::shutdown),
                onClient("shut a client down now", 1, HttpClient::shutdownNow),
                onClient("close a client", 1, HttpClient::close),
                new Operation(
                        "forget a client", 1, actor -> actor.program.forget(actor.program.clients.take(actor.random))));
    }

    @FunctionalInterface
    private interface OnClient {
        void act(HttpClient client);
    }

    private static Operation onClient(String name, int weight, OnClient action) {
        return new Operation(name, weight, actor -> {
            HttpClient client = actor.program.clients.pick(actor.random);
            if (client != null && actor.depth == 0) {
                action.act(client);
            }
        });
    }

    private static void begin(Actor actor) {
        if (actor.program.threaded && actor.depth == 0) {
            CurlHttpClient.Builder builder = CurlHttpClient.newBuilder()
                    .followRedirects(actor.one(List.of(HttpClient.Redirect.values())))
                    .configure(easy -> easy.set(Option.TIMEOUT_MS, 4 * LONGEST_MS));
            if (actor.chance(50)) {
                builder.executor(actor.one(EXECUTORS));
            }
            actor.program.clients.put(actor.random, actor.program.opened(builder.build()));
        }
    }

    private static HttpRequest request(Actor actor) {
        String word = actor.one(actor.chance(50) ? HostilePeer.FRIENDLY : HostilePeer.words());
        actor.note("  " + word);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(actor.program.peer.url("http", word)))
                .method(actor.one(List.of("GET", "PUT", "ODD")), actor.one(BODIES))
                .expectContinue(actor.chance(20));
        if (actor.chance(30)) {
            builder.timeout(Duration.ofMillis(actor.random.nextInt(1, LONGEST_MS)));
        }
        return builder.build();
    }

    private static void send(Actor actor) throws Exception {
        HttpClient client = actor.program.clients.pick(actor.random);
        if (client != null && actor.depth == 0) {
            if (actor.chance(10)) {
                Thread.currentThread().interrupt();
            }
            try {
                client.send(request(actor), actor.one(HANDLERS));
            } catch (InterruptedException e) {
                actor.program.report.count("interrupted");
            } finally {
                Thread.interrupted();
            }
        }
    }

    private static void sendAsync(Actor actor) {
        HttpClient client = actor.program.clients.pick(actor.random);
        if (client != null) {
            CompletableFuture<? extends HttpResponse<?>> call = client.sendAsync(request(actor), actor.one(HANDLERS));
            actor.program.report.count("calls");
            actor.program.calls.put(actor.random, call);
            actor.program.watch("a call of a client", call);
        }
    }

    private static void cancel(Actor actor) {
        CompletableFuture<?> call = actor.program.calls.pick(actor.random);
        if (call != null) {
            switch (actor.random.nextInt(4)) {
                case 0 -> call.thenApply(response -> response).cancel(true);
                case 1 -> call.orTimeout(actor.random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
                default -> call.cancel(true);
            }
        }
    }
}
