package io.github.curlffm;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.UnlockCallback;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Kept;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.internal.upcall.ShareState;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Kind;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
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
 * <p>Easy handles in several threads may use a share at once: it brings its own locks. For some data libcurl's use of
 * locks does not suffice, <em>connections</em> above all: with these only one of the transfers that share them runs at a
 * time, and the others wait for their turn. {@link LockData} says which.
 *
 * <p>Handles and share may be closed in any order. A handle stays with its share through {@code reset}, but a
 * {@code duplicate} of it has none.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-share.html">libcurl-share</a>
 */
public final class Share extends Attachment implements AutoCloseable {

    private static final String SHARES_AGAIN = "8.10.0";

    private final ShareState state;
    private final Kept kept;
    private final Ownership ownership;
    private final Set<LockData> shared = EnumSet.noneOf(LockData.class);
    private final Lock turns = new ReentrantLock();

    /** Whether this no longer shares connections, and still has those that it shared. */
    private final AtomicBoolean connectionsLeft = new AtomicBoolean();

    /**
     * Makes a share.
     *
     * @param data what it shares; more can be added until an easy handle uses it
     * @throws CurlOptionException when the loaded libcurl cannot share one of them
     */
    public Share(LockData... data) {
        Library.initialize();
        MemorySegment self = curl_ffm_h.curl_share_init();
        if (self.address() == 0) {
            throw new OutOfMemoryError("curl_share_init returned NULL");
        }
        state = new ShareState();
        kept = new Kept(self, new Cleanup(state.id(), connectionsLeft));
        ownership = new Ownership(this, kept);
        try {
            setLocks(self);
            for (LockData one : data) {
                set(ShareOption.SHARE, one);
            }
        } catch (RuntimeException e) {
            ownership.close();
            throw e;
        }
    }

    /** Must not know the {@link Share}: it runs when nobody refers to that any more. */
    private record Cleanup(long id, AtomicBoolean connectionsLeft) implements Consumer<MemorySegment> {
        @Override
        public void accept(MemorySegment self) {
            int code = connectionsLeft.get() && Library.isAtLeast(SHARES_AGAIN) ? shareAgain(self) : 0;
            int end = curl_ffm_h.curl_share_cleanup(self);
            Registry.remove(id);
            if (code != 0 || end != 0) {
                throw new IllegalStateException("curl_share_cleanup: " + strerror(code != 0 ? code : end));
            }
        }

        /** libcurl would not close the connections of a share that does not share them. */
        private static int shareAgain(MemorySegment self) {
            return Setopt.shareInt(self, ShareOption.SHARE.id(), (int) LockData.CONNECT.value());
        }
    }

