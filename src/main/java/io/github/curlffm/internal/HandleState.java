package io.github.curlffm.internal;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * What the upcalls of one handle need: its lambdas, and the first exception that one of them threw.
 *
 * <p>Used by one thread at a time, as the handle is.
 */
public final class HandleState {

    private final long id = Registry.add(this);
    private final Object[] callbacks = new Object[Callback.COUNT];
    private byte[] readBuffer = {};
    private Throwable pending;
    private HandleState user = this;
    private boolean trailersGiven;
    private boolean paused;

    /** Makes the state and registers it. */
    public HandleState() {}

    /** {@return the id under which {@link Registry} finds this} */
    public long id() {
        return id;
    }

    /** {@return the id in the shape of the userdata that libcurl carries} */
    public MemorySegment userdata() {
        return MemorySegment.ofAddress(id);
    }

    /** {@return the lambda of a kind, or null} */
    public Object callback(Callback kind) {
        return callbacks[kind.ordinal()];
    }

    /** Sets or, with null, takes away the lambda of a kind. */
    public void callback(Callback kind, Object callback) {
        callbacks[kind.ordinal()] = callback;
    }

    /** Takes away all lambdas. */
    public void clearCallbacks() {
        Arrays.fill(callbacks, null);
    }

    /** {@return the first exception of a lambda since the last call, or null; it is no longer pending then} */
    public Throwable takePending() {
        Throwable taken = pending;
        pending = null;
        return taken;
    }

    /** {@return whether {@link #takePending} would give an exception} */
    public boolean hasPending() {
        return pending != null;
    }

    /** Says which easy handle reads from this, the state of a MIME part, and is told of what its lambdas throw. */
    public void reportTo(HandleState easy) {
        user = easy;
    }

    /** {@return the state that is told of what the lambdas throw: this, unless {@link #reportTo} says otherwise} */
    HandleState user() {
        return user;
    }

    /** {@return whether the READ lambda of a MIME part said PAUSE when it was last called} */
    public boolean isPaused() {
        return paused;
    }

    void paused(boolean said) {
        paused = said;
    }

    /** {@return whether a lambda of a kind is not called, because one of the handle has thrown} */
    boolean skips(Callback kind) {
        return pending != null && kind.skipped();
    }

    /** Adds to what the lambdas threw. */
    public void fail(Throwable thrown) {
        if (pending == null) {
            pending = thrown;
        } else if (pending != thrown) {
            pending.addSuppressed(thrown);
        }
    }

    /** {@return whether the trailers of an upload were asked for, ever} */
    boolean trailersGiven() {
        return trailersGiven;
    }

    void giveTrailers() {
        trailersGiven = true;
    }

    /** {@return an array of exactly this length, the same one as long as the length stays the same} */
    byte[] readBuffer(int length) {
        if (readBuffer.length != length) {
            readBuffer = new byte[length];
        }
        return readBuffer;
    }
}
