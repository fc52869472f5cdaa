package io.github.curlffm.internal.upcall;

/**
 * The guard: nothing that a callback throws gets past it, since an exception that leaves an upcall ends the JVM.
 *
 * <p>So does one that is thrown before the {@code try}. Therefore nothing is allocated up to there: what libcurl says
 * comes as plain numbers, pointers too, which is the one place where a pointer may be a number.
 */
final class Guard {

    private Guard() {}

    /**
     * {@return what libcurl is to be answered}
     *
     * @param id of the state that the callback belongs to
     */
    static long call(CallbackKind kind, long id, long a, long b, long c, long d) {
        UpcallState state = null;
        try {
            state = Registry.get(id);
            return state == null ? EasyUpcalls.absent(kind, null, a, b) : state.call(kind, a, b, c, d);
        } catch (Throwable t) {
            return failed(kind, state, a, t);
        }
    }

    /** {@return what libcurl is answered when a callback of a kind threw} */
    static long failed(CallbackKind kind, UpcallState state, long a, Throwable thrown) {
        try {
            if (state != null) {
                state.fail(kind, a, thrown);
            }
        } catch (Throwable noMemoryLeftToRememberIt) {
            // libcurl is told all the same, and ends what it is at
        }
        return kind.failing;
    }
}
