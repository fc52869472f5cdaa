package io.github.curlffm.http;

import io.github.curlffm.Easy;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.http.ResponseHead.Head;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One call of the client: a request, as many hops as that takes, and what the caller is told. */
final class Exchange<T> implements Hop.Owner, Operation {

    private static final int MOST_RETRIES = Math.max(0, Integer.getInteger("jdk.httpclient.retrylimit", 5) - 1);
    private static final Set<String> CAN_BE_REPEATED = Set.of("GET", "HEAD");
    private static final String REPEATS_ALL = "jdk.httpclient.enableAllMethodRetry";

    private final Engine engine;
    private final BodyHandler<T> handler;
    private final PushPromiseHandler<T> pushes;
    private final Workplace place;
    private final Outcome<T> outcome;
    private final SerialQueue serial = new SerialQueue(this::execute);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CompletableFuture<Void> timer = new CompletableFuture<>();

    /** Done when the subscriber has been asked for its body, which may be there before all of it has come. */
    private final CompletableFuture<Void> hasBeenAsked = new CompletableFuture<>();

    private final LoginState logins;
    private final Redirects redirects;

    private volatile Hop hop;

    /** Whether the response is that of the current hop: only then a subscriber has been told. */
    private volatile boolean isAnswered;

    // --- of the tasks of the queue
    private ProxyChoice proxy;
    private HttpResponse<T> previous;
    private volatile boolean wantsNewConnection;

    /** Of libcurl's thread. */
    private int retries;

    /**
     * Makes one that has not begun.
     *
     * @param pushes takes what the server pushes, null if nothing does
     * @param place where the user's code runs
     */
    Exchange(Engine engine, BodyHandler<T> handler, PushPromiseHandler<T> pushes, Workplace place, Outcome<T> outcome) {
        this.engine = engine;
        this.handler = handler;
        this.pushes = pushes;
        this.place = place;
        this.outcome = outcome;
        ClientConfig config = engine.config();
        this.logins = new LoginState(engine.logins(), Optional.ofNullable(config.authenticator()));
        this.redirects = new Redirects(config.redirect());
    }

    /** Sends a request. */
    void begin(HttpRequest request) {
        request.timeout().ifPresent(this::failAfter);
        serial.execute(() -> send(request));
    }

    /** Takes what the server pushes, which libcurl receives already; {@code start} says that it is wanted. */
    void beginPushed(HttpRequest promise, Easy pushed, CompletableFuture<Easy> transfer) {
        proxy = ProxyChoice.of(promise.uri(), null);
        logins.begin(promise, proxy);
        hop = new Hop(this, engine, promise, proxy, serial);
        hop.take(pushed, transfer);
    }

    private void failAfter(Duration timeout) {
        long nanoseconds = TimeUnit.NANOSECONDS.convert(timeout);
        timer.completeOnTimeout(null, nanoseconds, TimeUnit.NANOSECONDS).thenRun(this::failOfTime);
    }

    private void failOfTime() {
        Hop current = hop;
        CompletableFuture<Boolean> isConnected =
                current == null ? CompletableFuture.completedFuture(false) : current.isConnected();
        isConnected.thenAccept(connected -> fail(Failures.requestTimeout(connected)));
    }

    // --- the user's code
    // ----------------------------------------------------------------------------------------------

    private void execute(Runnable task) {
        try {
            place.execute(task);
        } catch (RejectedExecutionException e) {
            refused(e, task);
        }
    }

    private void executeWaiting(Runnable task) {
        try {
            place.executeWaiting(task);
        } catch (RejectedExecutionException e) {
            refused(e, task);
        }
    }

    /** What has begun is brought to its end. */
    private void refused(RejectedExecutionException refusal, Runnable task) {
        if (failure.compareAndSet(null, new IOException(refusal.getMessage(), refusal))) {
            abort();
            serial.execute(this::tellFailure);
        }
        ForkJoinPool.commonPool().execute(task);
    }

    private void send(HttpRequest request) {
        if (failure.get() != null) {
            return;
        }
        try {
            if (proxy == null || !proxy.uri().equals(request.uri())) {
                proxy = engine.proxyFor(request.uri());
            }
            logins.begin(request, proxy);
            Hop next = new Hop(this, engine, request, proxy, serial);
            hop = next;
            next.begin(logins, requests(request), wantsNewConnection);
            if (failure.get() != null) {
                next.abort(failure.get());
            }
        } catch (Throwable t) {
            threw(t);
        }
    }

    /** {@return where the publisher is asked} One of unknown length may wait for its bytes, which takes a thread. */
    private Executor requests(HttpRequest request) {
        boolean mayWait = request.bodyPublisher()
                .filter(publisher -> publisher.contentLength() < 0)
                .isPresent();
        return new SerialQueue(mayWait ? engine::execute : this::execute);
    }

