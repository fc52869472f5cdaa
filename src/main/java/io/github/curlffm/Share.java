package io.github.curlffm;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.UnlockCallback;
import io.github.curlffm.internal.Kept;
import io.github.curlffm.internal.Native;
import io.github.curlffm.internal.Registry;
import io.github.curlffm.internal.ShareState;
import io.github.curlffm.internal.Upcalls;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Kind;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Cookies, addresses, TLS sessions, connections and more, shared by several easy handles.
 *
 * <pre>{@code
 * try (var share = new Share(LockData.COOKIE, LockData.DNS)) {
 *     curl.set(SHARE, share);
 * }
 * }</pre>
 *
 * <p>Easy handles in several threads may use a share at once: it brings its own locks. libcurl cannot share
 * <em>connections</em> between transfers that run at the same time in several threads, so with
 * {@link LockData#CONNECT} those transfers take turns.
 *
 * <p>Handles and share may be closed in any order.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-share.html">libcurl-share</a>
 */
public final class Share extends Attachment implements AutoCloseable {

    private final ShareState state = new ShareState();
    private final Kept kept;
    private final Ownership ownership;
    private volatile ReentrantLock turns;

    /**
     * Makes a share.
     *
     * @param data what it shares; more can be added until an easy handle uses it
     * @throws CurlOptionException when the loaded libcurl cannot share one of them
     */
    public Share(LockData... data) {
        Native.initialize();
        MemorySegment self = curl_ffm_h.curl_share_init();
        if (self.address() == 0) {
            Registry.remove(state.id());
            throw new OutOfMemoryError("curl_share_init returned NULL");
        }
        kept = new Kept(self, new Cleanup(state.id()));
        ownership = new Ownership(this, kept);
        setLocks(self);
        for (LockData one : data) {
            set(ShareOption.SHARE, one);
        }
    }

    /** Must not know the {@link Share}: it runs when nobody refers to that any more. */
    private record Cleanup(long id) implements Consumer<MemorySegment> {
        @Override
        public void accept(MemorySegment self) {
            int code = curl_ffm_h.curl_share_cleanup(self);
            Registry.remove(id);
            if (code != 0) {
                throw new IllegalStateException("curl_share_cleanup: " + strerror(code));
            }
        }
    }

    private void setLocks(MemorySegment self) {
        check(ShareOption.LOCKFUNC, "a callback", Native.sharePointer(self, ShareOption.LOCKFUNC.id(), Upcalls.lock()));
        check(
                ShareOption.UNLOCKFUNC,
                "a callback",
                Native.sharePointer(self, ShareOption.UNLOCKFUNC.id(), Upcalls.unlock()));
        int code = Native.sharePointer(self, curl_ffm_h.CURLSHOPT_USERDATA(), MemorySegment.ofAddress(state.id()));
        if (code != 0) {
            throw new IllegalStateException("CURLSHOPT_USERDATA: " + strerror(code));
        }
    }

    /**
     * Sets an option.
     *
     * @param <T> the Java type of the option's value
     * @param option which one
     * @param value its value, never null
     * @return this share
     * @throws CurlOptionException when libcurl refuses, for one because an easy handle uses the share
     * @throws IllegalStateException when the share is closed
     * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt</a>
     */
    public synchronized <T> Share set(ShareOption<T> option, T value) {
        Objects.requireNonNull(value, option::toString);
        MemorySegment self = ownership.segment();
        if (option.kind() == Kind.FUNCTION) {
            setFunction(option, value);
            return this;
        }
        long number = value instanceof Constant constant ? constant.value() : (Long) value;
        check(option, value, Native.shareInt(self, option.id(), Math.toIntExact(number)));
        if (option.id() == ShareOption.SHARE.id() && number == LockData.CONNECT.value()) {
            turns = new ReentrantLock();
        }
        return this;
    }

    /**
     * Takes a callback away.
     *
     * @param option {@link ShareOption#LOCKFUNC} or {@link ShareOption#UNLOCKFUNC}
     * @return this share
     */
    public synchronized Share unset(ShareOption<?> option) {
        if (option.kind() != Kind.FUNCTION) {
            throw new IllegalArgumentException(option + " cannot be unset; UNSHARE takes a kind of data away");
        }
        setFunction(option, null);
        return this;
    }

    private void setFunction(ShareOption<?> option, Object callback) {
        if (option.id() == ShareOption.LOCKFUNC.id()) {
            state.lockCallback((LockCallback) callback);
        } else {
            state.unlockCallback((UnlockCallback) callback);
        }
    }

    private static void check(ShareOption<?> option, Object value, int code) {
        if (code != 0) {
            throw new CurlOptionException(option, code, "refused the value \"" + value + "\": " + strerror(code));
        }
    }

    private static String strerror(int code) {
        return "[" + code + "] " + Native.string(curl_ffm_h.curl_share_strerror(code));
    }

    /** The lock that transfers take turns by, or null when they need not. */
    ReentrantLock turns() {
        return turns;
    }

    @Override
    Kept keptFor(Option<?> option, Easy easy) {
        ownership.segment();
        return kept.share();
    }

    @Override
    Throwable takeFailure(Easy easy) {
        return state.takeFailure(easy.self.address());
    }

    /**
     * Lets go of the share; it ends when the last easy handle that uses it is closed, too. A second time does nothing.
     *
     * @throws UncheckedIOException holding a {@link CallbackException}, when a lock callback threw that no easy handle
     *     has reported
     */
    @Override
    public synchronized void close() {
        if (ownership.close()) {
            Easy.throwUnchecked(state.takeAnyFailure());
        }
    }

    @Override
    public String toString() {
        return ownership.describe();
    }
}
