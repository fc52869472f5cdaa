package io.github.curlffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.MessageStruct;
import io.github.curlffm.internal.c.WaitFdStruct;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.Headroom;
import io.github.curlffm.internal.handle.Kept;
import io.github.curlffm.internal.handle.Turns;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.MultiState;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.MultiOption;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Many transfers at once in one thread: a multi handle.
 *
 * <pre>{@code
 * try (var multi = new Multi()) {
 *     multi.add(first).add(second);
 *     while (multi.perform() > 0) {
 *         multi.poll(Duration.ofSeconds(1));
 *     }
 *     for (Message done : multi.messages()) {
 *         done.orThrow();
 *     }
 * }
 * }</pre>
 *
 * <p>A multi and the handles in it are used by one thread at a time; another gets {@link IllegalStateException}. Only
 * {@link #wakeup} is for any thread.
 *
 * <p>From inside callbacks of the multi or its handles {@code assign}, {@code handles}, {@code get} and {@code wakeup}
 * work, {@code messages} does (but before libcurl 8.22.0 there are none), and a callback that is set can be replaced or
 * taken away. {@code add} and {@code remove} are refused with {@link CurlMultiException}, other options with
 * {@link CurlOptionException}, both but for a {@code NOTIFYFUNCTION}; whatever drives or closes the multi with
 * {@link IllegalStateException}.
 *
 * <p>An exception in a callback of an easy handle ends only that transfer and comes with its {@link Message}; one in a
 * callback of the multi surfaces from the method that is running, and the transfers go on. Multi and handles may be
 * closed in any order.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-multi.html">libcurl-multi</a>
 */
public final class Multi implements AutoCloseable {

    private static final int SOCKET_TIMEOUT = -1;
    private static final Duration FOREVER = Duration.ofMillis(Integer.MAX_VALUE);

    private static final int MOST_WITHOUT_ASKING = 16;

    final Gate gate = new Gate();
    final MultiState state;
    private Thread stackAskedBy;
    private int callsWithoutAsking;
    private final MultiOptions options;
    private final MemorySegment self;
    private final Ownership ownership;
    private final Object wakeupLock = new Object();
    private final Map<Long, Easy> easies = new LinkedHashMap<>();
    private final Turns turns = new Turns();
    private boolean wakeable = true;
    private boolean notifying;

    /**
     * Makes a multi with libcurl's defaults.
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public Multi() {
        Library.initialize();
        self = curl_ffm_h.curl_multi_init();
        if (self.address() == 0) {
            throw new OutOfMemoryError("curl_multi_init returned NULL");
        }
        state = new MultiState();
        long id = state.id();
        ownership = new Ownership(this, new Kept(self, multi -> {
            int code = curl_ffm_h.curl_multi_cleanup(multi);
            Registry.remove(id);
            if (code != 0) {
                throw new UncheckedIOException(new CurlMultiException("curl_multi_cleanup", code));
            }
        }));
        options = new MultiOptions(this, self);
    }

    /**
     * Sets an option.
     *
     * @param <T> the Java type of the option's value
     * @param option which one
     * @param value its value, never null
     * @return this multi
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     * @throws IllegalStateException when the multi is closed or in use by another thread
     * @see <a href="https://curl.se/libcurl/c/curl_multi_setopt.html">curl_multi_setopt</a>
     */
    public <T> Multi set(MultiOption<T> option, T value) {
        Objects.requireNonNull(value, () -> option + " is not set to null; use unset(" + option.name() + ")");
        return whileOpen(() -> options.set(option, value));
    }

    /**
     * Sets an option that takes a number.
     *
     * @param option which one
     * @param value its value
     * @return this multi
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     */
    public Multi set(MultiOption<Long> option, long value) {
        return set(option, (Long) value);
    }

    /**
     * Takes an option back to libcurl's default.
     *
     * @param option which one
     * @return this multi
     * @throws CurlOptionException when the loaded libcurl does not have the option
     */
    public Multi unset(MultiOption<?> option) {
        return whileOpen(() -> options.unset(option));
    }

    private Multi whileOpen(Runnable action) {
        enter();
        try {
            action.run();
            return this;
        } finally {
            exit();
        }
    }

    /**
     * Adds a handle, whose transfer begins with the next {@link #perform}. From now on it is used together with the
     * multi.
     *
     * @param easy the handle
     * @return this multi
     * @throws CurlMultiException when the handle is in a multi already; when a callback of it is running, or one of the
     *     multi, other than a {@code NOTIFYFUNCTION}; when the {@code TIMERFUNCTION} throws: then it is not added
     * @throws IllegalStateException when the handle is closed or in use by another thread
     * @see <a href="https://curl.se/libcurl/c/curl_multi_add_handle.html">curl_multi_add_handle</a>
     */
    public Multi add(Easy easy) throws CurlMultiException {
        String function = "curl_multi_add_handle";
        enter();
        try {
            refuseRecursion(function);
            Gate own = easy.enter();
            try {
                if (easy.multi() != null) {
                    throw new CurlMultiException(function, CurlMultiCode.ADDED_ALREADY.number());
                }
                if (own.isNested()) { // its gate would change under the call that is running
                    throw new CurlMultiException(function, CurlMultiCode.RECURSIVE_API_CALL.number());
                }
                easy.resources.clearErrorMessage();
                easy.options.beforeTransfer();
                int code = call(() -> curl_ffm_h.curl_multi_add_handle(self, easy.self));
                if (code == 0) {
                    easy.join(this);
                    joined(easy);
                    if (state.pending().has() && !gate.isNested()) {
                        code = takeOut(easy);
                    }
                }
                finish(function, code);
            } finally {
                own.exit();
            }
            return this;
        } finally {
            exit();
        }
    }

    /** Takes note that libcurl has a handle in this multi, or is about to. */
    void joined(Easy easy) {
        easies.put(easy.self.address(), easy);
        turns.add(easy.options.turns());
    }

    /**
     * Removes a handle, whatever its transfer is at; it can be used by itself again. A message that has not been read
     * is gone.
     *
     * @param easy a handle of this multi
     * @return this multi
     * @throws IllegalArgumentException when it is not in this multi
     * @throws CurlMultiException when a callback is running, other than a {@code NOTIFYFUNCTION}; when a callback of
     *     the handle threw and no message has told of it, or a callback throws now: then it is removed all the same
     * @see <a href="https://curl.se/libcurl/c/curl_multi_remove_handle.html">curl_multi_remove_handle</a>
     */
    public Multi remove(Easy easy) throws CurlMultiException {
        enter();
        try {
            if (easies.get(easy.self.address()) != easy) {
                throw new IllegalArgumentException(easy + " is not in this multi");
            }
            refuseRecursion("curl_multi_remove_handle");
            finish("curl_multi_remove_handle", takeOut(easy));
            return this;
        } finally {
            exit();
        }
    }

    /** Removes a handle that is being closed; {@return what went wrong, or null}. */
    Throwable release(Easy easy) {
        int code = takeOut(easy);
        Throwable thrown = state.pending().take();
        return thrown != null || code == 0 ? thrown : new CurlMultiException("curl_multi_remove_handle", code);
    }

    /** {@return libcurl's code}; what callbacks of the handle threw and nobody was told of joins what the multi's threw. */
    private int takeOut(Easy easy) {
        int code = call(() -> curl_ffm_h.curl_multi_remove_handle(self, easy.self));
        easies.remove(easy.self.address());
        easy.leave();
        Throwable untold = easy.takeThrown();
        if (untold != null) {
            state.pending().fail(untold);
        }
        if (easies.isEmpty()) {
            turns.clear();
        }
        return code;
    }

    /** libcurl has the same rule, but does not keep it in all callbacks. */
    private void refuseRecursion(String function) throws CurlMultiException {
        if (gate.isNested() && !notifying) {
            throw new CurlMultiException(function, CurlMultiCode.RECURSIVE_API_CALL.number());
        }
    }

    @FunctionalInterface
    interface Notice {
        void take() throws Exception;
    }

    /** Runs a {@code NOTIFYFUNCTION}, which may add and remove handles. */
    void notifying(Notice notice) throws Exception {
        notifying = true;
        try {
            notice.take();
        } finally {
            notifying = false;
        }
    }

    /** Calls libcurl in turn with other threads. */
    private int call(IntSupplier function) {
        boolean wasNotifying = notifying;
        notifying = false;
        try {
            return turns.take(function);
        } finally {
            notifying = wasNotifying;
        }
    }

    /**
     * Does what can be done now, without waiting.
     *
     * @return how many transfers are under way
     * @throws CurlMultiException when that fails, or a callback of the multi threw
     * @throws IllegalStateException from inside a callback of the multi or its handles
     * @see <a href="https://curl.se/libcurl/c/curl_multi_perform.html">curl_multi_perform</a>
     */
    public int perform() throws CurlMultiException {
        return driven("curl_multi_perform", count -> curl_ffm_h.curl_multi_perform(self, count));
    }

    /**
     * Tells libcurl what happened to a socket that its {@code SOCKETFUNCTION} wanted watched.
     *
     * @param socket the descriptor
     * @param events what happened; nothing lets libcurl look for itself
     * @return how many transfers are under way
     * @throws CurlMultiException when that fails, or a callback of the multi threw
     * @throws IllegalArgumentException for a number that is too big for a descriptor
     * @throws IllegalStateException from inside a callback of the multi or its handles
     * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">curl_multi_socket_action</a>
     */
    public int socketAction(long socket, Set<Select> events) throws CurlMultiException {
        int fd = Sockets.descriptor(socket);
        int bits = (int) EasyOptions.bits("the events of a socket", events);
        return driven("curl_multi_socket_action", count -> curl_ffm_h.curl_multi_socket_action(self, fd, bits, count));
    }

    /**
     * Tells libcurl that the time has come that its {@code TIMERFUNCTION} asked for.
     *
     * @return how many transfers are under way
     * @throws CurlMultiException when that fails, or a callback of the multi threw
     * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">curl_multi_socket_action</a>
     */
    public int socketActionTimeout() throws CurlMultiException {
        return socketAction(SOCKET_TIMEOUT, Set.of());
    }

    private int driven(String function, Counted call) throws CurlMultiException {
        return counted(function, count -> call(() -> call.call(count)));
    }

    /**
     * Waits until one of libcurl's sockets or another descriptor is ready, {@link #wakeup} is called, or the time is
     * over. Since libcurl 7.66.0.
     *
     * @param timeout how long to wait at the most
     * @param others other descriptors to wait for; {@link WaitFd#happened} then says what happened to them
     * @return how many sockets and descriptors are ready
     * @throws CurlMultiException when that fails
     * @throws IllegalStateException from inside a callback of the multi or its handles
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_poll.html">curl_multi_poll</a>
     */
    public int poll(Duration timeout, WaitFd... others) throws CurlMultiException {
        Library.require("curl_multi_poll", "7.66.0");
        int ms = milliseconds(timeout);
        return waiting(
                "curl_multi_poll",
                others,
                (fds, count) -> curl_ffm_h.curl_multi_poll(self, fds, others.length, ms, count));
    }

    /**
     * Waits as {@link #poll} does, but returns at once when there is nothing to wait for, and is not woken up: for a
     * libcurl that has no {@code poll}. It is {@code curl_multi_wait}, whose name Java's own {@code wait} has taken.
     *
     * @param timeout how long to wait at the most
     * @param others other descriptors to wait for; {@link WaitFd#happened} then says what happened to them
     * @return how many sockets and descriptors are ready
     * @throws CurlMultiException when that fails
     * @throws IllegalStateException from inside a callback of the multi or its handles
     * @see <a href="https://curl.se/libcurl/c/curl_multi_wait.html">curl_multi_wait</a>
     */
    public int waitFor(Duration timeout, WaitFd... others) throws CurlMultiException {
        int ms = milliseconds(timeout);
        return waiting(
                "curl_multi_wait",
                others,
                (fds, count) -> curl_ffm_h.curl_multi_wait(self, fds, others.length, ms, count));
    }

    private static int milliseconds(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the time to wait is " + timeout + "; it is zero or more");
        }
        return timeout.compareTo(FOREVER) < 0 ? (int) timeout.plusNanos(999_999).toMillis() : Integer.MAX_VALUE;
    }

    @FunctionalInterface
    private interface Waiting {
        int call(MemorySegment fds, MemorySegment count);
    }

    /** Does not take turns: while this waits other threads are to have theirs. */
    private int waiting(String function, WaitFd[] others, Waiting call) throws CurlMultiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fds = others.length == 0 ? MemorySegment.NULL : structs(others, arena);
            int ready = counted(function, count -> call.call(fds, count));
            for (int i = 0; i < others.length; i++) {
                others[i].happened(WaitFdStruct.happened(fds, i));
            }
            return ready;
        }
    }

    private static MemorySegment structs(WaitFd[] others, Arena arena) {
        MemorySegment fds = WaitFdStruct.array(others.length, arena);
        for (int i = 0; i < others.length; i++) {
            long events = EasyOptions.bits("the events to wait for", others[i].events());
            WaitFdStruct.set(fds, i, (int) others[i].fd(), (int) events);
        }
        return fds;
    }

    @FunctionalInterface
    private interface Counted {
        int call(MemorySegment count);
    }

    private int counted(String function, Counted call) throws CurlMultiException {
        enterOutsideCallbacks(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            finish(function, call.call(count));
            return count.get(JAVA_INT, 0);
        } finally {
            exit();
        }
    }

    /**
     * Ends the {@link #poll} that is going on in another thread, or the next one. The only method for any thread. Since
     * libcurl 7.68.0.
     *
     * @throws CurlMultiException when that fails
     * @throws IllegalStateException when the multi is closed
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_wakeup.html">curl_multi_wakeup</a>
     */
    public void wakeup() throws CurlMultiException {
        Library.require("curl_multi_wakeup", "7.68.0");
        try {
            synchronized (wakeupLock) { // not while close() takes the multi away
                if (!wakeable) {
                    ownership.refuse();
                }
                int code = curl_ffm_h.curl_multi_wakeup(self);
                if (code != 0) {
                    throw new CurlMultiException("curl_multi_wakeup", code);
                }
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * {@return how long to wait at the most before the next {@link #perform}, or null for as long as one likes}
     *
     * @throws CurlMultiException when that fails
     * @see <a href="https://curl.se/libcurl/c/curl_multi_timeout.html">curl_multi_timeout</a>
     */
    public Duration timeout() throws CurlMultiException {
        enter();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ms = arena.allocate(JAVA_LONG);
            finish("curl_multi_timeout", curl_ffm_h.curl_multi_timeout(self, ms));
            long number = C.number(ms);
            return number < 0 ? null : Duration.ofMillis(number);
        } finally {
            exit();
        }
    }

    /**
     * {@return the transfers that are done and have not been told of yet}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_multi_info_read.html">curl_multi_info_read</a>
     */
    public List<Message> messages() {
        enter();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment left = arena.allocate(JAVA_INT);
            List<Message> messages = new ArrayList<>();
            for (MemorySegment next; (next = curl_ffm_h.curl_multi_info_read(self, left)).address() != 0; ) {
                MemorySegment message = MessageStruct.at(next);
                Easy easy = easy(MessageStruct.easy(message));
                if (MessageStruct.isDone(message) && easy != null) {
                    messages.add(new Message(easy, easy.failure(MessageStruct.result(message))));
                }
            }
            return messages;
        } finally {
            exit();
        }
    }

    /** {@return the handles in this multi, in the order in which they came} */
    public List<Easy> handles() {
        enter();
        try {
            return List.copyOf(easies.values());
        } finally {
            exit();
        }
    }

    /** {@return the Java handle of a C handle, or null for one that is libcurl's own} */
    Easy easy(long handle) {
        return easies.get(handle);
    }

    /**
     * {@return one of the numbers that libcurl keeps}; since libcurl 8.16.0.
     *
     * @param info which one
     * @throws CurlMultiException when libcurl does not know it
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_get_offt.html">curl_multi_get_offt</a>
     */
    public long get(MultiInfo info) throws CurlMultiException {
        Library.require("curl_multi_get_offt", "8.16.0");
        enter();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_LONG);
            finish("curl_multi_get_offt", curl_ffm_h.curl_multi_get_offt(self, info.id, value));
            return value.get(JAVA_LONG, 0);
        } finally {
            exit();
        }
    }

    /**
     * Attaches an object to a socket of libcurl's, for the {@code SOCKETFUNCTION} to be given.
     *
     * @param socket a descriptor that libcurl wants watched
     * @param attachment any object, or null for none
     * @return this multi
     * @throws CurlMultiException when it is no such descriptor
     * @throws IllegalArgumentException for a number that is too big for a descriptor
     * @see <a href="https://curl.se/libcurl/c/curl_multi_assign.html">curl_multi_assign</a>
     */
    public Multi assign(long socket, Object attachment) throws CurlMultiException {
        enter();
        try {
            finish("curl_multi_assign", options.assign(socket, attachment));
            return this;
        } finally {
            exit();
        }
    }

    /**
     * {@return the descriptors that libcurl waits for now}; since libcurl 8.8.0.
     *
     * @throws CurlMultiException when that fails
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_waitfds.html">curl_multi_waitfds</a>
     */
    public List<WaitFd> waitfds() throws CurlMultiException {
        Library.require("curl_multi_waitfds", "8.8.0");
        enterOutsideCallbacks("curl_multi_waitfds");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            finish("curl_multi_waitfds", curl_ffm_h.curl_multi_waitfds(self, MemorySegment.NULL, 0, count));
            int size = count.get(JAVA_INT, 0);
            MemorySegment fds = WaitFdStruct.array(Math.max(1, size), arena);
            finish("curl_multi_waitfds", curl_ffm_h.curl_multi_waitfds(self, fds, size, count));
            List<WaitFd> list = new ArrayList<>();
            for (int i = 0; i < Math.min(size, count.get(JAVA_INT, 0)); i++) {
                list.add(WaitFd.of(WaitFdStruct.fd(fds, i), WaitFdStruct.events(fds, i)));
            }
            return list;
        } finally {
            exit();
        }
    }

    /**
     * Switches on what the {@code NOTIFYFUNCTION} is told of. Since libcurl 8.17.0.
     *
     * @param notification what
     * @return this multi
     * @throws CurlMultiException when libcurl does not know it
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_notify_enable.html">curl_multi_notify_enable</a>
     */
    public Multi notifyEnable(Notification notification) throws CurlMultiException {
        Library.require("curl_multi_notify_enable", "8.17.0");
        return switched("curl_multi_notify_enable", curl_ffm_h::curl_multi_notify_enable, notification);
    }

    /**
     * Switches off what the {@code NOTIFYFUNCTION} is told of. Since libcurl 8.17.0.
     *
     * @param notification what
     * @return this multi
     * @throws CurlMultiException when libcurl does not know it
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_notify_disable.html">curl_multi_notify_disable</a>
     */
    public Multi notifyDisable(Notification notification) throws CurlMultiException {
        Library.require("curl_multi_notify_disable", "8.17.0");
        return switched("curl_multi_notify_disable", curl_ffm_h::curl_multi_notify_disable, notification);
    }

    @FunctionalInterface
    private interface Switch {
        int call(MemorySegment multi, int notification);
    }

    private Multi switched(String function, Switch call, Notification notification) throws CurlMultiException {
        enter();
        try {
            finish(function, call.call(self, notification.ordinal()));
            return this;
        } finally {
            exit();
        }
    }

    /**
     * Removes all handles, which stay open, and ends the multi with its connections; a second time does nothing.
     *
     * @throws IllegalStateException from inside a callback of the multi or its handles, or while another thread uses it
     * @throws UncheckedIOException holding a {@link CurlMultiException}, when a callback throws now, or one of a handle
     *     threw and no message has told of it
     * @see <a href="https://curl.se/libcurl/c/curl_multi_cleanup.html">curl_multi_cleanup</a>
     */
    @Override
    public void close() {
        gate.enter("Multi");
        try {
            refuseInCallback("close()");
            if (!ownership.isClosed()) {
                end();
            }
        } catch (CurlMultiException e) {
            throw new UncheckedIOException(e);
        } finally {
            exit();
        }
    }

    private void end() throws CurlMultiException {
        int failed = 0;
        for (Easy easy : List.copyOf(easies.values())) {
            int code = takeOut(easy);
            failed = failed == 0 ? code : failed;
        }
        synchronized (wakeupLock) {
            wakeable = false;
        }
        ownership.close();
        finish("curl_multi_cleanup", failed);
    }

    @Override
    public String toString() {
        return ownership.describe();
    }

    private void enter() {
        gate.enter("Multi");
        try {
            ownership.segment();
        } catch (RuntimeException | Error e) {
            gate.exit();
            throw e;
        }
    }

    private void enterOutsideCallbacks(String function) {
        requireStack();
        enter();
        try {
            refuseInCallback(function);
        } catch (RuntimeException | Error e) {
            exit();
            throw e;
        }
    }

    /**
     * An event loop calls from the same depth thousands of times a second, and asking costs as much as the call: so it is
     * asked once in a while, and often enough for a recursion that calls from every frame.
     */
    private void requireStack() {
        Thread thread = Thread.currentThread();
        if (stackAskedBy != thread || --callsWithoutAsking < 0) {
            stackAskedBy = null; // also if there is not enough: then the next call asks again
            Headroom.require();
            stackAskedBy = thread;
            callsWithoutAsking = MOST_WITHOUT_ASKING;
        }
    }

    private void refuseInCallback(String function) {
        if (gate.isNested()) {
            throw new IllegalStateException(
                    function + " is not possible from inside a callback of the multi or its handles; do it afterwards");
        }
    }

    private void exit() {
        gate.exit();
        Reference.reachabilityFence(this);
    }

    /** What a callback of the multi threw surfaces from the outermost call, not from one that the callback makes. */
    private void finish(String function, int code) throws CurlMultiException {
        Throwable thrown = gate.isNested() ? null : state.pending().take();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new CurlMultiException(function, code, thrown);
        }
        if (code != 0) {
            throw new CurlMultiException(function, code);
        }
    }
}
