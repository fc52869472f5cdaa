package io.github.curlffm;

import io.github.curlffm.internal.handle.Kept;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;

/** The share that a Java object has in its C handle, given back by {@code close} or, when that was forgotten, later. */
final class Ownership {

    static final Cleaner CLEANER = Cleaner.create();

    private final Kept kept;
    private final Cleaner.Cleanable cleanable;
    private final String name;
    private volatile boolean closed;

    Ownership(Object owner, Kept kept) {
        this.kept = kept;
        this.cleanable = CLEANER.register(owner, kept::release);
        this.name = owner.getClass().getSimpleName();
    }

    /**
     * {@return the C handle}
     *
     * @throws IllegalStateException when it is closed
     */
    MemorySegment segment() {
        if (closed) {
            refuse();
        }
        return kept.segment();
    }

    /** Says that it is closed, or about to be. */
    void refuse() {
        throw new IllegalStateException("this " + name + " is closed");
    }

    /** {@return whether it was open until now} */
    boolean close() {
        if (closed) {
            return false;
        }
        closed = true;
        cleanable.clean();
        return true;
    }

    boolean isClosed() {
        return closed;
    }

    String describe() {
        return name + "@" + Long.toHexString(kept.segment().address()) + (closed ? " (closed)" : "");
    }
}
