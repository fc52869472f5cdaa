package io.github.curlffm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.MultiOption;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
public final class Multi extends MultiHandle {

    /** What happened to a socket, for {@link #socketAction}: libcurl's {@code CURL_CSELECT_*}. */
    public enum SocketEvent implements Constant {
        /** It can be read. */
        IN(1),
        /** It can be written. */
        OUT(2),
        /** It has an error. */
        ERR(4);

        private final long number;

        SocketEvent(long number) {
            this.number = number;
        }

        @Override
        public long number() {
            return number;
        }
    }

    private static final int SOCKET_TIMEOUT = -1;
    /**
     * Makes a multi with libcurl's defaults.
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public Multi() {
        super(newCore());
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
        whileOpen(() -> options.set(option, value));
        return this;
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
        whileOpen(() -> options.unset(option));
        return this;
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
        addHandle(easy);
        return this;
    }

    /**
     * Removes a handle, whatever its transfer is at; it can be used by itself again. A message that has not been read
     * is gone.
     *
     * @param easy a handle of this multi; nothing is done for one that is closed, which has removed it
     * @return this multi
     * @throws IllegalArgumentException when it is not in this multi
     * @throws CurlMultiException when a callback is running, other than a {@code NOTIFYFUNCTION}; when a callback of
     *     the handle threw and no message has told of it, or a callback throws now: then it is removed all the same
     * @see <a href="https://curl.se/libcurl/c/curl_multi_remove_handle.html">curl_multi_remove_handle</a>
     */
    public Multi remove(Easy easy) throws CurlMultiException {
        try (Use _ = enterDeep()) {
            if (easy.isClosed()) { // which has removed it
                return this;
            }
            if (!core.contains(easy.state)) {
                throw new IllegalArgumentException(easy + " is not in this multi");
            }
            refuseRecursion("curl_multi_remove_handle");
            finish("curl_multi_remove_handle", easy.leave());
            return this;
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
        return counted("curl_multi_perform", core::perform);
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
    public int socketAction(long socket, Set<SocketEvent> events) throws CurlMultiException {
        int fd = Sockets.descriptor(socket);
        int bits = (int) Constant.bits(events);
        return counted("curl_multi_socket_action", () -> core.socketAction(fd, bits));
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
        return waiting("curl_multi_poll", others, fds -> core.poll(fds, others.length, ms));
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
        return waiting("curl_multi_wait", others, fds -> core.waitFor(fds, others.length, ms));
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
                refuseClosed();
                int code = curl_ffm_h.curl_multi_wakeup(pointer());
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
        try (Use _ = enter()) {
            finish("curl_multi_timeout", core.timeout());
            long ms = core.milliseconds();
            return ms < 0 ? null : Duration.ofMillis(ms);
        }
    }

    /**
     * {@return the transfers that are done and have not been told of yet}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_multi_info_read.html">curl_multi_info_read</a>
     */
    public List<Message> messages() {
        return readMessages();
    }

    /** {@return the handles in this multi, in the order in which they came} */
    public List<Easy> handles() {
        try (Use _ = enter()) {
            return core.members().stream().map(MultiHandle::easy).toList();
        }
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
        try (Use _ = enter();
                Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_LONG);
            finish("curl_multi_get_offt", curl_ffm_h.curl_multi_get_offt(pointer(), (int) info.number(), value));
            return value.get(JAVA_LONG, 0);
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
        try (Use _ = enter()) {
            finish("curl_multi_assign", options.assign(socket, attachment));
            return this;
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
        return readWaitfds();
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
        switched("curl_multi_notify_enable", curl_ffm_h::curl_multi_notify_enable, notification);
        return this;
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
        switched("curl_multi_notify_disable", curl_ffm_h::curl_multi_notify_disable, notification);
        return this;
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
        try (Use _ = enterToClose()) {
            if (!isClosed()) {
                endAll();
            }
        } catch (CurlMultiException e) {
            throw new UncheckedIOException(e);
        }
    }
}
