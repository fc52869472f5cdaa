package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.WsFrame;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.http.ResponseHead.Head;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.WsFlag;
import io.github.curlffm.option.WsOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A WebSocket that is a transfer of the client's loop: it needs no thread. */
final class CurlWebSocket
        implements WebSocket, Operation, WebSocketInput.Owner, WebSocketOutput.Sender, Failures.Where {

    private static final boolean TELLS_PINGS = Curl.version().isAtLeast(8, 14, 0);
    private static final int LONGEST_CONTROL = 125;
    private static final int LONGEST_REASON = 123;
    private static final int FIRST_STATUS = 1000;
    private static final int LAST_STATUS = 4999;
    private static final int NO_STATUS = 1005;

    /** Statuses that are not for users to send. */
    private static final Set<Integer> RESERVED = Set.of(1002, 1003, 1005, 1006, 1007, 1009, 1010, 1012, 1013, 1015);

    private final Engine engine;
    private final List<String> offered;
    private final WebSocketInput input;
    private final WebSocketOutput output = new WebSocketOutput(this);
    private final OwnFuture<WebSocket> opened = new OwnFuture<>();

    /** What is being sent; a message that is not finished, and of which kind, null if there is none. */
    private final AtomicReference<CompletableFuture<Void>> message = new AtomicReference<>();

    private final AtomicReference<CompletableFuture<Void>> control = new AtomicReference<>();
    private volatile WsFlag unfinished;

    private Easy easy;
    private io.github.curlffm.WebSocket frames;
    private WebSocketHandshake handshake;
    private volatile CompletableFuture<Easy> transfer;
    private volatile boolean isOpen;
    private volatile boolean isAborted;
    private volatile boolean isInputClosed;
    private volatile String subprotocol = "";

    CurlWebSocket(Engine engine, Listener listener, List<String> offered) {
        this.engine = engine;
        this.offered = offered;
        this.input = new WebSocketInput(this, listener, this, engine::execute);
    }

    CompletableFuture<WebSocket> opened() {
        return opened;
    }

    /** Connects; where the user's code runs. */
    void open(URI uri, HttpRequest its, Duration connectTimeout) {
        handshake = new WebSocketHandshake(engine, uri, its, connectTimeout);
        connect();
    }

    private void connect() {
        try {
            easy = new Easy();
            handshake.apply(easy);
            if (TELLS_PINGS) {
                easy.set(Option.WS_OPTIONS, Set.of(WsOption.NOAUTOPONG));
            }
            frames = new io.github.curlffm.WebSocket(easy);
            easy.set(Option.HEADERFUNCTION, (WriteCallback.All) this::header);
            easy.set(Option.WRITEFUNCTION, WriteCallback.counted(this::write));
            transfer = engine.loop().start(easy);
        } catch (Throwable t) {
            done(t);
            return;
        }
        transfer.whenComplete((same, thrown) -> done(thrown));
        if (isAborted) {
            abort();
        }
    }

    // --- libcurl's thread
    // ---------------------------------------------------------------------------------------------

    private void header(byte[] line) throws IOException {
        Head answer = handshake.accepted(line);
        if (answer != null) {
            begin(answer);
        }
    }

    private void begin(Head answer) throws IOException {
        List<String> chosen = answer.headers().allValues("Sec-WebSocket-Protocol");
        if (chosen.size() > 1 || !offered.containsAll(chosen)) {
            throw new IOException("the server has chosen a subprotocol that was not offered: " + chosen);
        }
        subprotocol = chosen.isEmpty() ? "" : chosen.getFirst();
        input.open();
        isOpen = true;
        opened.end(this, null);
    }

    private long write(byte[] data) throws CurlException {
        WsFrame frame = frames.meta();
        if (frame == null || isAborted) {
            return WriteCallback.ERROR;
        }
        boolean isLast = frame.bytesLeft() == 0 && !frame.is(WsFlag.CONT);
        long taken = input.take(kind(frame), data, isLast);
        if (frame.is(WsFlag.CLOSE) && taken == data.length) {
            easy.pause(
                    Set.of(Easy.Direction.RECV)); // there may be the end of the connection, after which nothing is sent
        }
        return taken;
    }

    private static WebSocketInput.Kind kind(WsFrame frame) {
        if (frame.is(WsFlag.CLOSE)) {
            return WebSocketInput.Kind.CLOSE;
        } else if (frame.is(WsFlag.PING)) {
            return WebSocketInput.Kind.PING;
        } else if (frame.is(WsFlag.PONG)) {
            return WebSocketInput.Kind.PONG;
        }
        return frame.is(WsFlag.TEXT) ? WebSocketInput.Kind.TEXT : WebSocketInput.Kind.BINARY;
    }

    private void done(Throwable thrown) {
        if (easy != null) {
            easy.close();
        }
        if (thrown instanceof CurlException && !isAborted && handshake.isRefused()) {
            engine.execute(() -> tryAgain((CurlException) thrown));
        } else {
            end(thrown instanceof CurlException e ? handshake.failed(e, this) : thrown);
        }
    }

    /** The server or the proxy may want a login, which the user's code has. */
    private void tryAgain(CurlException refusal) {
        Throwable end;
        try {
            if (handshake.isAnsweredByALogin()) {
                connect();
                return;
            }
            end = handshake.failed(refusal, this);
        } catch (Throwable t) {
            end = t;
        }
        end(end);
    }

    private void end(Throwable end) {
        if (!isOpen) {
            opened.end(null, end == null ? new IOException("not a WebSocket") : end);
        }
        output.end(end instanceof IOException e ? e : new IOException("closed", end));
        if (handshake.isAccepted() && !isInputClosed) {
            input.end(end instanceof CancellationException ? null : end);
        }
        engine.finished(this);
    }

    @Override
    public String whereItIs() {
        return !handshake.hasHead() ? "HTTP/1.1 header parser received no bytes, or less than a status line" : "closed";
    }

    @Override
    public String explained(String text) {
        return text.contains("alert") ? engine.config().tls().explained(text) : text;
    }

    // --- what the input asks for
    // --------------------------------------------------------------------------------------

    @Override
    public void resume() {
        engine.loop().run(easy, Easy::resume);
    }

    @Override
    public void pinged(byte[] data) {
        if (TELLS_PINGS) {
            output.pong(data);
        }
    }

    @Override
    public void closed(int status, CompletionStage<?> handled) {
        isInputClosed = true;
        if (handled == null) {
            reply(status);
        } else {
            handled.whenComplete((result, thrown) -> reply(status));
        }
    }

    private void reply(int status) {
        boolean isCode = status >= FIRST_STATUS && status != NO_STATUS && status <= LAST_STATUS;
        output.send(isCode ? goodbye(status, "") : ByteBuffer.allocate(0), Set.of(WsFlag.CLOSE))
                .whenComplete((sent, thrown) -> end());
    }

    @Override
    public void failed(Throwable thrown, int status) {
        isInputClosed = true;
        output.send(goodbye(status, ""), Set.of(WsFlag.CLOSE)).whenComplete((sent, failed) -> end());
    }

    private void end() {
        isAborted = true;
        CompletableFuture<Easy> running = transfer;
        if (running != null) {
            running.completeExceptionally(new CancellationException());
        }
    }

    // --- what the output asks for
    // -------------------------------------------------------------------------------------

    @Override
    public CompletableFuture<?> run(WebSocketOutput.Step step) {
        return engine.loop().run(easy, same -> {
            step.run();
            return null;
        });
    }

    @Override
    public long send(ByteBuffer data, Set<WsFlag> flags) throws CurlException {
        return frames.send(data, flags);
    }

    // --- for users
    // ----------------------------------------------------------------------------------------------------

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(data));
            return sendMessage(bytes, WsFlag.TEXT, last);
        } catch (CharacterCodingException e) {
            return OwnFuture.failed(new IOException("the text is not Unicode", e));
        }
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        return consuming(data, sendMessage(data.slice(), WsFlag.BINARY, last));
    }

    /** What has been sent has been taken out of its buffer; what was refused stays there. */
    private static CompletableFuture<WebSocket> consuming(ByteBuffer data, CompletableFuture<WebSocket> sent) {
        return sent.thenApply(socket -> {
            data.position(data.limit());
            return socket;
        });
    }

    private CompletableFuture<WebSocket> sendMessage(ByteBuffer data, WsFlag kind, boolean last) {
        WsFlag open = unfinished;
        if (open != null && open != kind) {
            return OwnFuture.failed(
                    new IllegalStateException("a message of the other kind, " + open + ", is not finished"));
        }
        Set<WsFlag> flags = new HashSet<>(Set.of(kind));
        if (!last) {
            flags.add(WsFlag.CONT);
        }
        return alone(message, () -> {
            unfinished = last ? null : kind;
            return output.send(data, flags);
        });
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer data) {
        return sendControl(data, WsFlag.PING);
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer data) {
        return sendControl(data, WsFlag.PONG);
    }

    private CompletableFuture<WebSocket> sendControl(ByteBuffer data, WsFlag kind) {
        if (data.remaining() > LONGEST_CONTROL) {
            return OwnFuture.failed(new IllegalArgumentException(
                    "a " + kind + " has at most " + LONGEST_CONTROL + " bytes, not " + data.remaining()));
        }
        return consuming(data, alone(control, () -> output.send(data.slice(), Set.of(kind))));
    }

    /** What sends something, of which there can be only one at a time. */
    private interface Sending {
        CompletableFuture<Void> begin();
    }

    private CompletableFuture<WebSocket> alone(AtomicReference<CompletableFuture<Void>> place, Sending sending) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        if (!place.compareAndSet(null, mine)) {
            return OwnFuture.failed(new IllegalStateException("Send pending"));
        }
        OwnFuture<WebSocket> result = new OwnFuture<>();
        sending.begin().whenComplete((sent, thrown) -> {
            place.set(null);
            result.end(this, thrown);
        });
        return result;
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
        boolean isAllowed = statusCode >= FIRST_STATUS && statusCode <= LAST_STATUS && !RESERVED.contains(statusCode);
        if (!isAllowed) {
            return OwnFuture.failed(new IllegalArgumentException("not a status to close with: " + statusCode));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(reason)) {
            return OwnFuture.failed(new IllegalArgumentException("the reason is not Unicode"));
        }
        ByteBuffer data = goodbye(statusCode, reason);
        if (data.remaining() > LONGEST_REASON + 2) {
            return OwnFuture.failed(new IllegalArgumentException(
                    "the reason has at most " + LONGEST_REASON + " bytes, not " + (data.remaining() - 2)));
        }
        OwnFuture<WebSocket> result = new OwnFuture<>();
        output.send(data, Set.of(WsFlag.CLOSE)).whenComplete((sent, thrown) -> {
            result.end(this, thrown);
            if (isInputClosed) {
                end();
            }
        });
        return result;
    }

    private static ByteBuffer goodbye(int status, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + words.length)
                .putShort((short) status)
                .put(words)
                .flip();
    }

    @Override
    public void request(long n) {
        input.request(n);
    }

    @Override
    public String getSubprotocol() {
        return subprotocol;
    }

    @Override
    public boolean isOutputClosed() {
        return output.isClosed();
    }

    @Override
    public boolean isInputClosed() {
        return isInputClosed || input.isDone();
    }

    @Override
    public void abort() {
        isInputClosed = true;
        output.end(new IOException("the WebSocket was aborted"));
        end();
    }

    @Override
    public void fail(Throwable thrown) {
        input.fail(thrown);
        abort();
    }
}
