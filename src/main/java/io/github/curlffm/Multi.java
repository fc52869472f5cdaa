package io.github.curlffm;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.CMulti;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.poll.PlatformThreads;
import io.github.curlffm.option.Constant;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A multi handle: does many transfers at once in one thread.
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
 * <p>A multi and the handles in it are used by one thread at a time: a second thread gets
 * {@link IllegalStateException}. Only {@link #wakeup} may be called by any thread.
 *
 * <p>From inside callbacks of the multi or of its handles:
 *
 * <ul>
 *   <li>Always allowed: {@code assign}, {@code get}, {@code handles}, {@code notifyEnable}, {@code notifyDisable} and
 *       {@code wakeup}. {@code messages} is allowed, too, but before libcurl 8.22.0 it returns none there. A callback
 *       of the multi that is set may be replaced or unset.
 *   <li>Only inside a {@code NOTIFYFUNCTION}: {@code add}, {@code remove} and {@code timeout}, which elsewhere throw
 *       {@link CurlMultiException}, and all other changes of options, which elsewhere throw
 *       {@link CurlOptionException}.
 *   <li>Never: {@code perform}, {@code socketAction}, {@code socketActionTimeout}, {@code poll}, {@code waitFor},
 *       {@code waitfds} and {@code close}. They throw {@link IllegalStateException}.
 * </ul>
 *
 * <p>An exception in a callback of an easy handle ends only that transfer, and is in its {@link Message}. An exception
 * in a callback of the multi is thrown by the call on the multi that is running; the transfers go on. The multi and its
 * handles may be closed in any order.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-multi.html">libcurl-multi</a>
 */
public final class Multi extends SettableMulti {

    /** An event on a socket, for {@link #socketAction}: libcurl's {@code CURL_CSELECT_*}. */
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

    /**
     * Makes a multi with the default options.
     *
     * @throws UnsatisfiedLinkError if libcurl cannot be found; the message lists all names that were tried, and how to
     *     install libcurl
     */
    public Multi() {
        super(newCore());
    }

    /**
     * Adds a handle. Its transfer begins with the next {@link #perform}. From now on the handle and the multi are used
     * by one thread at a time.
     *
     * @param easy the handle
     * @return this multi
     * @throws CurlMultiException if the handle is already in a multi; if called from a callback of the handle or the
     *     multi, except a {@code NOTIFYFUNCTION}; if the {@code TIMERFUNCTION} throws: then the handle is not added
     * @throws IllegalStateException if the handle is closed, in use by another thread, or has an open stream
     * @see <a href="https://curl.se/libcurl/c/curl_multi_add_handle.html">curl_multi_add_handle</a>
     */
    public Multi add(Easy easy) throws CurlMultiException {
        addHandle(easy);
        return this;
    }

    /**
     * Removes a handle, even if its transfer is running. After that it can be used alone again. A message that has not
     * been read is lost.
     *
     * @param easy a handle of this multi; a closed handle has no effect, since closing has removed it
     * @return this multi
     * @throws IllegalArgumentException if the handle is not in this multi
     * @throws CurlMultiException if called from a callback, except a {@code NOTIFYFUNCTION}; if a callback of the
     *     handle threw and no message has reported it, or a callback throws now: then the handle is removed
     *     nevertheless
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
     * @return the number of running transfers
     * @throws CurlMultiException if this fails, or a callback of the multi threw
     * @throws IllegalStateException if called from inside a callback of the multi or its handles
     * @see <a href="https://curl.se/libcurl/c/curl_multi_perform.html">curl_multi_perform</a>
     */
    public int perform() throws CurlMultiException {
        return counted("curl_multi_perform", () -> core.call(core.multi()::perform));
    }

    /**
     * Reports to libcurl the events on a socket that the {@code SOCKETFUNCTION} asked to watch.
     *
     * @param socket the descriptor
     * @param events the events; with the empty set libcurl checks the socket itself
     * @return the number of running transfers
     * @throws CurlMultiException if this fails, or a callback of the multi threw
     * @throws IllegalArgumentException if the number is too large for a descriptor
     * @throws IllegalStateException if called from inside a callback of the multi or its handles
     * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">curl_multi_socket_action</a>
     */
    public int socketAction(long socket, Set<SocketEvent> events) throws CurlMultiException {
        int fd = Sockets.descriptor(socket);
        int bits = (int) Constant.bits(events);
        return counted(
                "curl_multi_socket_action", () -> core.call(() -> core.multi().socketAction(fd, bits)));
    }

    /**
     * Reports to libcurl that the timeout of its {@code TIMERFUNCTION} has expired.
     *
     * @return the number of running transfers
     * @throws CurlMultiException if this fails, or a callback of the multi threw
     * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">curl_multi_socket_action</a>
     */
    public int socketActionTimeout() throws CurlMultiException {
        return socketAction(CMulti.SOCKET_TIMEOUT, Set.of());
    }

    /**
     * Waits until one of libcurl's sockets or another descriptor is ready, {@link #wakeup} is called, or the timeout
     * expires. Since libcurl 7.66.0.
     *
     * @param timeout the longest time to wait
     * @param others other descriptors to wait for; {@link WaitFd#happened} then returns their events
     * @return the number of sockets and descriptors that are ready
     * @throws CurlMultiException if this fails
     * @throws IllegalStateException if called from inside a callback of the multi or its handles
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_poll.html">curl_multi_poll</a>
     */
    public int poll(Duration timeout, WaitFd... others) throws CurlMultiException {
        Library.require("curl_multi_poll", "7.66.0");
        int ms = milliseconds(timeout);
        return waiting(
                "curl_multi_poll",
                others,
                fds -> PlatformThreads.call(() -> core.multi().poll(fds, others.length, ms)));
    }

    /**
     * Waits like {@link #poll}, but returns at once if there is nothing to wait for, and {@link #wakeup} does not end
     * it. For a libcurl that has no {@code poll}. It is {@code curl_multi_wait}; Java's own {@code wait} has taken that
     * name.
     *
     * @param timeout the longest time to wait
     * @param others other descriptors to wait for; {@link WaitFd#happened} then returns their events
     * @return the number of sockets and descriptors that are ready
     * @throws CurlMultiException if this fails
     * @throws IllegalStateException if called from inside a callback of the multi or its handles
     * @see <a href="https://curl.se/libcurl/c/curl_multi_wait.html">curl_multi_wait</a>
     */
    public int waitFor(Duration timeout, WaitFd... others) throws CurlMultiException {
        int ms = milliseconds(timeout);
        return waiting(
                "curl_multi_wait",
                others,
                fds -> PlatformThreads.call(() -> core.multi().waitFor(fds, others.length, ms)));
    }

    /**
     * Ends the {@link #poll} that is running in another thread, or the next one. Any thread may call it. Since libcurl
     * 7.68.0.
     *
     * @throws CurlMultiException if this fails
     * @throws IllegalStateException if the multi is closed
     * @throws UnsupportedOperationException if the loaded libcurl is older
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
     * {@return the longest time to wait before the next {@link #perform}, or null if there is no limit}
     *
     * @throws CurlMultiException if this fails
     * @see <a href="https://curl.se/libcurl/c/curl_multi_timeout.html">curl_multi_timeout</a>
     */
    public Duration timeout() throws CurlMultiException {
        try (Use _ = enter()) {
            finish("curl_multi_timeout", core.multi().timeout());
            long ms = core.multi().milliseconds();
            return ms < 0 ? null : Duration.ofMillis(ms);
        }
    }

    /**
     * {@return the finished transfers that have not been returned yet}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_multi_info_read.html">curl_multi_info_read</a>
     */
    public List<Message> messages() {
        return readMessages();
    }

    /** {@return the handles in this multi, in the order in which they were added} */
    public List<Easy> handles() {
        try (Use _ = enter()) {
            return core.members().stream().map(MultiHandle::easy).toList();
        }
    }

    /**
     * Attaches an object to a socket of libcurl. The {@code SOCKETFUNCTION} gets it.
     *
     * @param socket a descriptor that libcurl asked to watch
     * @param attachment any object, or null for none
     * @return this multi
     * @throws CurlMultiException if it is not such a descriptor
     * @throws IllegalArgumentException if the number is too large for a descriptor
     * @see <a href="https://curl.se/libcurl/c/curl_multi_assign.html">curl_multi_assign</a>
     */
    public Multi assign(long socket, Object attachment) throws CurlMultiException {
        try (Use _ = enter()) {
            finish("curl_multi_assign", options.assign(socket, attachment));
            return this;
        }
    }

    /**
     * {@return the descriptors that libcurl waits for now} Since libcurl 8.8.0.
     *
     * @throws CurlMultiException if this fails
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_multi_waitfds.html">curl_multi_waitfds</a>
     */
    public List<WaitFd> waitfds() throws CurlMultiException {
        Library.require("curl_multi_waitfds", "8.8.0");
        return readWaitfds();
    }

    /**
     * Closes all handles that are in this multi, and then the multi. Each is closed even if the one before throws.
     *
     * @throws IllegalStateException if called from inside a callback of the multi or its handles, or while another
     *     thread uses it
     * @throws UncheckedIOException with what a callback throws now, or threw before and no message has reported: a
     *     {@link CallbackException} or {@link CurlMultiException} as cause; what the others throw is suppressed in it
     */
    public void closeAll() {
        List<AutoCloseable> all = new ArrayList<>();
        try (Use _ = enterToClose()) {
            if (isClosed()) {
                return;
            }
            all.addAll(handles());
        }
        all.add(this);
        Throwable thrown = null;
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Throwable t) {
                if (thrown != null && thrown != t) {
                    thrown.addSuppressed(t);
                }
                thrown = thrown == null ? t : thrown;
            }
        }
        switch (thrown) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException e -> throw e;
            default -> throw new AssertionError(thrown); // close of a handle declares none
        }
    }

    /**
     * Removes all handles, which stay open, closes the connections and releases the multi. Closing a closed multi has
     * no effect.
     *
     * @throws IllegalStateException if called from inside a callback of the multi or its handles, or while another
     *     thread uses it
     * @throws UncheckedIOException with a {@link CurlMultiException} as cause, if a callback throws now, or a callback
     *     of a handle threw and no message has reported it
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
