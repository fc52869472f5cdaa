package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.http.ResponseHead.Head;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLSession;

/** One request of a call and its response: one handle, one transfer. What libcurl tells it, it tells its exchange. */
final class Hop implements ResponseBody.Source, RequestBody.Sink, Failures.Where {

    private static final boolean HAS_PREREQ = Curl.version().isAtLeast(7, 80, 0);
    private static final boolean HAS_CONNECTION_IDS = Curl.version().isAtLeast(8, 2, 0);
    private static final int EXPECTATION_FAILED = 417;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /** Whose hop it is; called in libcurl's thread. */
    interface Owner {
        /** The response begins. */
        void head(Hop hop, Head head);

        /** The transfer is over, after {@link #head} or instead of it; what failed, or null. */
        void over(Hop hop, Throwable failure);

        /** The server pushes something; {@return whether it is wanted}. */
        boolean pushed(HttpRequest request, Easy pushed, PushHeaders headers);

        /** The call fails. */
        void fail(Throwable thrown);
    }

    private final Owner owner;
    private final Engine engine;
    private final HttpRequest request;
    private final ProxyChoice proxy;
    private final ResponseBody body;
    private final ResponseHead lines = new ResponseHead();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private RequestBody requestBody;
    private HopTls tls;
    private boolean asksForUpgrade;
    private boolean isElsewhere;
    private boolean isFollowedByLibcurl;
    private Easy easy;
    private volatile CompletableFuture<Easy> transfer;

    /** Why it is to end, or null. */
    private volatile Throwable reason;

    // --- of libcurl's thread
    private Head waiting;
    private Head proxysHead;
    private boolean isGoingToTell;
    private volatile Head told;
    private boolean hasBytes;
    private final SentOnce once = new SentOnce();
    private long received;
    private Throwable failure;

    /** Set before the head is told of. */
    private SSLSession session;

    private String connection;

    /**
     * Makes one that has not begun.
     *
     * @param serial where the user's subscriber is called
     */
    Hop(Owner owner, Engine engine, HttpRequest request, ProxyChoice proxy, Executor serial) {
        this.owner = owner;
        this.engine = engine;
        this.request = request;
        this.proxy = proxy;
        this.body = new ResponseBody(this, serial);
    }

    HttpRequest request() {
        return request;
    }

    ProxyChoice proxy() {
        return proxy;
    }

    ResponseBody body() {
        return body;
    }

    Optional<SSLSession> session() {
        return Optional.ofNullable(session);
    }

    Optional<String> connection() {
        return Optional.ofNullable(connection);
    }

    /** {@return whether it went where the server had said that it speaks HTTP/3} */
    boolean isElsewhere() {
        return isElsewhere;
    }

    /** {@return whether it failed only because nothing is known of the connection, which was made by another request} */
    boolean wantsNewConnection() {
        return tls.isUnknown();
    }

    /** {@return what failed, with the reason that a server has for ending a handshake} */
    @Override
    public String explained(String message) {
        return message.contains("alert") ? engine.config().tls().explained(message) : message;
    }

    /** {@return a future that is done when the transfer is over} */
    CompletableFuture<Void> over() {
        return over;
    }

    /** {@return whether something of a response has come} Known when it is over. */
    boolean hasBytes() {
        return hasBytes;
    }

    /**
     * Begins the transfer.
     *
     * @param logins what is sent unasked
     * @param requests where the publisher of the request's body is asked
     * @param onNewConnection whether no connection is used that there is
     */
    void begin(LoginState logins, Executor requests, boolean onNewConnection) throws IOException {
        easy = new Easy();
        try {
            if (HAS_PREREQ && !Exchange.canBeRepeated(request)) {
                easy.set(Option.PREREQFUNCTION, where -> once.begins() ? PrereqCallback.Result.OK : refuseAgain());
            }
            HopOptions options = new HopOptions(engine, request, proxy, logins);
            tls = options.apply(easy);
            asksForUpgrade = options.asksForUpgrade();
            isElsewhere = options.isElsewhere();
            isFollowedByLibcurl = options.isFollowedByLibcurl();
            easy.set(Option.FRESH_CONNECT, onNewConnection);
            requestBody = options.bodyLength() == 0
                    ? null
                    : new RequestBody(request.bodyPublisher().orElseThrow(), options.bodyLength(), requests, this);
            callbacks();
        } catch (Throwable t) {
            easy.close();
            throw t;
        }
        if (requestBody != null) {
            requestBody.begin();
        }
        start();
    }

    private void callbacks() {
        easy.set(Option.HEADERFUNCTION, (WriteCallback.All) this::header);
        easy.set(Option.WRITEFUNCTION, WriteCallback.counted(this::write));
        easy.set(Option.PRIVATE, this);
        if (requestBody != null) {
            easy.set(Option.READFUNCTION, ReadCallback.view(requestBody::read));
            easy.set(Option.SEEKFUNCTION, requestBody::seek);
        }
    }

    private void start() throws IOException {
        try {
            transfer = engine.loop().start(easy);
        } catch (RejectedExecutionException e) {
            easy.close();
            throw new IOException("the client is closed", e);
        }
        transfer.whenComplete((same, thrown) -> done(thrown));
        abortIfWanted();
    }

    /** Takes over a transfer that libcurl has begun by itself: one that the server has pushed. */
    void take(Easy pushed, CompletableFuture<Easy> its) {
        easy = pushed;
        tls = HopTls.NONE;
        callbacks();
        transfer = its;
        its.whenComplete((same, thrown) -> done(thrown));
    }

    boolean pushed(Easy pushed, PushHeaders headers) {
        return owner.pushed(request, pushed, headers);
    }

