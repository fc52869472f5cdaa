package io.github.curlffm;

import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
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
 * From inside its own callbacks {@code get}, {@code pause}, {@code resume} and {@code duplicate} work; {@code perform},
 * {@code reset}, {@code close}, {@code send}, {@code recv} and {@code upkeep} are refused with
 * {@link IllegalStateException}.
 *
 * <p><b>While a handle is in use</b> (one of its callbacks is running, or it is in a {@link Multi}, be its transfer done or
 * not) these options can be changed, and no others:
 *
 * <ul>
 *   <li>all callbacks, by {@code set}; {@code unset} takes only {@code WRITEFUNCTION} and {@code READFUNCTION} away
 *   <li>{@code TIMEOUT}, {@code TIMEOUT_MS}, {@code CONNECTTIMEOUT}, {@code CONNECTTIMEOUT_MS},
 *       {@code SERVER_RESPONSE_TIMEOUT}, {@code SERVER_RESPONSE_TIMEOUT_MS}, {@code ACCEPTTIMEOUT_MS},
 *       {@code EXPECT_100_TIMEOUT_MS}, {@code LOW_SPEED_LIMIT}, {@code LOW_SPEED_TIME}, {@code MAXFILESIZE},
 *       {@code MAXFILESIZE_LARGE}. A time counts from the beginning; that it is over is noticed when libcurl looks next
 *   <li>{@code MAX_SEND_SPEED_LARGE} and {@code MAX_RECV_SPEED_LARGE}, unless the transfer is paused
 *   <li>{@code NOPROGRESS} and {@code VERBOSE}
 *   <li>{@code FOLLOWLOCATION}, {@code MAXREDIRS}, {@code POSTREDIR}, {@code UNRESTRICTED_AUTH}, {@code FAILONERROR},
 *       {@code FORBID_REUSE}, {@code FRESH_CONNECT}, which count when libcurl comes to what they decide
 *   <li>{@code PRIVATE}
 * </ul>
 *
 * <p>Where this differs from libcurl: <b>{@code NOSIGNAL} is on</b>, since signals and a JVM do not mix; <b>setting
 * {@code XFERINFOFUNCTION} clears {@code NOPROGRESS}</b>, without which it would never run; <b>without a
 * {@code WRITEFUNCTION} the body goes to {@code System.out}, without a {@code READFUNCTION} it comes from
 * {@code System.in}</b>, not C's standard streams.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-easy.html">libcurl-easy</a>
 */
public final class Easy extends SettableEasy {

    /** The directions of a transfer: libcurl's {@code CURLPAUSE_*}. */
    public enum Direction implements Constant {
        /** What comes: the {@code WRITEFUNCTION} and its like are not called. */
        RECV(1),
        /**
         * What goes: the {@code READFUNCTION} is not called, nor what gives the data of a {@link Mime}; libcurl 7.88.1 may
         * call the latter once more.
         */
        SEND(4);

        private final long number;

        Direction(long number) {
            this.number = number;
        }

        @Override
        public long number() {
            return number;
        }
    }

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
                options.afterTransfer();
            }
        }
    }

    /**
     * Pauses both directions of the running transfer: from inside a callback or, in a {@link Multi}, between its steps.
     *
     * @return this handle
     * @throws CurlException when libcurl refuses, as it does when no transfer is under way
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy pause() throws CurlException {
        pauseBits(EasyHandle.PAUSE_ALL);
        return this;
    }

    /**
     * Pauses some directions of the running transfer, <b>and lets the others go on</b>, also those that a callback has
     * paused: the set is the new state. From inside a callback or, in a {@link Multi}, between its steps.
     *
     * <pre>{@code
     * curl.pause(Set.of(Direction.SEND)); // receives again; the READFUNCTION, which has nothing yet, is not called
     * }</pre>
     *
     * @param directions what pauses from now on; the empty set lets both go on
     * @return this handle
     * @throws CurlException when libcurl refuses, as it does when no transfer is under way; or as {@link #resume}
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy pause(Set<Direction> directions) throws CurlException {
        pauseBits((int) Constant.bits(directions));
        return this;
    }

    /**
     * Lets a paused transfer go on in both directions; data that waits may be delivered during this call. It works where
     * {@link #pause()} does. A {@code READFUNCTION} that said {@code PAUSE} is called again, even if it still has nothing;
     * to go on with receiving alone there is {@link #pause(Set)} with {@link Direction#SEND}.
     *
     * @return this handle
     * @throws CurlException when libcurl refuses, or a callback that this runs throws; in a {@link Multi} what a
     *     callback of this handle throws comes with the transfer's {@link Message} instead
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy resume() throws CurlException {
        pauseBits(0);
        return this;
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
            ByteBuffer now = data.duplicate(); // another thread may change the buffer
            MemorySegment source = MemorySegment.ofBuffer(now);
            MemorySegment bytes = arena.allocate(Math.max(1, source.byteSize()));
            bytes.copyFrom(source);
            MemorySegment sent = arena.allocate(ValueLayout.JAVA_LONG);
            int code = call(() -> curl_ffm_h.curl_easy_send(pointer(), bytes, source.byteSize(), sent));
            int count = transferred(code, sent);
            data.position(now.position() + count);
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
            ByteBuffer now = buffer.duplicate(); // another thread may change the buffer
            int room = now.remaining();
            if (room == 0) {
                return 0;
            }
            MemorySegment bytes = arena.allocate(room);
            MemorySegment received = arena.allocate(ValueLayout.JAVA_LONG);
            int code = call(() -> curl_ffm_h.curl_easy_recv(pointer(), bytes, room, received));
            int count = transferred(code, received);
            now.put(bytes.asSlice(0, count).asByteBuffer());
            buffer.position(now.position());
            return count == 0 && code == CurlCode.OK.number() ? -1 : count;
        }
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
     * Takes all options and the charset back to their defaults; connections, cookies, TLS sessions and the
     * {@code SHARE} stay.
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
     * @throws UnsupportedOperationException where libcurl would crash: from 7.88.0 to 8.4.0 for a handle with
     *     {@code HSTS}; before 8.5.0, with functions of {@link Curl#globalInitMem}, for one with a blob or, since 7.88.0,
     *     {@code COOKIEFILE}
     * @see <a href="https://curl.se/libcurl/c/curl_easy_duphandle.html">curl_easy_duphandle</a>
     */
    public Easy duplicate() {
        try (Use _ = enterDeep()) {
            options.refuseToDuplicate("duplicate()");
            boolean threwBefore = state.pending().has();
            Map<Option<?>, Attached> inherited = options.duplicatedAttachments();
            MemorySegment handle = made(
                    options.streams()
                            .withoutTies(() -> resources.turns().take(() -> curl_ffm_h.curl_easy_duphandle(pointer()))),
                    "curl_easy_duphandle");
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
