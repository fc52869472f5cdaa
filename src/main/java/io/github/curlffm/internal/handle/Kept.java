package io.github.curlffm.internal.handle;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Native memory that libcurl keeps a pointer to, counted by the handles that do: a duplicate shares what its original
 * was given.
 */
public final class Kept {

    private final MemorySegment segment;
    private volatile Consumer<MemorySegment> free;
    private final AtomicInteger owners = new AtomicInteger(1);

    /**
     * Takes charge of some memory for one owner.
     *
     * @param segment the memory
     * @param free what gives it back, when the last owner lets go
     */
    public Kept(MemorySegment segment, Consumer<MemorySegment> free) {
        this.segment = segment;
        this.free = free;
    }

    /** {@return the memory} */
    public MemorySegment segment() {
        return segment;
    }

    /**
     * {@return this, with one more owner}
     *
     * @throws IllegalStateException when the last owner has let go
     */
    public Kept share() {
        if (owners.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
            throw new IllegalStateException("this is closed");
        }
        return this;
    }

    /** {@return whether there is more than one owner} */
    public boolean isShared() {
        return owners.get() > 1;
    }

    /** Somebody else gives the memory back from now on. */
    public void disown() {
        free = memory -> {};
    }

    /** One owner lets go. */
    public void release() {
        if (owners.decrementAndGet() == 0) {
            free.accept(segment);
        }
    }
}