    private void setLocks(MemorySegment self) {
        check(
                ShareOption.LOCKFUNC,
                "a callback",
                Setopt.sharePointer(self, ShareOption.LOCKFUNC.id(), Stubs.of(CallbackKind.SHARE_LOCK)));
        check(
                ShareOption.UNLOCKFUNC,
                "a callback",
                Setopt.sharePointer(self, ShareOption.UNLOCKFUNC.id(), Stubs.of(CallbackKind.SHARE_UNLOCK)));
        int code = Setopt.sharePointer(self, curl_ffm_h.CURLSHOPT_USERDATA(), MemorySegment.ofAddress(state.id()));
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
     * @throws CurlOptionException when libcurl refuses; other options than callbacks while an easy handle uses the share
     * @throws IllegalStateException when the share is closed
     * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt</a>
     */
    public <T> Share set(ShareOption<T> option, T value) {
        Objects.requireNonNull(value, option::toString);
        if (option.kind() == Kind.FUNCTION) {
            setFunction(option, value);
        } else {
            setNumber(option, value, value instanceof Constant constant ? constant.value() : (Long) value);
        }
        return this;
    }

    /** Refuses what libcurl would refuse, but without a gap in which another thread could begin to use the share. */
    private synchronized void setNumber(ShareOption<?> option, Object value, long number) {
        MemorySegment self = ownership.segment();
        if (kept.isShared()) {
            check(option, value, CurlShareCode.IN_USE.number());
        }
        if (number == LockData.CONNECT.value() && keepsConnections(option, value)) {
            return;
        }
        check(option, value, setInt(self, option, number));
        for (LockData data : LockData.values()) {
            if (data.value() == number && option.id() == ShareOption.SHARE.id()) {
                shared.add(data);
            } else if (data.value() == number && option.id() == ShareOption.UNSHARE.id()) {
                shared.remove(data);
            }
        }
    }

    private static int setInt(MemorySegment self, ShareOption<?> option, long number) {
        return number == (int) number
                ? Setopt.shareInt(self, option.id(), (int) number)
                : CurlShareCode.BAD_OPTION.number();
    }

    /** {@return whether libcurl need not be told}: before 8.10.0 it would begin anew, and lose the connections. */
    private boolean keepsConnections(ShareOption<?> option, Object value) {
        boolean share = option.id() == ShareOption.SHARE.id();
        if (share && connectionsLeft.get() && !Library.isAtLeast(SHARES_AGAIN)) {
            throw CurlOptionException.bad(
                    option, value, "libcurl before " + SHARES_AGAIN + " would lose the connections that were shared");
        }
        if (share) {
            connectionsLeft.set(false);
        } else if (option.id() == ShareOption.UNSHARE.id() && shares(LockData.CONNECT)) {
            connectionsLeft.set(true);
        }
        return share && shares(LockData.CONNECT);
    }

    /**
     * Takes a callback away.
     *
     * @param option {@link ShareOption#LOCKFUNC} or {@link ShareOption#UNLOCKFUNC}
     * @return this share
     * @throws IllegalStateException when the share is closed
     */
    public Share unset(ShareOption<?> option) {
        if (option.kind() != Kind.FUNCTION) {
            throw new IllegalArgumentException(option + " cannot be unset; UNSHARE takes a kind of data away");
        }
        setFunction(option, null);
        return this;
    }

    private void setFunction(ShareOption<?> option, Object callback) {
        ownership.segment();
        if (option.id() == ShareOption.LOCKFUNC.id()) {
            state.lockCallback((LockCallback) callback);
        } else {
            state.unlockCallback((UnlockCallback) callback);
        }
    }

    private static void check(ShareOption<?> option, Object value, int code) {
        if (code != 0) {
            throw CurlOptionException.refusedByShare(option, value, code);
        }
    }

    private static String strerror(int code) {
        return "[" + code + "] " + C.string(curl_ffm_h.curl_share_strerror(code));
    }

    boolean shares(LockData data) {
        return shared.contains(data);
    }

    /** {@return the lock that transfers take turns by, or null when they need not} */
    Lock turns() {
        return shared.stream().anyMatch(Share::needsTurns) ? turns : null;
    }

    private static boolean needsTurns(LockData data) {
        VersionInfo libcurl = VersionInfo.current();
        return switch (data) {
            case CONNECT, HSTS -> true;
            case COOKIE -> libcurl.isAtLeast("8.11.0") && !libcurl.isAtLeast("8.16.0"); // reads them after unlocking
            case SSL_SESSION -> !libcurl.isAtLeast("8.10.0"); // OpenSSL changes what connections share
            case NONE, SHARE, DNS, PSL -> false;
        };
    }

    @Override
    synchronized Kept keptFor(Option<?> option, Easy easy) {
        ownership.segment();
        return keptFor(easy);
    }

    /** As long as another handle uses this, it may be closed already. */
    synchronized Kept keptFor(Easy easy) {
        Kept owner = kept.share();
        return new Kept(kept.segment(), forEasy(owner, state.addUser(easy.self.address(), easy.state)));
    }

    /** Knows neither the {@link Share} nor the {@link Easy}, since the latter's cleaner holds it. */
    private static Consumer<MemorySegment> forEasy(Kept owner, Runnable removeUser) {
        return self -> {
            removeUser.run();
            owner.release();
        };
    }

    /** {@return null: libcurl's duplicates have no share} */
    @Override
    Attachment duplicated() {
        return null;
    }

    @Override
    Throwable takeFailure() {
        return state.pending().take();
    }

    /**
     * Lets go of the share; it ends when the last easy handle that uses it is closed, too. A second time does nothing.
     *
     * @throws UncheckedIOException holding a {@link CallbackException}, when a lock callback threw while libcurl worked
     *     for no easy handle
     */
    @Override
    public void close() {
        synchronized (this) {
            ownership.close();
        }
        Easy.throwUnchecked(state.pending().take());
    }

    @Override
    public String toString() {
        return ownership.describe();
    }
}
