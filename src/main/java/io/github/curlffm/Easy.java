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

/**
 * An easy handle: does one transfer at a time.
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
 * <p>The body goes to the {@code WRITEFUNCTION}, in pieces. {@link #performString} and {@link #performBytes} return it in
 * whole, and {@link #open} returns a stream of it:
 *
 * <pre>{@code
 * String page = curl.set(URL, "https://www.example.com/").performString();
 * }</pre>
 *
 * <p>Options stay set from one {@link #perform()} to the next, and so do connections, cookies and TLS sessions.
 *
 * <p>A handle may move between threads, but is used by one thread at a time: a second thread gets
 * {@link IllegalStateException}. Only {@link #abort} may be called by any thread. From inside its own callbacks {@code get}, {@code header}, {@code headers},
 * {@code headerMap}, {@code pause}, {@code resume} and {@code duplicate} work. {@code perform}, {@code performBytes},
 * {@code performString}, {@code open}, {@code reset}, {@code close}, {@code send}, {@code recv}, {@code upkeep},
 * {@code sslsExport}, {@code sslsImport} and changes to its {@link Mime} throw {@link IllegalStateException}.
 *
 * <p><b>While a handle is in use</b> (one of its callbacks is running, the stream that {@link #open} returned is neither
 * at its end nor closed, or it is in a {@link Multi} that has not returned the message of its transfer) only these
 * options can be changed:
 *
 * <ul>
 *   <li>all callbacks by {@code set}, {@code WRITEFUNCTION} and {@code READFUNCTION} also by {@code unset}
 *   <li>{@code TIMEOUT}, {@code TIMEOUT_MS}, {@code CONNECTTIMEOUT}, {@code CONNECTTIMEOUT_MS},
 *       {@code SERVER_RESPONSE_TIMEOUT}, {@code SERVER_RESPONSE_TIMEOUT_MS}, {@code ACCEPTTIMEOUT_MS},
 *       {@code EXPECT_100_TIMEOUT_MS}, {@code LOW_SPEED_LIMIT}, {@code LOW_SPEED_TIME}, {@code MAXFILESIZE},
 *       {@code MAXFILESIZE_LARGE}. A timeout counts from the beginning of the transfer; libcurl notices at its next
 *       check that it is over
 *   <li>{@code MAX_SEND_SPEED_LARGE} and {@code MAX_RECV_SPEED_LARGE}, unless the transfer is paused
 *   <li>{@code NOPROGRESS} and {@code VERBOSE}
 *   <li>{@code FOLLOWLOCATION}, {@code MAXREDIRS}, {@code POSTREDIR}, {@code UNRESTRICTED_AUTH}, {@code FAILONERROR},
 *       {@code FORBID_REUSE}, {@code FRESH_CONNECT}; they take effect when libcurl reads them next
 *   <li>{@code PRIVATE}
 * </ul>
 *
 * <p>Differences from libcurl: <b>{@code NOSIGNAL} is on</b>, because signals disturb a JVM. <b>{@code QUICK_EXIT} is
 * on</b>, because otherwise a DNS server that does not answer delays every timeout. <b>Setting {@code XFERINFOFUNCTION}
 * or {@code PROGRESSFUNCTION} clears {@code NOPROGRESS}</b>, because otherwise they would never be called. <b>Without a
 * {@code WRITEFUNCTION} the body goes to {@code System.out}, without a {@code READFUNCTION} it comes from
 * {@code System.in}</b>, not from C's standard streams.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-easy.html">libcurl-easy</a>
 */
public final class Easy extends TransferringEasy {

