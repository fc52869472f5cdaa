package io.github.curlffm;

import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
public final class Easy extends SettableEasy {

    private static final int PAUSE_ALL = 5;
    private static final int PAUSE_SEND = 4;

    /** Stands for the last request of a series of redirects. */
    public static final int LAST_REQUEST = -1;

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
        super(self);
    }

    private static MemorySegment newHandle() {
        Library.initialize();
        return made(curl_ffm_h.curl_easy_init(), "curl_easy_init");
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
        try (Use _ = enterDeep()) {
            if (directions == 0 && options.isPausedByMime()) {
                // libcurl has not noticed yet when the part began in the middle of its buffer, and would do nothing
                curl_ffm_h.curl_easy_pause(pointer(), PAUSE_SEND);
            }
            finishPause(curl_ffm_h.curl_easy_pause(pointer(), directions));
            return this;
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
        return whileOpen(() -> EasyHeaders.get(this, name, index, origins, request));
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
        return whileOpen(() -> EasyHeaders.all(this, origins, request));
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
            finish(EasySessions.take(this, session, arena));
        }
    }

    /**
     * Takes all options and the charset back to their defaults; connections, cookies, TLS sessions and the {@code SHARE} stay.
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
     * Makes another handle with the same options, charset and callbacks, but without the {@code SHARE}, and with
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
        try (Use _ = enterDeep()) {
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
                Throwable thrown = takeThrown();
                options.forget();
                throwUnchecked(thrown);
            }
        }
    }

    /**
     * {@return the Java handle of a pushed stream, in the same multi and with the callbacks and the share of this, its
     * parent; the other options are what libcurl makes them}
     */
    Easy pushed(MemorySegment handle) {
        Easy pushed = new Easy(handle);
        try {
            pushed.beIn(core());
            pushed.options.setDefaults();
            pushed.options.copyFrom(options, options.duplicatedAttachments());
            pushed.options.shareWith(options);
            return pushed;
        } catch (RuntimeException | Error e) {
            pushed.abandon();
            throw e;
        }
    }
}
