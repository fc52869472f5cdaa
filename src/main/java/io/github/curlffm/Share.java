package io.github.curlffm;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.UnlockCallback;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.ShareState;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.internal.upcall.Turns.Turn;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Data that several easy handles share: cookies, DNS entries, TLS sessions, connections and more.
 *
 * <pre>{@code
 * try (var share = new Share(LockData.COOKIE, LockData.DNS)) {
 *     curl.set(SHARE, share);
 * }
 * }</pre>
 *
 * <p>Easy handles in several threads may use a share at once: it has its own locks. For some data, above all
 * <em>connections</em>, libcurl does not lock enough. Then the transfers that share the data take turns: only one of
 * them is inside libcurl at a time. While it waits for the network, and in the callbacks that take data, give data or
 * show progress, the others have their turn. Any other callback must not wait for a transfer of the same share. If such
 * a callback would have to wait for the turn of another share, it gets {@link IllegalStateException}. {@link LockData}
 * says for which data this is so.
 *
 * <p>The handles and the share may be closed in any order. {@code reset} keeps the share of a handle; {@code duplicate}
 * does not copy it.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-share.html">libcurl-share</a>
 */
public final class Share extends Handle {

    private static final String SHARES_AGAIN = "8.10.0";

    private static final OptionRow SHARE = Rows.of((ShareOption<?>) ShareOption.SHARE);
    private static final OptionRow UNSHARE = Rows.of(ShareOption.UNSHARE);
    private static final OptionRow LOCKFUNC = Rows.of(ShareOption.LOCKFUNC);
    private static final OptionRow UNLOCKFUNC = Rows.of(ShareOption.UNLOCKFUNC);

    private final Gate gate = Gate.withQueue();
    private final ShareState state;
    private final Set<LockData> shared = EnumSet.noneOf(LockData.class);
    private final Turn turns = new Turn();

    /** Whether this no longer shares connections, but still has those that it shared. */
    private final AtomicBoolean connectionsLeft;

