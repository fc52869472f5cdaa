package io.github.curlffm.internal.upcall;

/**
 * The guard: it catches everything that a callback throws, since an exception that leaves an upcall ends the JVM.
 *
 * <p>So does an exception that is thrown before the {@code try}. Therefore nothing is allocated before it: libcurl's
 * arguments are plain numbers. Pointers are numbers, too; this is the only place where they may be.
 */
final class Guard {

    private Guard() {}

    /**
     * {@return the result for libcurl}
     *
     * @param id the id of the state that the callback belongs to
     */
    static long call(CallbackKind kind, long id, long a, long b, long c, long d) {
        UpcallState state = null;
        try {
            state = Registry.get(id);
            if (state == null) {
                return EasyUpcalls.absent(kind, null, a, b, c);
            }
            return Turns.isHeldHere() ? inTurn(kind, state, a, b, c, d) : state.call(kind, a, b, c, d);
        } catch (Throwable t) {
            return failed(kind, state, a, t);
        }
    }

    private static long inTurn(CallbackKind kind, UpcallState state, long a, long b, long c, long d) throws Exception {
        return kind.mayWait()
                ? Turns.without(() -> state.call(kind, a, b, c, d))
                : Turns.keeping(() -> state.call(kind, a, b, c, d));
    }

    /** {@return the result for libcurl if a callback of a kind threw} */
    static long failed(CallbackKind kind, UpcallState state, long a, Throwable thrown) {
        try {
            if (state != null) {
                state.fail(kind, a, thrown);
            }
        } catch (Throwable noMemoryLeftToRememberIt) {
            // libcurl still gets the failing result, and ends its operation
        }
        return kind.failing;
    }
}