    /** A response has begun: it is answered by another request, or given to the user. */
    private void respond(Hop from, Head head) {
        if (failure.get() != null) {
            return;
        }
        try {
            HttpRequest request = from.request();
            if (engine.config().cookies() != null) {
                engine.config().cookies().put(request.uri(), head.headers().map());
            }
            engine.altServices().learn(request.uri(), head.headers().allValues("Alt-Svc"));
            HttpRequest next = logins.answers(head) ? request : redirects.next(request, head);
            if (next != null) {
                previous = response(from, head, null);
                from.body().drop();
                from.over().thenRun(() -> serial.execute(() -> send(next)));
            } else {
                answer(from, head);
            }
        } catch (Throwable t) {
            threw(t);
            hasBeenAsked.complete(null); // it will not be
        }
    }

    private void answer(Hop from, Head head) {
        if (!NewerJdk.timeoutCoversBody()) {
            timer.cancel(false);
        }
        BodySubscriber<T> subscriber = Objects.requireNonNull(handler.apply(head), "the BodyHandler returned null");
        isAnswered = true;
        from.body().begin(subscriber, this::bodyIsDone);
        if (from.body().isDone()) {
            waitForBody(subscriber, from, head);
        } else {
            executeWaiting(() -> waitForBody(subscriber, from, head));
        }
    }

    /** If not all has been told, not in the queue: it may wait for what is told there. */
    private void waitForBody(BodySubscriber<T> subscriber, Hop from, Head head) {
        try {
            subscriber.getBody().whenComplete((body, thrown) -> {
                if (thrown == null) {
                    outcome.succeed(() -> response(from, head, body));
                } else {
                    fail(unwrapped(thrown));
                    outcome.fail(unwrapped(thrown));
                }
            });
        } catch (Throwable t) {
            threw(t);
            outcome.fail(t);
        }
        hasBeenAsked.complete(null);
    }

    private HttpResponse<T> response(Hop from, Head head, T body) {
        return new CurlHttpResponse<>(
                from.request(),
                head.statusCode(),
                head.headers(),
                body,
                head.version(),
                Optional.ofNullable(previous),
                from.session(),
                from.connection());
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** A subscriber that does not tell its body of a failure does not keep the caller waiting. */
    private void bodyIsDone(Throwable thrown) {
        if (thrown != null) {
            hasBeenAsked.thenRun(() -> outcome.fail(thrown));
        }
        finish();
    }

    private void finish() {
        timer.cancel(false);
        engine.finished(this);
    }

    // --- how it ends
    // --------------------------------------------------------------------------------------------------

    /** Ends the call from outside, or because something failed; the first time counts. */
    @Override
    public void fail(Throwable thrown) {
        if (failure.compareAndSet(null, thrown)) {
            abort();
            serial.execute(this::tellFailure);
        }
    }

    /** The user's code failed: what it threw is told of, also where the call fails for another reason already. */
    private void threw(Throwable thrown) {
        Throwable its = unwrapped(thrown);
        fail(its);
        Throwable first = failure.get();
        if (first != its) {
            first.addSuppressed(its);
        }
    }

    private void abort() {
        Hop current = hop;
        if (current != null) {
            current.abort(failure.get());
        }
    }

    private void tellFailure() {
        if (isAnswered) {
            hop.body().fail(failure.get());
        } else {
            outcome.fail(failure.get());
            finish();
        }
    }

    void cancel() {
        CancellationException cancelled = new CancellationException("the request was cancelled");
        cancelled.initCause(new IOException("the request was cancelled"));
        fail(cancelled);
    }

    // --- libcurl's thread
    // ---------------------------------------------------------------------------------------------

    @Override
    public void head(Hop from, Head head) {
        serial.execute(() -> respond(from, head));
    }

    /** The server pushes something; {@return whether the user wants it}. */
    @Override
    public boolean pushed(HttpRequest from, Easy pushed, PushHeaders headers) {
        if (pushes == null) {
            return false;
        }
        Pushed<T> offer = new Pushed<>(engine, pushed, Pushed.promise(from, headers));
        try {
            pushes.applyPushPromise(from, offer.promise(), offer::accept);
        } catch (Throwable t) {
            fail(t);
        }
        return offer.isOver();
    }

    @Override
    public void over(Hop from, Throwable thrown) {
        if (thrown == null || from.hasHead()) {
            from.body().end(thrown);
        } else if (from.wantsNewConnection() && !wantsNewConnection && failure.get() == null) {
            serial.execute(() -> {
                wantsNewConnection = true;
                send(from.request());
            });
        } else if (from.isElsewhere() && !from.hasBytes() && failure.get() == null) {
            engine.altServices().forget(from.request().uri());
            serial.execute(() -> send(from.request()));
        } else if (canBeRepeated(from, thrown)) {
            retries++;
            serial.execute(() -> send(from.request()));
        } else {
            fail(thrown);
        }
    }

    /** {@return whether it does no harm when the server sees a request twice} */
    static boolean canBeRepeated(HttpRequest request) {
        String all = System.getProperty(REPEATS_ALL);
        boolean repeatsAll = all != null && (all.isEmpty() || all.equals("true"));
        return repeatsAll || CAN_BE_REPEATED.contains(request.method());
    }

    /** A connection that was kept may have been closed by the server before it saw the request. */
    private boolean canBeRepeated(Hop from, Throwable thrown) {
        return thrown instanceof IOException
                && Failures.isEndOfStream(thrown)
                && !from.hasBytes()
                && failure.get() == null
                && retries < MOST_RETRIES
                && canBeRepeated(from.request());
    }
}
