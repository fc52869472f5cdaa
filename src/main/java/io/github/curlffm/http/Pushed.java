package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A response that a server offers to send, though nobody has asked for it. The offer is over when the handler returns. */
final class Pushed<T> {

    /** Before this, libcurl crashes when one is accepted, or does not tell of one. */
    static final boolean ARE_POSSIBLE = Curl.version().isAtLeast(8, 1, 0);

    private final Engine engine;
    private final Easy easy;
    private final HttpRequest promise;
    private boolean isAccepted;
    private boolean isOver;

    Pushed(Engine engine, Easy easy, HttpRequest promise) {
        this.engine = engine;
        this.easy = easy;
        this.promise = promise;
    }

    /** A {@link PushCallback} for all transfers of a loop. */
    static PushCallback.Result decide(Easy parent, Easy pushed, PushHeaders headers) {
        return parent.get(Option.PRIVATE) instanceof Hop hop && hop.pushed(pushed, headers)
                ? PushCallback.Result.OK
                : PushCallback.Result.DENY;
    }

    /** {@return the request that the server answers} */
    static HttpRequest promise(HttpRequest from, PushHeaders headers) {
        URI uri = URI.create(headers.get(":scheme") + "://" + headers.get(":authority") + headers.get(":path"));
        HttpRequest.Builder promise = HttpRequest.newBuilder(uri)
                .method(Objects.requireNonNullElse(headers.get(":method"), "GET"), BodyPublishers.noBody());
        from.version().ifPresent(promise::version);
        for (String line : headers.lines()) {
            int colon = line.indexOf(':', 1);
            if (colon > 0 && line.charAt(0) != ':') {
                promise.header(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return promise.build();
    }

    HttpRequest promise() {
        return promise;
    }

    /** Ends the offer; {@return whether it was accepted}. */
    boolean isOver() {
        isOver = true;
        return isAccepted;
    }

    CompletableFuture<HttpResponse<T>> accept(BodyHandler<T> handler) {
        Objects.requireNonNull(handler, "bodyHandler");
        if (isOver || isAccepted) {
            throw new IllegalStateException("a push is accepted once, before the PushPromiseHandler returns");
        }
        ResultFuture<T> result = new ResultFuture<>();
        Exchange<T> exchange = new Exchange<>(engine, handler, null, Workplace.of(engine.executor()), result);
        try {
            engine.beginning(exchange);
        } catch (IOException e) {
            result.fail(e);
            return result;
        }
        isAccepted = true;
        result.whenCancelled(exchange::cancel);
        exchange.beginPushed(promise, easy, engine.loop().start(easy));
        return result;
    }
}
