package io.github.curlffm;

import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.Headroom;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.handle.Reclaim;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;

/**
 * A handle of libcurl. It is used by one thread at a time. Close it after use; a handle that is not closed is released
 * some time after it has become unreachable.
 */
public abstract sealed class Handle implements AutoCloseable permits EasyHandle, MultiHandle, Share, Mime, CurlUrl {

    /** What close may throw: loaded now, since its class loader may be closed before. */
    static final List<Class<?>> LAST_CLASSES = List.of(
            CallbackException.class, CurlCode.class, CurlMultiCode.class, CurlMultiException.class, Shown.class);

    private final Owned owned;
    private final Reclaim reclaim;
    private volatile boolean closed;

    Handle(Owned owned) {
        this.owned = owned;
        this.reclaim = Reclaim.register(this, owned);
    }

    /** {@return what a function of libcurl made} */
    static MemorySegment made(MemorySegment pointer, String function) {
        if (pointer.address() == 0) {
            throw new OutOfMemoryError(function + " returned NULL");
        }
        return pointer;
    }

    /** {@return the C handle with its owners} */
    final Owned owned() {
        return owned;
    }

    /** {@return the C handle, even if this is closed} */
    final MemorySegment pointer() {
        return owned.pointer();
    }

    /**
     * {@return the C handle}
     *
     * @throws IllegalStateException if this is closed
     */
    final MemorySegment openPointer() {
        refuseClosed();
        return pointer();
    }

    final void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("this " + name() + " is closed");
        }
    }

    /** Marks this as closed; {@return whether it was open until now} */
    final boolean end() {
        boolean open = !closed;
        closed = true;
        return open;
    }

    /** Lets go of the C handle, which ends unless it has other owners. */
    final void release() {
        reclaim.now();
    }

    private String name() {
        return getClass().getSimpleName();
    }

    /** {@return what one thread at a time can pass; another after this has joined or left a multi} */
    abstract Gate gate();

    /**
     * The time in which this is used: until it is closed no other thread can use the handle, and the cleaner does not
     * end it.
     */
    final class Use implements AutoCloseable {

        private final Gate entered;

        private Use(Gate entered) {
            this.entered = entered;
        }

        /** {@return whether this thread already used the handle: the call comes from inside a callback} */
        boolean isNested() {
            return entered.isNested();
        }

        @Override
        public void close() {
            entered.exit();
            Reference.reachabilityFence(Handle.this);
        }
    }

    /**
     * Begins to use this.
     *
     * @throws IllegalStateException if it is closed, or in use by another thread
     */
    final Use enter() {
        return enter(false);
    }

    private Use enter(boolean deep) {
        Use use = enterOpenOrClosed();
        try {
            refuseClosed();
            if (!use.isNested()) {
                refuseInTheMiddle();
            }
            if (deep || use.isNested()) { // each call from a callback uses libcurl's part of the stack once more
                Headroom.require();
            } else if (mayCallBackAtOnce()) {
                Headroom.requireForACall();
            }
            return use;
        } catch (RuntimeException | Error e) {
            use.close();
            throw e;
        }
    }

    /**
     * Refuses to be used by a callback of another handle.
     *
     * @throws IllegalStateException if libcurl is in the middle of something that this would change
     */
    void refuseInTheMiddle() {}

    /** {@return whether libcurl may call back in a call that sets or gets something: a lock, for example} */
    boolean mayCallBackAtOnce() {
        return true;
    }

    private Use enterOpenOrClosed() {
        while (true) {
            Use use = new Use(gate()); // before it is entered: there may be no memory for it
            use.entered.enter(this);
            if (use.entered == gate()) {
                return use;
            }
            use.entered.exit(); // it joined or left a multi in between
        }
    }

    /** Begins to use this for a call in which libcurl may call back with a deep stack. */
    final Use enterDeep() {
        return enter(true);
    }

    /**
     * Begins to use this for a call that is not allowed inside one of its callbacks.
     *
     * @param what the call, for the message
     */
    final Use enterOutsideCallbacks(String what) {
        return outsideCallbacks(what, enterDeep());
    }

    /** Begins to close this; works also if it is already closed. */
    final Use enterToClose() {
        refuseInTheMiddle();
        if (mayCallBackAtTheEnd()) {
            Headroom.require();
        } else {
            Headroom.requireForACall();
        }
        return outsideCallbacks("close()", enterOpenOrClosed());
    }

    /** {@return whether libcurl may call back with a deep stack when this is closed: for a connection, for example} */
    boolean mayCallBackAtTheEnd() {
        return true;
    }

    final Use outsideCallbacks(String what, Use use) {
        if (use.isNested()) {
            use.close();
            throw inCallback(what);
        }
        return use;
    }

    /** {@return the exception for a call inside a callback of a handle that would change what libcurl is at in there} */
    static IllegalStateException atSharedData() {
        return new IllegalStateException(
                "libcurl is at the data of a share in this thread, and this callback must not use"
                        + " another handle with a share; do it afterwards");
    }

    /** {@return the exception for a call inside a callback that would crash libcurl} */
    final IllegalStateException inCallback(String what) {
        return new IllegalStateException(
                what + " is not possible from inside a callback of this " + name() + "; do it afterwards");
    }

    /** {@return whether this is closed} */
    public final boolean isClosed() {
        return closed;
    }

    /** Releases the handle. Closing a closed handle has no effect. */
    @Override
    public abstract void close();

    /** {@return the kind of handle, the address of the C handle, and whether it is closed} */
    @Override
    public String toString() {
        return name() + "@" + Long.toHexString(pointer().address()) + (closed ? " (closed)" : "");
    }
}
