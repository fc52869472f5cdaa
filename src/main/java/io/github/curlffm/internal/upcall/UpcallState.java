package io.github.curlffm.internal.upcall;

import java.lang.foreign.MemorySegment;

/** What upcalls find by the id that libcurl carries as userdata: the lambdas, and who is told of what they throw. */
public abstract sealed class UpcallState permits LambdaState, ShareState, MemoryState {

    private final long id = Registry.add(this);

    /** {@return the id under which {@link Registry} finds this} */
    public final long id() {
        return id;
    }

    /** {@return the id in the shape of the userdata that libcurl carries} */
    public final MemorySegment userdata() {
        return MemorySegment.ofAddress(id);
    }

    /** Forgets the lambdas, and with them what they have captured: libcurl calls them no more. */
    abstract void clearCallbacks();

    /** The C handle has ended: its id is found no more, and whoever still refers to the Java handle keeps no lambdas. */
    public static void ended(long id) {
        UpcallState state = Registry.get(id);
        if (state != null) {
            state.clearCallbacks();
        }
        Registry.remove(id);
    }

    /**
     * {@return what libcurl is to be answered}
     *
     * @param kind which callback; it says what the other four are
     */
    abstract long call(CallbackKind kind, long a, long b, long c, long d) throws Exception;

    /**
     * Remembers what a callback of a kind threw.
     *
     * @param a the first of the four, the C handle in the callbacks of a share
     */
    abstract void fail(CallbackKind kind, long a, Throwable thrown);
}
