package io.github.curlffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.internal.Gate;
import io.github.curlffm.internal.HandleState;
import io.github.curlffm.internal.Kept;
import io.github.curlffm.internal.Native;
import io.github.curlffm.internal.Registry;
import io.github.curlffm.internal.ffi.CURLMsg$1;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_waitfd;
import io.github.curlffm.option.MultiOption;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * <p>A multi and the handles in it are used by one thread at a time; only {@link #wakeup} is for any thread. From inside
 * callbacks of the multi or of its handles, libcurl allows {@code assign}, {@code messages}, {@code handles} and
 * {@code get}, and inside a {@code NOTIFYFUNCTION} also {@code add}, {@code remove} and {@code set}.
 *
 * <p>An exception in a callback of an easy handle ends only that transfer and comes with its {@link Message}; one in a
 * callback of the multi surfaces from the method that is running. Multi and handles may be closed in any order.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-multi.html">libcurl-multi</a>
 */
public final class Multi implements AutoCloseable {

    private static final int SOCKET_TIMEOUT = -1;
    private static final int MSG_DONE = 1;

    final Gate gate = new Gate();
    final HandleState state = new HandleState();
    private final MultiOptions options;
    private final MemorySegment self;
    private final Ownership ownership;
    private final Object wakeupLock = new Object();
    private final Map<Long, Easy> easies = new LinkedHashMap<>();
    private final Turns turns = new Turns();

    /**
     * Makes a multi with libcurl's defaults.
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public Multi() {
        Native.initialize();
        self = curl_ffm_h.curl_multi_init();
        if (self.address() == 0) {
            Registry.remove(state.id());
            throw new OutOfMemoryError("curl_multi_init returned NULL");
        }
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
     * Adds a handle, whose transfer begins with the next {@link #perform}.
     *
     * @param easy the handle; used together with the multi from now on
     * @return this multi
     * @throws CurlMultiException when libcurl refuses: the handle is in a multi already, or a callback is running
     * @see <a href="https://curl.se/libcurl/c/curl_multi_add_handle.html">curl_multi_add_handle</a>
     */
    public Multi add(Easy easy) throws CurlMultiException {
        enter();
        try {
            Gate own = easy.enter();
            try {
                refuseOwned(easy);
                easy.resources.clearErrorMessage();
                easy.options.beforeTransfer();
                int code = curl_ffm_h.curl_multi_add_handle(self, easy.self);
                if (code == 0) {
                    joined(easy);
                }
                finish("curl_multi_add_handle", code);
            } finally {
                own.exit();
            }
            return this;
        } finally {
            exit();
        }
    }

    private static void refuseOwned(Easy easy) throws CurlMultiException {
        if (easy.multi() != null) {
            throw new CurlMultiException("curl_multi_add_handle", CurlMultiCode.ADDED_ALREADY.number());
        }
    }

    /** Takes note that libcurl has a handle in this multi. */
    void joined(Easy easy) {
        easies.put(easy.self.address(), easy);
        easy.join(this);
        turns.add(easy.options.turns());
    }

    /**
     * Removes a handle, whatever its transfer is at; it can be used by itself again.
     *
     * @param easy a handle of this multi
     * @return this multi
     * @throws IllegalArgumentException when it is not in this multi
     * @throws CurlMultiException when libcurl refuses: a callback is running
     * @see <a href="https://curl.se/libcurl/c/curl_multi_remove_handle.html">curl_multi_remove_handle</a>
     */
    public Multi remove(Easy easy) throws CurlMultiException {
        enter();
        try {
            if (easy.multi() != this) {
                throw new IllegalArgumentException(easy + " is not in this multi");
            }
            int code = turns.take(() -> curl_ffm_h.curl_multi_remove_handle(self, easy.self));
            if (code == 0) {
                left(easy);
            }
            finish("curl_multi_remove_handle", code);
            return this;
        } finally {
            exit();
        }
    }

    private void left(Easy easy) {
        easies.remove(easy.self.address());
        easy.leave();
    }

    /**
     * Does what can be done now, without waiting.
     *
     * @return how many transfers are under way
     * @throws CurlMultiException when that fails, or a callback of the multi threw
     * @see <a href="https://curl.se/libcurl/c/curl_multi_perform.html">curl_multi_perform</a>
     */
    public int perform() throws CurlMultiException {
        return counted("curl_multi_perform", count -> curl_ffm_h.curl_multi_perform(self, count));
    }

    /**
     * Tells libcurl what happened to a socket that its {@code SOCKETFUNCTION} wanted watched.
     *
     * @param socket the descriptor
     * @param events {@link WaitFd#IN} and {@link WaitFd#OUT}, added up; 0 lets libcurl look for itself
     * @return how many transfers are under way
     * @throws CurlMultiException when that fails, or a callback of the multi threw
     * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">curl_multi_socket_action</a>
     */
    public int socketAction(long socket, int events) throws CurlMultiException {
        int selected = ((events & WaitFd.IN) != 0 ? curl_ffm_h.CURL_CSELECT_IN() : 0)
                | ((events & WaitFd.OUT) != 0 ? curl_ffm_h.CURL_CSELECT_OUT() : 0);
        return counted(
                "curl_multi_socket_action",
                count -> curl_ffm_h.curl_multi_socket_action(self, Math.toIntExact(socket), selected, count));
    }

    /**
     * Tells libcurl that the time has come that its {@code TIMERFUNCTION} asked for.
     *
     * @return how many transfers are under way
     * @throws CurlMultiException when that fails, or a callback of the multi threw
     * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">curl_multi_socket_action</a>
     */
    public int socketActionTimeout() throws CurlMultiException {
        return socketAction(SOCKET_TIMEOUT, 0);
    }

    /**
     * Waits until one of libcurl's sockets is ready, {@link #wakeup} is called, or the time is over. Since libcurl
     * 7.66.0.
     *
     * @param timeout how long to wait at the most
     * @return how many sockets are ready
     * @throws CurlMultiException when that fails
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_poll.html">curl_multi_poll</a>
     */
    public int poll(Duration timeout) throws CurlMultiException {
        return poll(timeout, new ArrayList<>(0));
    }

    /**
     * Waits as {@link #poll(Duration)} does, and for other descriptors too. Since libcurl 7.66.0.
     *
     * @param timeout how long to wait at the most
     * @param extra other descriptors; replaced by the same with what happened to them
     * @return how many sockets and descriptors are ready
     * @throws CurlMultiException when that fails
     * @throws UnsupportedOperationException when the loaded libcurl is older
     */
    public int poll(Duration timeout, List<WaitFd> extra) throws CurlMultiException {
        Native.require("curl_multi_poll", "7.66.0");
        int ms = milliseconds(timeout);
        return waiting(
                "curl_multi_poll",
                extra,
                (fds, count) -> curl_ffm_h.curl_multi_poll(self, fds, extra.size(), ms, count));
    }

    /**
     * Waits as {@link #poll} does, but returns at once when libcurl has no sockets, and cannot be woken up: for a
     * libcurl that has no {@code poll}.
     *
     * @param timeout how long to wait at the most
     * @param extra other descriptors; replaced by the same with what happened to them
     * @return how many sockets and descriptors are ready
     * @throws CurlMultiException when that fails
     * @see <a href="https://curl.se/libcurl/c/curl_multi_wait.html">curl_multi_wait</a>
     */
    public int waitFor(Duration timeout, List<WaitFd> extra) throws CurlMultiException {
        int ms = milliseconds(timeout);
        return waiting(
                "curl_multi_wait",
                extra,
                (fds, count) -> curl_ffm_h.curl_multi_wait(self, fds, extra.size(), ms, count));
    }

    private static int milliseconds(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the time to wait is " + timeout + "; it is zero or more");
        }
        return (int) Math.min(Integer.MAX_VALUE, timeout.plusNanos(999_999).toMillis());
    }

    @FunctionalInterface
    private interface Waiting {
        int call(MemorySegment fds, MemorySegment count);
    }

    private int waiting(String function, List<WaitFd> extra, Waiting call) throws CurlMultiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fds = extra.isEmpty() ? MemorySegment.NULL : structs(extra, arena);
            int ready = counted(function, count -> call.call(fds, count));
            for (int i = 0; i < extra.size(); i++) {
                MemorySegment fd = curl_waitfd.asSlice(fds, i);
                extra.set(i, new WaitFd(curl_waitfd.fd(fd), curl_waitfd.events(fd), curl_waitfd.revents(fd)));
            }
            return ready;
        }
    }

    private static MemorySegment structs(List<WaitFd> extra, Arena arena) {
        MemorySegment fds = curl_waitfd.allocateArray(extra.size(), arena);
        for (int i = 0; i < extra.size(); i++) {
            MemorySegment fd = curl_waitfd.asSlice(fds, i);
            curl_waitfd.fd(fd, Math.toIntExact(extra.get(i).fd()));
            curl_waitfd.events(fd, (short) extra.get(i).events());
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
            finish(function, turns.take(() -> call.call(count)));
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
        Native.require("curl_multi_wakeup", "7.68.0");
        synchronized (wakeupLock) { // not while close() takes the multi away
            int code = curl_ffm_h.curl_multi_wakeup(ownership.segment());
            if (code != 0) {
                throw new CurlMultiException("curl_multi_wakeup", code);
            }
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
            long number = Native.number(ms);
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
                MemorySegment struct = Native.struct(next, CURLMsg$1.layout());
                Easy easy = easy(CURLMsg$1.easy_handle(struct));
                if (CURLMsg$1.msg(struct) == MSG_DONE && easy != null) {
                    messages.add(new Message(easy, easy.failure(CURLMsg$1.data.result(CURLMsg$1.data(struct)))));
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
    Easy easy(MemorySegment handle) {
        return easies.get(handle.address());
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
        Native.require("curl_multi_get_offt", "8.16.0");
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
     * @see <a href="https://curl.se/libcurl/c/curl_multi_assign.html">curl_multi_assign</a>
     */
    public Multi assign(long socket, Object attachment) throws CurlMultiException {
        enter();
        try {
            int code = curl_ffm_h.curl_multi_assign(self, Math.toIntExact(socket), MemorySegment.NULL);
            if (code == 0) {
                options.assign(socket, attachment);
            }
            finish("curl_multi_assign", code);
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
        Native.require("curl_multi_waitfds", "8.8.0");
        enterOutsideCallbacks("curl_multi_waitfds");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            finish("curl_multi_waitfds", curl_ffm_h.curl_multi_waitfds(self, MemorySegment.NULL, 0, count));
            int size = count.get(JAVA_INT, 0);
            MemorySegment fds = curl_waitfd.allocateArray(Math.max(1, size), arena);
            finish("curl_multi_waitfds", curl_ffm_h.curl_multi_waitfds(self, fds, size, count));
            List<WaitFd> list = new ArrayList<>();
            for (int i = 0; i < Math.min(size, count.get(JAVA_INT, 0)); i++) {
                MemorySegment fd = curl_waitfd.asSlice(fds, i);
                list.add(new WaitFd(curl_waitfd.fd(fd), curl_waitfd.events(fd)));
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
        Native.require("curl_multi_notify_enable", "8.17.0");
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
        Native.require("curl_multi_notify_disable", "8.17.0");
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
     * @throws IllegalStateException from inside a callback, or while another thread uses it
     * @throws UncheckedIOException holding a {@link CurlMultiException}, when a callback that runs now threw
     * @see <a href="https://curl.se/libcurl/c/curl_multi_cleanup.html">curl_multi_cleanup</a>
     */
    @Override
    public void close() {
        gate.enter("Multi");
        try {
            refuseInCallback("close()");
            if (ownership.isClosed()) {
                return;
            }
            try {
                removeAll(List.copyOf(easies.values()));
                synchronized (wakeupLock) {
                    turns.take(() -> {
                        ownership.close();
                        return 0;
                    });
                }
                finish("curl_multi_cleanup", 0);
            } catch (CurlMultiException e) {
                throw new UncheckedIOException(e);
            }
        } finally {
            exit();
        }
    }

    private void removeAll(Collection<Easy> handles) {
        for (Easy easy : handles) {
            turns.take(() -> curl_ffm_h.curl_multi_remove_handle(self, easy.self));
            left(easy);
        }
    }

    @Override
    public String toString() {
        return ownership.describe();
    }

    private void enter() {
        gate.enter("Multi");
        try {
            ownership.segment();
        } catch (IllegalStateException e) {
            gate.exit();
            throw e;
        }
    }

    private void enterOutsideCallbacks(String function) {
        enter();
        try {
            refuseInCallback(function);
        } catch (IllegalStateException e) {
            exit();
            throw e;
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
        Throwable thrown = gate.isNested() ? null : state.takePending();
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