    /**
     * Makes a share.
     *
     * @param data the kinds of data to share; more can be added until an easy handle uses the share
     * @throws CurlOptionException if the loaded libcurl cannot share one of them
     */
    public Share(LockData... data) {
        this(newHandle(), new ShareState(), new AtomicBoolean());
        try {
            setLocks();
            for (LockData one : data) {
                set(ShareOption.SHARE, one);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private Share(MemorySegment self, ShareState state, AtomicBoolean connectionsLeft) {
        super(Owned.of(self, state, new Cleanup(connectionsLeft)));
        this.state = state;
        this.connectionsLeft = connectionsLeft;
    }

    @Override
    Gate gate() {
        return gate;
    }

    private static MemorySegment newHandle() {
        Library.initialize();
        return made(curl_ffm_h.curl_share_init(), "curl_share_init");
    }

    /** It must not refer to the {@link Share}: it runs after that has become unreachable. */
    private record Cleanup(AtomicBoolean connectionsLeft) implements Owned.End {
        @Override
        public void end(MemorySegment self) {
            int code = connectionsLeft.get() && Library.isAtLeast(SHARES_AGAIN) ? shareAgain(self) : 0;
            int end = curl_ffm_h.curl_share_cleanup(self);
            if (code != 0 || end != 0) {
                throw new IllegalStateException("curl_share_cleanup: " + strerror(code != 0 ? code : end));
            }
        }

        /** libcurl would not close the connections of a share that does not share connections. */
        private static int shareAgain(MemorySegment self) {
            return Setopt.shareInt(self, SHARE.number(), (int) LockData.CONNECT.number());
        }
    }

    private void setLocks() {
        MemorySegment self = pointer();
        check(LOCKFUNC, "a callback", Setopt.sharePointer(self, LOCKFUNC.number(), Stubs.of(CallbackKind.SHARE_LOCK)));
        check(
                UNLOCKFUNC,
                "a callback",
                Setopt.sharePointer(self, UNLOCKFUNC.number(), Stubs.of(CallbackKind.SHARE_UNLOCK)));
        int code = Setopt.sharePointer(self, curl_ffm_h.CURLSHOPT_USERDATA(), MemorySegment.ofAddress(state.id()));
        if (code != 0) {
            throw new IllegalStateException("CURLSHOPT_USERDATA: " + strerror(code));
        }
    }

    /**
     * Sets an option.
     *
     * @param <T> the Java type of the option's value
     * @param option the option
     * @param value its value, never null
     * @return this share
     * @throws CurlOptionException if libcurl refuses the value, or an easy handle uses the share and the option is not
     *     a callback
     * @throws IllegalStateException if the share is closed
     * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt</a>
     */
    public <T> Share set(ShareOption<T> option, T value) {
        Objects.requireNonNull(value, option::toString);
        OptionRow row = Rows.of(option);
        Rows.requireType(row, value);
        if (row.kind() == Kind.FUNCTION) {
            setFunction(row, value);
        } else {
            try (Use _ = enter()) {
                setNumber(row, value, value instanceof Constant constant ? constant.number() : (Long) value);
            }
        }
        return this;
    }

    /** Refuses what libcurl would refuse, but atomically: no other thread can begin to use the share meanwhile. */
    private void setNumber(OptionRow option, Object value, long number) {
        if (owned().isShared()) {
            check(option, value, CurlShareCode.IN_USE.number());
        }
        if (number == LockData.CONNECT.number() && keepsConnections(option, value)) {
            return;
        }
        check(option, value, setInt(option, number));
        for (LockData data : LockData.values()) {
            if (data.number() == number && option.number() == SHARE.number()) {
                shared.add(data);
            } else if (data.number() == number && option.number() == UNSHARE.number()) {
                shared.remove(data);
            }
        }
    }

    private int setInt(OptionRow option, long number) {
        return number == (int) number
                ? Setopt.shareInt(pointer(), option.number(), (int) number)
                : CurlShareCode.BAD_OPTION.number();
    }

    /** {@return whether libcurl already shares connections}: before 8.10.0 it would lose them if it was told again. */
    private boolean keepsConnections(OptionRow option, Object value) {
        boolean share = option.number() == SHARE.number();
        if (share && connectionsLeft.get() && !Library.isAtLeast(SHARES_AGAIN)) {
            throw CurlOptionException.bad(
                    option, value, "libcurl before " + SHARES_AGAIN + " would lose the connections that were shared");
        }
        if (share) {
            connectionsLeft.set(false);
        } else if (option.number() == UNSHARE.number() && isShared(LockData.CONNECT)) {
            connectionsLeft.set(true);
        }
        return share && isShared(LockData.CONNECT);
    }

    /**
     * Unsets a callback.
     *
     * @param option {@link ShareOption#LOCKFUNC} or {@link ShareOption#UNLOCKFUNC}
     * @return this share
     * @throws IllegalStateException if the share is closed
     */
    public Share unset(ShareOption<?> option) {
        OptionRow row = Rows.of(option);
        if (row.kind() != Kind.FUNCTION) {
            throw new IllegalArgumentException(option + " cannot be unset; UNSHARE takes a kind of data away");
        }
        setFunction(row, null);
        return this;
    }

    private void setFunction(OptionRow option, Object callback) {
        refuseClosed();
        if (option.number() == LOCKFUNC.number()) {
            state.lockCallback((LockCallback) callback);
        } else {
            state.unlockCallback((UnlockCallback) callback);
        }
    }

    private static void check(OptionRow option, Object value, int code) {
        if (code != 0) {
            throw CurlOptionException.refused(option, value, code);
        }
    }

    private static String strerror(int code) {
        return "[" + code + "] " + C.string(curl_ffm_h.curl_share_strerror(code));
    }

    /**
     * {@return whether handles share such data}
     *
     * @param data which
     * @throws IllegalStateException if the share is closed
     */
    public boolean shares(LockData data) {
        Objects.requireNonNull(data, "data");
        try (Use _ = enter()) {
            return isShared(data);
        }
    }

    /** {@return whether they do, or did until this was closed} */
    boolean isShared(LockData data) {
        return shared.contains(data);
    }

    /** {@return the turn that transfers take, or null if they need none} */
    private Turn turns() {
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

    /** {@return what an easy handle holds of this} If another handle holds it, this may already be closed. */
    Attached attach(EasyHandle easy) {
        gate.enter(this);
        try {
            if (!owned().tryShare()) {
                refuseClosed(); // between what was asked and now
            }
            Owned share = owned();
            Runnable removeUser = state.addUser(easy.pointer().address(), easy.state);
            return new AttachedShare(Owned.of(pointer(), forEasy(share, removeUser)));
        } finally {
            gate.exit();
        }
    }

    private final class AttachedShare extends Attached {

        AttachedShare(Owned memory) {
            super(Share.this, memory);
        }

        /** {@return null: libcurl's duplicates have no share} */
        @Override
        Attached duplicated() {
            return null;
        }

        @Override
        Turn turns() {
            return Share.this.turns();
        }

        @Override
        Throwable takePending() {
            return state.pending().take();
        }
    }

    /** It refers neither to the {@link Share} nor to the {@link Easy}, because the cleaner of the latter holds it. */
    private static Owned.End forEasy(Owned share, Runnable removeUser) {
        return self -> {
            removeUser.run();
            share.release();
        };
    }

    /**
     * Releases the share, after the last easy handle that uses it is closed, too. Closing a closed share has no effect.
     *
     * @throws UncheckedIOException with a {@link CallbackException} as cause, if a lock callback threw while libcurl
     *     worked for no easy handle
     */
    @Override
    public void close() {
        try (Use _ = enterToClose()) {
            if (end()) {
                release();
            }
        }
        Easy.throwUnchecked(state.pending().take());
    }
}
