package io.github.curlffm.internal.upcall;

/**
 * The exceptions of callbacks that no method has thrown yet: the first one, with the later ones suppressed in it. Any
 * thread may use it.
 */
public final class Pending {

    /** A callback may fail a million times, for example one that allocates memory: that must not fill the heap. */
    private static final int MOST_SUPPRESSED = 16;

    private volatile Throwable first;
    private int suppressed;

    /** Makes one without exceptions. */
    public Pending() {}

    /** {@return whether there is an exception} */
    public boolean has() {
        return first != null;
    }

    /** Adds an exception; null adds nothing. */
    public synchronized void fail(Throwable thrown) {
        if (first == null) {
            first = thrown; // allocates nothing: there may be no memory left
        } else if (thrown != null && thrown != first && suppressed < MOST_SUPPRESSED) {
            suppressed++;
            first.addSuppressed(thrown);
        }
    }

    /** {@return the exception, or null} Removes it. */
    public Throwable take() {
        return has() ? takeAny() : null;
    }

    private synchronized Throwable takeAny() {
        Throwable taken = first;
        first = null;
        suppressed = 0;
        return taken;
    }
}
