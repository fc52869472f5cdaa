package io.github.curlffm.internal.upcall;

/**
 * What callbacks threw and nobody has been told of: the first, with those that came after it suppressed in it. For any
 * thread.
 */
public final class Pending {

    /** A callback that fails a million times, as one that allocates memory may, must not fill the heap by that. */
    private static final int MOST_SUPPRESSED = 16;

    private volatile Throwable first;
    private int suppressed;

    /** Nothing has been thrown. */
    public Pending() {}

    /** {@return whether there is something} */
    public boolean has() {
        return first != null;
    }

    /** Adds to it; null adds nothing. */
    public synchronized void fail(Throwable thrown) {
        if (first == null) {
            first = thrown; // and allocates nothing: there may be no memory left
        } else if (thrown != null && thrown != first && suppressed < MOST_SUPPRESSED) {
            suppressed++;
            first.addSuppressed(thrown);
        }
    }

    /** {@return it, or null; from now on there is nothing} */
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
