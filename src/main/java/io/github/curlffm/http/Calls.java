package io.github.curlffm.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** How calls begin, and how their callers wait. */
final class Calls {

    private static final int LAST_PORT = 65_535;

    private Calls() {}

    /** Refuses what cannot be sent, before anything is done. */
    static void check(HttpRequest request, BodyHandler<?> handler) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(handler, "responseBodyHandler");
        URI uri = Objects.requireNonNull(request.uri(), "the URI of the request");
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("invalid URI scheme " + scheme + ": " + uri);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("unsupported URI, it has no host: " + uri);
        }
        if (uri.getPort() > LAST_PORT) {
            throw new IllegalArgumentException("port out of range:" + uri.getPort());
        }
        String method = Objects.requireNonNull(request.method(), "the method of the request");
        if (method.equals("CONNECT")) {
            throw new IllegalArgumentException("Unsupported method CONNECT: a proxy is for the ProxySelector");
        }
    }

    static <T> HttpResponse<T> send(Engine engine, HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        CallerThread caller = new CallerThread(engine::execute);
        CallerOutcome<T> outcome = new CallerOutcome<>(caller);
        Exchange<T> exchange = new Exchange<>(engine, handler, null, caller, outcome);
        engine.beginning(exchange);
        exchange.begin(request);
        try {
            return outcome.await();
        } catch (InterruptedException e) {
            exchange.cancel();
            throw e;
        } finally {
            caller.leave();
        }
    }

    static <T> CompletableFuture<HttpResponse<T>> sendAsync(
            Engine engine, HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        ResultFuture<T> result = new ResultFuture<>();
        Exchange<T> exchange = new Exchange<>(engine, handler, pushes, Workplace.of(engine.executor()), result);
        try {
            engine.beginning(exchange);
        } catch (IOException e) {
            result.fail(e);
            return result;
        }
        if (pushes != null) {
            engine.acceptPushes();
        }
        result.whenCancelled(exchange::cancel);
        exchange.begin(request);
        return result;
    }
}
