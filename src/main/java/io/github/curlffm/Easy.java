package io.github.curlffm;

import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.Gate;
import io.github.curlffm.internal.HandleState;
import io.github.curlffm.internal.Kept;
import io.github.curlffm.internal.Native;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

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
 * {@code WRITEFUNCTION} the body goes to {@code System.out}</b>, not to C's standard output.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-easy.html">libcurl-easy</a>
 */
public final class Easy extends Attachment implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int PAUSE_ALL = 5;

    final HandleState state;
    final EasyResources resources;
    final MemorySegment self;
    final EasyOptions options;
    private final Cleaner.Cleanable cleanable;
    private final Gate gate = new Gate();
    private boolean closed;

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
        this.self = self;
        this.state = new HandleState();
        this.resources = new EasyResources(self, state.id());
        this.cleanable = CLEANER.register(this, resources);
        this.options = new EasyOptions(this);
    }

    private static MemorySegment newHandle() {
        Native.initialize();
        return nonNull(curl_ffm_h.curl_easy_init(), "curl_easy_init");
    }

    private static MemorySegment nonNull(MemorySegment handle, String function) {
        if (handle.address() == 0) {
            throw new OutOfMemoryError(function + " returned NULL");
        }
        return handle;
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
        enter();
        try {
            options.set(option, value);
            return this;
        } finally {
            exit();
        }
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
        enter();
        try {
            options.unset(option);
            return this;
        } finally {
            exit();
        }
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
        enter();
        try {
            return EasyInfos.get(this, info);
        } finally {
            exit();
        }
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
        enterOutsideCallbacks("perform()");
        try {
            resources.clearErrorMessage();
            finish(curl_ffm_h.curl_easy_perform(self));
        } finally {
            resources.releaseReplaced();
            exit();
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
     * @throws CurlException when libcurl refuses, or a callback that this runs throws
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy resume() throws CurlException {
        return pause(0);
    }

    private Easy pause(int directions) throws CurlException {
        enter();
        try {
            int code = curl_ffm_h.curl_easy_pause(self, directions);
            if (!state.inCallback()) {
                finish(code);
            } else if (code != 0) {
                throw new CurlException(code, resources.takeErrorMessage());
            }
            return this;
        } finally {
            exit();
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
        Native.require("curl_easy_upkeep", "7.62.0");
        enterOutsideCallbacks("upkeep()");
        try {
            finish(curl_ffm_h.curl_easy_upkeep(self));
        } finally {
            exit();
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
        enterOutsideCallbacks("send()");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = MemorySegment.ofBuffer(data);
            MemorySegment bytes = arena.allocate(Math.max(1, source.byteSize()));
            bytes.copyFrom(source);
            MemorySegment sent = arena.allocate(ValueLayout.JAVA_LONG);
            int count = transferred(curl_ffm_h.curl_easy_send(self, bytes, source.byteSize(), sent), sent);
            data.position(data.position() + count);
            return count;
        } finally {
            exit();
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
        enterOutsideCallbacks("recv()");
        try (Arena arena = Arena.ofConfined()) {
            int room = buffer.remaining();
            if (room == 0) {
                return 0;
            }
            MemorySegment bytes = arena.allocate(room);
            MemorySegment received = arena.allocate(ValueLayout.JAVA_LONG);
            int code = curl_ffm_h.curl_easy_recv(self, bytes, room, received);
            int count = transferred(code, received);
            buffer.put(bytes.asSlice(0, count).asByteBuffer());
            return count == 0 && code == CurlCode.OK.number() ? -1 : count;
        } finally {
            exit();
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
     * Takes all options back to their defaults; connections, cookies and TLS sessions stay.
     *
     * @return this handle
     * @throws IllegalStateException from inside a callback of this handle
     * @see <a href="https://curl.se/libcurl/c/curl_easy_reset.html">curl_easy_reset</a>
     */
    public Easy reset() {
        enterOutsideCallbacks("reset()");
        try {
            options.takeBackResolve();
            curl_ffm_h.curl_easy_reset(self);
            options.forgetAll();
            options.setDefaults();
            return this;
        } finally {
            exit();
        }
    }

    /**
     * Makes another handle with the same options and the same callbacks, but with connections of its own.
     *
     * @return the new handle, to be closed by itself
     * @throws UnsupportedOperationException for a handle with {@code HSTS} and a libcurl of 7.88.0 to 8.4.0, which
     *     would crash
     * @see <a href="https://curl.se/libcurl/c/curl_easy_duphandle.html">curl_easy_duphandle</a>
     */
    public Easy duplicate() {
        enter();
        try {
            options.refuseToDuplicateHsts();
            Easy copy = new Easy(nonNull(curl_ffm_h.curl_easy_duphandle(self), "curl_easy_duphandle"));
            copy.options.copyFrom(options);
            return copy;
        } finally {
            exit();
        }
    }

    /**
     * {@return the {@code CURL *} itself: the one unsafe door}
     *
     * <p>What is done with it is not checked. Setting callbacks or their userdata through it, or cleaning it up, can
     * crash the JVM.
     */
    public MemorySegment raw() {
        enter();
        exit();
        return self;
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
        gate.enter("Easy");
        try {
            if (closed) {
                return;
            }
            refuseInCallback("close()");
            closed = true;
            cleanable.clean();
            Throwable thrown = state.takePending();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw new UncheckedIOException(new CallbackException(0, "", thrown));
            }
        } finally {
            gate.exit();
        }
    }

    /** libcurl itself takes care when a handle ends that others depend on. */
    @Override
    Kept kept() {
        return new Kept(raw(), none -> {});
    }

    @Override
    public String toString() {
        return "Easy@" + Long.toHexString(self.address()) + (closed ? " (closed)" : "");
    }

    private void enter() {
        gate.enter("Easy");
        if (closed) {
            gate.exit();
            throw new IllegalStateException("this Easy is closed");
        }
    }

    private void enterOutsideCallbacks(String method) {
        enter();
        try {
            refuseInCallback(method);
        } catch (IllegalStateException e) {
            exit();
            throw e;
        }
    }

    private void refuseInCallback(String method) {
        if (state.inCallback()) {
            throw new IllegalStateException(
                    method + " from inside a callback of the same handle would crash libcurl; do it afterwards");
        }
    }

    private void exit() {
        gate.exit();
        Reference.reachabilityFence(this);
    }

    /** Turns a return code, and what a lambda threw, into what the caller gets. */
    private void finish(int code) throws CurlException {
        Throwable thrown = state.takePending();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new CallbackException(code, resources.takeErrorMessage(), thrown);
        }
        if (code != CurlCode.OK.number()) {
            throw new CurlException(code, resources.takeErrorMessage());
        }
    }
}