    /** The directions of a transfer: libcurl's {@code CURLPAUSE_*}. */
    public enum Direction implements Constant {
        /** Receiving: {@code WRITEFUNCTION}, {@code HEADERFUNCTION} and {@code INTERLEAVEFUNCTION} are not called. */
        RECV(1),
        /**
         * Sending: the {@code READFUNCTION} and the callbacks of a {@link Mime} are not called. libcurl 7.88.1 may call
         * those of a {@code Mime} once more.
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
     * Makes a handle with the default options. The first handle loads and initializes libcurl.
     *
     * @throws UnsatisfiedLinkError if libcurl cannot be found; the message lists all names that were tried, and how to
     *     install libcurl
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
     * Sends bytes over the connection that a transfer with {@code CONNECT_ONLY} has made. It does not wait.
     *
     * @param data the bytes to send, from its position; the position advances by the number of sent bytes
     * @return the number of sent bytes; 0 if the connection cannot take any now
     * @throws CurlException if this fails
     * @see <a href="https://curl.se/libcurl/c/curl_easy_send.html">curl_easy_send</a>
     */
    public int send(ByteBuffer data) throws CurlException {
        try (Use _ = enterOutsideCallbacks("send()");
                Arena arena = Arena.ofConfined()) {
            refuseWhileStreaming("send()");
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
     * Receives bytes over the connection that a transfer with {@code CONNECT_ONLY} has made. It does not wait.
     *
     * @param buffer the buffer for the bytes, from its position; the position advances by the number of received bytes
     * @return the number of received bytes; 0 if there are none now, -1 if the peer has closed the connection
     * @throws CurlException if this fails
     * @see <a href="https://curl.se/libcurl/c/curl_easy_recv.html">curl_easy_recv</a>
     */
    public int recv(ByteBuffer buffer) throws CurlException {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("recv() needs a buffer that can be written to");
        }
        try (Use _ = enterOutsideCallbacks("recv()");
                Arena arena = Arena.ofConfined()) {
            refuseWhileStreaming("recv()");
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
     * Exports the TLS sessions of this handle's {@code SHARE} or, without a share, of the multi that it is in. libcurl
     * exports none of a handle without both. Since libcurl 8.12.0, in builds with the feature {@code SSLS-EXPORT}.
     *
     * @param callback takes the sessions, one per call
     * @throws CurlException if libcurl was built without this feature, or the callback returned a code
     * @throws CallbackException if the callback threw an exception, which is the cause
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @throws IllegalStateException if called from inside a callback of this handle
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
     * Imports a TLS session that {@link #sslsExport} exported into this handle's {@code SHARE} or, without a share,
     * into the multi that it is in. Since libcurl 8.12.0, in builds with the feature {@code SSLS-EXPORT}.
     *
     * @param session the session; one of its key and its hash may be null
     * @throws CurlException if libcurl was built without this feature or refuses the session, for example because there
     *     is no share and no multi
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @throws IllegalStateException if called from inside a callback of this handle
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
     * Sets all options and the charset to their defaults. Connections, cookies, TLS sessions and the {@code SHARE}
     * stay.
     *
     * @return this handle
     * @throws IllegalStateException if called from inside a callback of this handle, or if the handle is in a
     *     {@link Multi} or has an open stream
     * @throws UncheckedIOException with a {@link CallbackException} as cause, if a callback of the share, or the
     *     closing of a {@link Mime}'s data, throws
     * @see <a href="https://curl.se/libcurl/c/curl_easy_reset.html">curl_easy_reset</a>
     */
    public Easy reset() {
        try (Use _ = enterOutsideCallbacks("reset()")) {
            refuseInMulti("reset()");
            refuseWhileStreaming("reset()");
            leavePrivateMulti();
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
     * @return the new handle; close it, too
     * @throws IllegalStateException if the handle has an open stream, and this is not called from inside a callback
     * @throws UncheckedIOException with a {@link CallbackException} as cause, if a callback throws: the
     *     {@code HSTSREADFUNCTION} is called for the new handle
     * @throws UnsupportedOperationException if libcurl would crash: 7.88.0 to 8.4.0 if {@code HSTS} is set; before
     *     8.5.0, with functions of {@link Curl#globalInitMem}, if a blob or, since 7.88.0, {@code COOKIEFILE} is set
     * @see <a href="https://curl.se/libcurl/c/curl_easy_duphandle.html">curl_easy_duphandle</a>
     */
    public Easy duplicate() {
        try (Use _ = enterDeep()) {
            refuseWhileStreaming("duplicate()");
            options.refuseToDuplicate("duplicate()");
            boolean threwBefore = state.pending().has();
            Map<Option<?>, Attached> inherited = options.attachments().duplicated();
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
     * {@return the {@code CURL *}, for functions of libcurl that are not bound here}
     *
     * <p>Its use is not checked. Setting callbacks or their userdata through it, or cleaning it up, can crash the JVM.
     */
    public MemorySegment raw() {
        try (Use _ = enter()) {
            return pointer().reinterpret(0);
        }
    }

    /**
     * Closes the connections and releases the handle, and ends the transfer of an open stream. Closing a closed handle has
     * no effect.
     *
     * @throws IllegalStateException if called from inside a callback of this handle, or while another thread uses it
     * @throws UncheckedIOException with a {@link CallbackException} as cause, if a callback throws
     * @see <a href="https://curl.se/libcurl/c/curl_easy_cleanup.html">curl_easy_cleanup</a>
     */
    @Override
    public void close() {
        try (Use _ = enterToClose()) {
            if (!isClosed()) {
                Throwable whileLeaving = isInMulti() ? leaveForGood() : null; // it may be refused its turn
                end();
                state.pending().fail(whileLeaving);
                if (isStreaming()) {
                    stream().cut();
                }
                release();
                Throwable thrown = takeThrown();
                options.forget();
                throwUnchecked(thrown);
            }
        }
    }

    /**
     * {@return the Java handle of a pushed stream, in the same multi, with the callbacks and the share of this parent;
     * libcurl decides about the other options}
     */
    Easy pushed(MemorySegment handle) {
        Easy pushed = new Easy(handle);
        try {
            pushed.beIn(core());
            pushed.options.setDefaults();
            pushed.options.copyFrom(options, options.attachments().duplicated());
            pushed.options.handles().shareWith(options.handles());
            return pushed;
        } catch (RuntimeException | Error e) {
            pushed.abandon();
            throw e;
        }
    }
}