    // --- from any thread
    // ----------------------------------------------------------------------------------------------

    @Override
    public void abort() {
        abort(new CancellationException());
    }

    /** Ends the transfer, which fails with this. */
    void abort(Throwable why) {
        reason = why;
        abortIfWanted();
    }

    private void abortIfWanted() {
        CompletableFuture<Easy> running = transfer;
        if (running != null && reason != null) {
            running.completeExceptionally(reason);
        }
    }

    @Override
    public void resume() {
        engine.loop().run(easy, Easy::resume).whenComplete((same, thrown) -> {
            if (thrown instanceof CurlException) {
                owner.fail(Failures.of((CurlException) thrown, this));
            }
        });
    }

    @Override
    public void fail(Throwable thrown) {
        engine.loop()
                .run(easy, same -> {
                    owner.fail(thrown);
                    return null;
                })
                .exceptionally(over -> {
                    owner.fail(thrown);
                    return null;
                });
    }

    /** {@return whether the connection stands; asked when a call takes too long} */
    CompletableFuture<Boolean> isConnected() {
        CompletableFuture<Easy> running = transfer;
        if (running == null) {
            return CompletableFuture.completedFuture(false);
        }
        return engine.loop()
                .run(easy, asked -> asked.get(Info.PRETRANSFER_TIME) > 0)
                .exceptionally(notRunning -> told != null);
    }

    // --- libcurl's thread
    // ---------------------------------------------------------------------------------------------

    private PrereqCallback.Result refuseAgain() {
        failure = Failures.noHead(this);
        return PrereqCallback.Result.ABORT;
    }

    private void header(byte[] line) throws Exception {
        hasBytes = true;
        once.answered();
        Head head = lines.line(line);
        if (head != null) {
            take(head);
        }
    }

    private void take(Head head) throws ProtocolException {
        if (proxy.isAnswering(easy)) {
            proxysHead = head;
            return;
        }
        if (head.switchesProtocols()) {
            if (!asksForUpgrade) { // libcurl would take what follows for a body without an end
                failure =
                        new ProtocolException("unexpected 101 response, to a request that asks for no other protocol");
                throw (ProtocolException) failure;
            }
            return;
        }
        waiting = head;
        boolean wouldBeSentAgain = head.statusCode() == EXPECTATION_FAILED && request.expectContinue();
        boolean wouldWaitForABody = request.method().equals("HEAD") && requestBody != null;
        if (wouldBeSentAgain || wouldWaitForABody) { // which libcurl would do by itself
            body.end(null);
            tellHeadSoon();
            reason = new CancellationException();
        } else if (!isFollowedByLibcurl || !head.mayBeFollowed()) {
            tellHeadSoon();
        }
    }

    private long write(byte[] data) {
        tellHeadSoon();
        received += data.length;
        return reason != null ? WriteCallback.ERROR : body.write(data);
    }

    /** After this step of libcurl's: of a short response all has come by then, and the user's thread is woken up once. */
    private void tellHeadSoon() {
        if (waiting != null && !isGoingToTell) {
            isGoingToTell = true;
            engine.loop()
                    .run(easy, same -> {
                        isGoingToTell = false;
                        tellHead();
                        abortIfWanted();
                        return null;
                    })
                    .exceptionally(thrown -> {
                        if (failure != null) {
                            abort(failure);
                        }
                        return null;
                    });
        }
    }

    private void tellHead() throws IOException {
        Head head = waiting;
        if (head == null || told != null) {
            return;
        }
        waiting = null;
        if (head.statusCode() == 204
                && !head.headers().firstValue("Content-Length").orElse("0").equals("0")) {
            failure = new ProtocolException("unexpected content length header with 204 response");
            throw (ProtocolException) failure;
        }
        session = tls.session();
        if (HAS_CONNECTION_IDS && connection == null && !over.isDone()) {
            connection = Long.toString(easy.get(Info.CONN_ID));
        }
        told = head;
        owner.head(this, engine.config().decompresses() ? head.decompressed() : head);
    }

    private void done(Throwable thrown) {
        Throwable end = thrown == null ? null : whatFailed(thrown);
        boolean isProxysAnswer = proxysHead != null && proxysHead.statusCode() == PROXY_AUTHENTICATION_REQUIRED;
        if (waiting == null && told == null && thrown instanceof CurlException && isProxysAnswer) {
            waiting = proxysHead;
            end = null;
        }
        if (waiting == null && told == null && thrown == null) {
            end = Failures.noHead(this);
        }
        if (waiting != null || told != null) {
            body.end(end);
        }
        try {
            tellHead();
        } catch (Throwable t) {
            end = failure == null ? t : failure;
        }
        try {
            easy.close();
        } catch (Throwable t) {
            end = end == null ? t : end;
        }
        if (requestBody != null) {
            requestBody.end();
        }
        over.complete(null);
        owner.over(this, end);
    }

    private Throwable whatFailed(Throwable thrown) {
        if (failure != null) {
            return failure;
        }
        if (tls.refusal() != null) {
            return tls.refusal();
        }
        if (proxysHead != null && !proxysHead.isSuccess() && waiting == null && thrown instanceof CurlException) {
            return new IOException("Tunnel failed, got: " + proxysHead.statusCode(), thrown);
        }
        return thrown instanceof CurlException e ? Failures.of(e, this) : thrown;
    }

    boolean hasHead() {
        return told != null;
    }

    /** {@return how far the response has come, in words}; those of the JDK's client, where it has some. */
    @Override
    public String whereItIs() {
        return Failures.whereItIs(told == null ? waiting : told, hasBytes, received);
    }
}
