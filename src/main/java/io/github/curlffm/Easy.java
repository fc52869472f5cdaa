package io.github.curlffm;

import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.c.OneLine;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Core;
import io.github.curlffm.internal.handle.EasyResources;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.Pending;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * One transfer at a time over libcurl: an easy handle.
 *
 * <pre>{@code
 * try (var curl = new Easy()) {
 *     curl.set(URL, "https://www.example.com/")
 *         .set(FOLLOWLOCATION, true)
 *         .set(WRITEFUNCTION, body -> System.out.writeBytes(body))
 *         .perform();
 *     System.out.println(curl.get(RESPONSE_CODE));
 * }
 * }</pre>
 *
 * <p>Options stay set from one {@link #perform()} to the next, and so do connections, cookies and TLS sessions.
 *
 * <p>A handle may move between threads, but only one can use it at a time; another gets {@link IllegalStateException}.
 * From inside its own callbacks {@code set}, {@code get}, {@code pause}, {@code resume} and {@code duplicate} work;
 * {@code perform}, {@code reset}, {@code close}, {@code send}, {@code recv} and {@code upkeep} are refused with
 * {@link IllegalStateException}.
 *
 * <p>Where this differs from libcurl: <b>{@code NOSIGNAL} is on</b>, since signals and a JVM do not mix; <b>setting
 * {@code XFERINFOFUNCTION} clears {@code NOPROGRESS}</b>, without which it would never run; <b>without a
 * {@code WRITEFUNCTION} the body goes to {@code System.out}, without a {@code READFUNCTION} it comes from
 * {@code System.in}</b>, not C's standard streams.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-easy.html">libcurl-easy</a>
 */
public final class Easy extends Handle {

    private static final int PAUSE_ALL = 5;
    private static final int PAUSE_SEND = 4;

    /** Stands for the last request of a series of redirects. */
    public static final int LAST_REQUEST = -1;

    final EasyState state;
    final EasyResources resources;
    final EasyOptions options;
    private volatile Core core;

    /**
     * Makes a handle with libcurl's defaults; the first one loads and initializes libcurl.
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public Easy() {
        this(newHandle());
        options.setDefaults();
    }

    private Easy(MemorySegment self) {
        this(self, new EasyState(), new EasyResources());
    }

    private Easy(MemorySegment self, EasyState state, EasyResources resources) {
        super(resources.own(self, state));
        this.state = state;
        this.resources = resources;
        this.core = Core.ofEasy(resources);
        this.options = new EasyOptions(this);
        state.owner(this, this::gate);
    }

    private static MemorySegment newHandle() {
        Library.initialize();
        return made(curl_ffm_h.curl_easy_init(), "curl_easy_init");
    }

    @Override
    Gate gate() {
        return core.gate();
    }

    /**
     * Sets an option, until it is set again, {@linkplain #unset unset} or {@linkplain #reset reset}.
     *
     * @param <T> the Java type of the option's value
     * @param option which one
     * @param value its value, never null
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     * @throws NullPointerException for null; {@link #unset} takes an option back
     * @throws IllegalStateException when the handle is closed or in use by another thread
     * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt</a>
     */
    public <T> Easy set(Option<T> option, T value) {
        Objects.requireNonNull(option, "option");
        if (value == null) {
            throw new NullPointerException(option + " is not set to null; use unset(" + option.name() + ")");
        }
        return whileOpen(() -> {
            options.set(option, value);
            return this;
        });
    }

    /**
     * Sets an option that takes a number.
     *
     * @param option which one
     * @param value its value
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<Long> option, long value) {
        return set(option, (Long) value);
    }

    /**
     * Sets an option that takes a number to 1 or 0.
     *
     * @param option which one
     * @param value true for 1, false for 0
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<Long> option, boolean value) {
        return set(option, value ? 1L : 0L);
    }

    /**
     * Sets an option that takes bytes to the UTF-8 form of a string.
     *
     * @param option which one
     * @param value the string
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     */
    public Easy set(Option<byte[]> option, String value) {
        return set(option, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets a callback that consumes everything it gets: the form of the lambda that returns nothing.
     *
     * <p>A bare method call or a method reference ends up here even if the method returns a number, which is ignored;
     * {@link WriteCallback#counted} makes it count.
     *
     * @param option which one
     * @param callback takes the bytes
     * @return this handle
     */
    public Easy set(Option<WriteCallback> option, WriteCallback.All callback) {
        return set(option, (WriteCallback) callback);
    }

    /**
     * Sets a progress callback that only watches: the form of the lambda that returns nothing.
     *
     * @param option {@link Option#XFERINFOFUNCTION}
     * @param callback takes the numbers
     * @return this handle
     */
    public Easy set(Option<XferInfoCallback> option, XferInfoCallback.Watch callback) {
        return set(option, (XferInfoCallback) callback);
    }

    /**
     * Sets a progress callback of the old kind that only watches: the form of the lambda that returns nothing.
     *
     * @param option {@link Option#PROGRESSFUNCTION}
     * @param callback takes the numbers
     * @return this handle
     */
    public Easy set(Option<ProgressCallback> option, ProgressCallback.Watch callback) {
        return set(option, (ProgressCallback) callback);
    }

    /**
     * Takes an option back to libcurl's default, made safe: without a {@code WRITEFUNCTION} the body goes to
     * {@code System.out}, without a {@code READFUNCTION} it comes from {@code System.in}.
     *
     * @param option which one
     * @return this handle
     * @throws CurlOptionException when the loaded libcurl does not have the option
     */
    public Easy unset(Option<?> option) {
        Objects.requireNonNull(option, "option");
        return whileOpen(() -> {
            options.unset(option);
            return this;
        });
    }

    /**
     * Asks about the last transfer.
     *
     * @param <T> the Java type of the info's value
     * @param info what
     * @return its value; null where the info's documentation says so
     * @throws CurlOptionException when the loaded libcurl does not have the info
     * @see <a href="https://curl.se/libcurl/c/curl_easy_getinfo.html">curl_easy_getinfo</a>
     */
    public <T> T get(Info<T> info) {
        Objects.requireNonNull(info, "info");
        return whileOpen(() -> EasyInfos.get(this, info));
    }

    /**
     * Does the transfer, and returns when it is done.
     *
     * @throws CallbackException when a callback threw; its exception is the cause
     * @throws CurlException when the transfer failed
     * @throws IllegalStateException from inside a callback of this handle, or when it is closed or in use by another
     *     thread
     * @see <a href="https://curl.se/libcurl/c/curl_easy_perform.html">curl_easy_perform</a>
     */
    public void perform() throws CurlException {
        try (Use _ = enterOutsideCallbacks("perform()")) {
            refuseInMulti("perform()");
            resources.clearErrorMessage();
            try {
                options.beforeTransfer();
                finish(call(() -> curl_ffm_h.curl_easy_perform(pointer())));
            } finally {
                resources.releaseReplaced();
            }
        }
    }

    /** {@return whether a transfer may be under way: this is called from a callback, or the handle is in a multi} */
    boolean isInUse() {
        return isNested() || isInMulti();
    }

    /** Calls libcurl in turn with other threads. */
    int call(IntSupplier function) {
        return core.call(function);
    }

    private boolean isNested() {
        return gate().isNested();
    }

    boolean isInMulti() {
        return core.isMulti();
    }

    /**
     * Pauses both directions of the running transfer, from inside a callback.
     *
     * @return this handle
     * @throws CurlException when libcurl refuses
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy pause() throws CurlException {
        return pause(PAUSE_ALL);
    }

    /**
     * Lets a paused transfer go on; data that waits may be delivered during this call.
     *
     * @return this handle
     * @throws CurlException when libcurl refuses, or a callback that this runs throws; in a {@link Multi} what a
     *     callback of this handle throws comes with the transfer's {@link Message} instead
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy resume() throws CurlException {
        return pause(0);
    }

    private Easy pause(int directions) throws CurlException {
        try (Use _ = enter()) {
            if (directions == 0 && options.isPausedByMime()) {
                // libcurl has not noticed yet when the part began in the middle of its buffer, and would do nothing
                curl_ffm_h.curl_easy_pause(pointer(), PAUSE_SEND);
            }
            finishPause(curl_ffm_h.curl_easy_pause(pointer(), directions));
            return this;
        }
    }

    /** In a multi, what a callback of this handle threw comes with the message; what one of the multi threw, here. */
    private void finishPause(int code) throws CurlException {
        if (!isInMulti() || isNested()) {
            finish(code);
            return;
        }
        Throwable thrown = core.state().pending().take();
        if (thrown != null) {
            new Message(this, new CallbackException(code, "", thrown)).orThrow();
        }
        if (!state.pending().has()) {
            finish(code);
        }
    }

    /**
     * Keeps idle connections alive, as HTTP/2 does by ping. Since libcurl 7.62.0.
     *
     * @throws CurlException when libcurl refuses
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_easy_upkeep.html">curl_easy_upkeep</a>
     */
    public void upkeep() throws CurlException {
        try (Use _ = enterOutsideCallbacks("upkeep()")) {
            Library.require("curl_easy_upkeep", "7.62.0");
            finish(call(() -> curl_ffm_h.curl_easy_upkeep(pointer())));
        }
    }

    /**
     * Sends bytes over the connection that a transfer with {@code CONNECT_ONLY} has made; does not wait.
     *
     * @param data what to send, from its position; the position moves by what was sent
     * @return how many bytes were sent; 0 when the connection cannot take any now
     * @throws CurlException when that fails
     * @see <a href="https://curl.se/libcurl/c/curl_easy_send.html">curl_easy_send</a>
     */
    public int send(ByteBuffer data) throws CurlException {
        try (Use _ = enterOutsideCallbacks("send()");
                Arena arena = Arena.ofConfined()) {
            MemorySegment source = MemorySegment.ofBuffer(data);
            MemorySegment bytes = arena.allocate(Math.max(1, source.byteSize()));
            bytes.copyFrom(source);
            MemorySegment sent = arena.allocate(ValueLayout.JAVA_LONG);
            int code = call(() -> curl_ffm_h.curl_easy_send(pointer(), bytes, source.byteSize(), sent));
            int count = transferred(code, sent);
            data.position(data.position() + count);
            return count;
        }
    }

    /**
     * Receives bytes over the connection that a transfer with {@code CONNECT_ONLY} has made; does not wait.
     *
     * @param buffer where to put them, from its position; the position moves by what was received
     * @return how many bytes were received; 0 when there are none now, -1 when the peer has closed the connection
     * @throws CurlException when that fails
     * @see <a href="https://curl.se/libcurl/c/curl_easy_recv.html">curl_easy_recv</a>
     */
    public int recv(ByteBuffer buffer) throws CurlException {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("recv() needs a buffer that can be written to");
        }
        try (Use _ = enterOutsideCallbacks("recv()");
                Arena arena = Arena.ofConfined()) {
            int room = buffer.remaining();
            if (room == 0) {
                return 0;
            }
            MemorySegment bytes = arena.allocate(room);
            MemorySegment received = arena.allocate(ValueLayout.JAVA_LONG);
            int code = call(() -> curl_ffm_h.curl_easy_recv(pointer(), bytes, room, received));
            int count = transferred(code, received);
            buffer.put(bytes.asSlice(0, count).asByteBuffer());
            return count == 0 && code == CurlCode.OK.number() ? -1 : count;
        }
    }

    private int transferred(int code, MemorySegment count) throws CurlException {
        if (code == CurlCode.AGAIN.number()) {
            finish(CurlCode.OK.number());
            return 0;
        }
        finish(code);
        return (int) count.get(ValueLayout.JAVA_LONG, 0);
    }

    /**
     * {@return the first header of a name in the last response, or null}; since libcurl 7.83.0.
     *
     * @param name the name, in any case
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public Header header(String name) {
        return header(name, 0, Set.of(HeaderOrigin.HEADER), LAST_REQUEST);
    }

    /**
     * {@return a header, or null}; since libcurl 7.83.0.
     *
     * @param name the name, in any case
     * @param index which one of that name, from 0
     * @param origins where it may have come from
     * @param request which request of a series of redirects, from 0; {@link #LAST_REQUEST} for the last one
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalArgumentException when libcurl refuses, for one because {@code origins} is empty
     * @see <a href="https://curl.se/libcurl/c/curl_easy_header.html">curl_easy_header</a>
     */
    public Header header(String name, long index, Set<HeaderOrigin> origins, int request) {
        return whileOpen(() -> EasyHeaders.get(pointer(), name, index, origins, request));
    }

    /**
     * {@return the ordinary headers of the last response, in their order}; since libcurl 7.83.0.
     *
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public List<Header> headers() {
        return headers(Set.of(HeaderOrigin.HEADER), LAST_REQUEST);
    }

    /**
     * {@return the ordinary headers of a name in the last response, in their order}; since libcurl 7.83.0.
     *
     * @param name the name, in any case
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public List<Header> headers(String name) {
        Objects.requireNonNull(name, "name");
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .toList();
    }

    /**
     * {@return headers, in their order}; since libcurl 7.83.0.
     *
     * @param origins where they may have come from
     * @param request which request of a series of redirects, from 0; {@link #LAST_REQUEST} for the last one
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_easy_nextheader.html">curl_easy_nextheader</a>
     */
    public List<Header> headers(Set<HeaderOrigin> origins, int request) {
        return whileOpen(() -> EasyHeaders.all(pointer(), origins, request));
    }

    /**
     * Hands out the TLS sessions in this handle's {@code SHARE} or, without one, in the multi that it is in; libcurl has
     * none to show of a handle on its own. Since libcurl 8.12.0, in builds with the feature {@code SSLS-EXPORT}.
     *
     * @param callback takes them, one a call
     * @throws CurlException when libcurl was built without it, or with the code that the callback returned
     * @throws CallbackException when the callback threw; its exception is the cause
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalStateException from inside a callback of this handle
     * @see <a href="https://curl.se/libcurl/c/curl_easy_ssls_export.html">curl_easy_ssls_export</a>
     */
    public void sslsExport(SslsExportCallback callback) throws CurlException {
        Objects.requireNonNull(callback, "callback");
        try (Use _ = enterOutsideCallbacks("sslsExport()")) {
            Library.require("curl_easy_ssls_export", "8.12.0");
            MemorySegment stub = Stubs.of(CallbackKind.SSLS_EXPORT);
            state.callback(CallbackKind.SSLS_EXPORT, callback);
            try {
                finish(curl_ffm_h.curl_easy_ssls_export(pointer(), stub, state.userdata()));
            } finally {
                state.callback(CallbackKind.SSLS_EXPORT, null);
            }
        }
    }

    /**
     * Takes a TLS session that {@link #sslsExport} handed out into this handle's {@code SHARE} or, without one, into the
     * multi that it is in. Since libcurl 8.12.0, in builds with the feature {@code SSLS-EXPORT}.
     *
     * @param session the session; of its key and its hash one is enough, and the other may be null
     * @throws CurlException when libcurl was built without it or refuses the session, as it does without share and
     *     multi
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalStateException from inside a callback of this handle
     * @see <a href="https://curl.se/libcurl/c/curl_easy_ssls_import.html">curl_easy_ssls_import</a>
     */
    public void sslsImport(SslsExportCallback.Session session) throws CurlException {
        try (Use _ = enterOutsideCallbacks("sslsImport()");
                Arena arena = Arena.ofConfined()) {
            Library.require("curl_easy_ssls_import", "8.12.0");
            MemorySegment key = MemorySegment.NULL;
            if (session.sessionKey() != null) {
                OneLine.refuseBreaks("the key of a TLS session", List.of(session.sessionKey()));
                key = arena.allocateFrom(session.sessionKey());
            }
            MemorySegment shmac = session.shmac() == null
                    ? MemorySegment.NULL
                    : arena.allocateFrom(ValueLayout.JAVA_BYTE, session.shmac());
            MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, session.data());
            finish(curl_ffm_h.curl_easy_ssls_import(pointer(), key, shmac, shmac.byteSize(), data, data.byteSize()));
        }
    }

    /**
     * Takes all options back to their defaults; connections, cookies, TLS sessions and the {@code SHARE} stay.
     *
     * @return this handle
     * @throws IllegalStateException from inside a callback of this handle, or when it is in a {@link Multi}
     * @throws UncheckedIOException holding a {@link CallbackException}, when a callback that runs now threw: of the
     *     share, or at the end of a {@link Mime}
     * @see <a href="https://curl.se/libcurl/c/curl_easy_reset.html">curl_easy_reset</a>
     */
    public Easy reset() {
        try (Use _ = enterOutsideCallbacks("reset()")) {
            refuseInMulti("reset()");
            options.takeBackResolve();
            curl_ffm_h.curl_easy_reset(pointer());
            options.startAnew();
            throwUnchecked(takeThrown());
            return this;
        }
    }

    /**
     * Makes another handle with the same options and the same callbacks, but without the {@code SHARE}, and with
     * connections of its own.
     *
     * @return the new handle, to be closed by itself
     * @throws UncheckedIOException holding a {@link CallbackException}, when a callback that runs now threw: the
     *     {@code HSTSREADFUNCTION} does, for the new handle
     * @throws UnsupportedOperationException for a handle with {@code HSTS} and a libcurl of 7.88.0 to 8.4.0, or one
     *     that is the {@code STREAM_DEPENDS} of another and a libcurl before 8.21.0, which would crash
     * @see <a href="https://curl.se/libcurl/c/curl_easy_duphandle.html">curl_easy_duphandle</a>
     */
    public Easy duplicate() {
        try (Use _ = enter()) {
            options.refuseToDuplicateHsts();
            options.refuseToDuplicateDependencies();
            boolean threwBefore = state.pending().has();
            Map<Option<?>, Attached> inherited = options.duplicatedAttachments();
            MemorySegment handle = made(
                    resources.turns().take(() -> curl_ffm_h.curl_easy_duphandle(pointer())), "curl_easy_duphandle");
            if (state.pending().has() && !threwBefore && !isNested()) {
                curl_ffm_h.curl_easy_cleanup(handle);
                throwUnchecked(takeThrown());
            }
            Easy copy = new Easy(handle);
            try {
                copy.options.copyFrom(options, inherited);
            } catch (RuntimeException | Error e) {
                copy.close();
                throw e;
            }
            return copy;
        }
    }

    /**
     * {@return the {@code CURL *} itself: the one unsafe door}
     *
     * <p>What is done with it is not checked. Setting callbacks or their userdata through it, or cleaning it up, can
     * crash the JVM.
     */
    public MemorySegment raw() {
        try (Use _ = enter()) {
            return pointer().reinterpret(0);
        }
    }

    /**
     * Ends the handle, closes its connections and gives back its memory; a second time does nothing.
     *
     * @throws IllegalStateException from inside a callback of this handle, or while another thread uses it
     * @throws UncheckedIOException holding a {@link CallbackException}, when a callback that runs now threw
     * @see <a href="https://curl.se/libcurl/c/curl_easy_cleanup.html">curl_easy_cleanup</a>
     */
    @Override
    public void close() {
        try (Use _ = enterToClose()) {
            if (end()) {
                if (isInMulti()) {
                    state.pending().fail(leaveForGood());
                }
                release();
                throwUnchecked(takeThrown());
            }
        }
    }

    /** {@return what went wrong while this left its multi, or null} */
    private Throwable leaveForGood() {
        Pending pendingOfMulti = core.state().pending();
        int code = leave();
        Throwable thrown = pendingOfMulti.take();
        return thrown != null || code == 0 ? thrown : new CurlMultiException("curl_multi_remove_handle", code);
    }

    private void refuseInMulti(String method) {
        if (isInMulti()) {
            throw new IllegalStateException(method + " is not for a handle in a Multi; remove it first");
        }
    }

    /** Turns a return code, and what a lambda threw, into what the caller gets. */
    void finish(int code) throws CurlException {
        if (isNested()) { // what a lambda threw surfaces from the outermost call, not from one that it makes
            if (code != CurlCode.OK.number()) {
                throw new CurlException(code, resources.takeErrorMessage());
            }
            return;
        }
        CurlException failure = failure(code);
        if (failure != null) {
            new Message(this, failure).orThrow();
        }
    }

    /** {@return what a return code, and what a lambda threw, come to; null when all is well} */
    CurlException failure(int code) {
        Throwable thrown = takeThrown();
        if (thrown != null) {
            return new CallbackException(code, resources.takeErrorMessage(), thrown);
        }
        return code == CurlCode.OK.number() ? null : new CurlException(code, resources.takeErrorMessage());
    }

    /** {@return what lambdas threw and nobody was told of, or null} */
    Throwable takeThrown() {
        options.reportPending();
        return state.pending().take();
    }

    /** Throws what a lambda threw, from a method that declares no exceptions. */
    static void throwUnchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new UncheckedIOException(new CallbackException(CurlCode.OK.number(), "", thrown));
        }
    }

    /**
     * Runs something that needs this handle open, and throws what a callback of its share or MIME structure threw
     * meanwhile. What one has thrown before is for the method that was running then.
     */
    <T> T whileOpen(Supplier<T> action) {
        Throwable thrown = null;
        try (Use use = enter()) {
            boolean threwBefore = state.pending().has() || use.isNested();
            try {
                return action.get();
            } catch (RuntimeException | Error e) {
                if (!threwBefore && state.pending().has()) { // which is why libcurl refuses
                    state.pending().fail(e);
                }
                throw e;
            } finally {
                thrown = threwBefore ? null : state.pending().take();
            }
        } finally {
            if (thrown != null) { // in the place of a refusal by libcurl
                throwUnchecked(thrown);
            }
        }
    }

    /** From now on the gate and the turns of a multi, where libcurl has this, are those of this too. */
    void join(Core multi) {
        core = multi;
        multi.joined(state, resources.turns());
    }

    /** {@return libcurl's code} Leaves the multi, which is told of what callbacks of this threw and nobody was told of. */
    int leave() {
        Core left = core;
        int code = left.remove(state, pointer());
        leftAlone();
        left.state().pending().fail(takeThrown());
        return code;
    }

    private void leftAlone() {
        core = Core.ofEasy(resources);
        resources.releaseReplaced();
    }

    /**
     * {@return the Java handle of a pushed stream, in the same multi and with the callbacks and the share of this, its
     * parent; the other options are what libcurl makes them}
     */
    Easy pushed(MemorySegment handle) {
        Easy pushed = new Easy(handle);
        try {
            pushed.core = core;
            pushed.options.setDefaults();
            pushed.options.copyFrom(options, options.duplicatedAttachments());
            pushed.options.shareWith(options);
            return pushed;
        } catch (RuntimeException | Error e) {
            pushed.abandon();
            throw e;
        }
    }

    /** The multi accepts this, which libcurl pushed. */
    void accept() {
        join(core);
    }

    /** Gives the C handle back to libcurl. */
    void abandon() {
        options.detachFromJava();
        owned().disown();
        end();
        leftAlone();
        release();
    }
}
