package io.github.curlffm.internal.upcall;

import java.lang.foreign.MemorySegment;

/** What upcalls find by the id that libcurl has as userdata: the lambdas, and where their exceptions are reported. */
public abstract sealed class UpcallState permits LambdaState, ShareState, MemoryState {

    private final long id = Registry.add(this);

    /** {@return the id under which {@link Registry} finds this} */
    public final long id() {
        return id;
    }

    /** {@return the id as a pointer, the userdata of libcurl} */
    public final MemorySegment userdata() {
        return MemorySegment.ofAddress(id);
    }

    /** Releases the lambdas, and what they have captured: libcurl no longer calls them. */
    abstract void clearCallbacks();

    /**
     * Called when the C handle has ended: the id is removed, and a reference to the Java handle no longer keeps the
     * lambdas.
     */
    public static void ended(long id) {
        UpcallState state = Registry.get(id);
        if (state != null) {
            state.clearCallbacks();
        }
        Registry.remove(id);
    }

    /**
     * {@return the result for libcurl}
     *
     * @param kind the kind of callback, which says what the other four are
     */
    abstract long call(CallbackKind kind, long a, long b, long c, long d) throws Exception;

    /**
     * Keeps what a callback of a kind threw.
     *
     * @param a the first of the four, the C handle in the callbacks of a share
     */
    abstract void fail(CallbackKind kind, long a, Throwable thrown);
}
