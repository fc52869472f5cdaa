package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.internal.upcall.Turns;
import io.github.curlffm.internal.upcall.UpcallState;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A resource of libcurl with a count of owners: a C handle, or memory that several handles point to. When the last
 * owner has released it, it ends: the destructor runs, which may call back; then the id of its state is removed; then
 * the memory that libcurl was reading until then is freed.
 *
 * <p>It must not refer to the Java handle, which becomes unreachable before it.
 */
public final class Owned {

    private static final Runnable NOTHING = () -> {};
    private static final long NO_STATE = 0;

    /** A destructor. */
    @FunctionalInterface
    public interface End {
        /** Runs it. */
        void end(MemorySegment pointer);
    }

    /** Libcurl may call them until this has ended. */
    private final Stubs stubs = Stubs.kept();

    private final MemorySegment pointer;
    private final long stateId;
    private final Turns turns;
    private final Runnable after;
    private final AtomicInteger owners = new AtomicInteger(1);
    private volatile End end;
    private volatile Object together = this;

    private Owned(MemorySegment pointer, long stateId, Turns turns, End end, Runnable after) {
        this.pointer = pointer;
        this.turns = turns;
        this.stateId = stateId;
        this.end = end;
        this.after = after;
    }

    /** {@return memory with one owner} */
    public static Owned of(MemorySegment memory, End end) {
        return new Owned(memory, NO_STATE, new Turns(), end, NOTHING);
    }

    /** {@return a C handle that calls back, with one owner} */
    public static Owned of(MemorySegment handle, UpcallState state, End end) {
        return of(handle, state, new Turns(), end, NOTHING);
    }

    /** {@return a C handle that calls back, with one owner, the turns for its end, and what is done after its end} */
    public static Owned of(MemorySegment handle, UpcallState state, Turns turns, End end, Runnable after) {
        return new Owned(handle, state.id(), turns, end, after);
    }

    /** Sets the object that all have in common that must not end at the same time, if they are not closed. */
    public void together(Object others) {
        together = others;
    }

    Object together() {
        return together;
    }

    /** {@return the stubs that may be called as long as this lives} */
    public Stubs stubs() {
        return stubs;
    }

    /** {@return what libcurl points to} */
    public MemorySegment pointer() {
        return pointer;
    }

    /**
     * {@return this, with one more owner}
     *
     * @throws IllegalStateException if the last owner has released it
     */
    public Owned share() {
        if (!tryShare()) {
            throw new IllegalStateException("this is closed");
        }
        return this;
    }

    /** {@return whether this has one more owner now} It does not if the last owner has released it. */
    public boolean tryShare() {
        return owners.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** {@return whether there is more than one owner} */
    public boolean isShared() {
        return owners.get() > 1;
    }

    /** From now on libcurl ends this itself. */
    public void disown() {
        end = pointer -> {};
    }

    /** Removes an owner; the last one waits for its turn. {@return whether it was the last} */
    public boolean release() {
        boolean last = owners.decrementAndGet() == 0;
        if (last) {
            turns.take(this::finish);
        }
        return last;
    }

    /** Removes the last owner if it is its turn now; {@return whether it was} */
    boolean tryReleaseLast() {
        return turns.tryTake(() -> {
            owners.decrementAndGet();
            finish();
        });
    }

    private Void finish() {
        try {
            end.end(pointer);
        } finally {
            if (stateId != NO_STATE) {
                UpcallState.ended(stateId);
            }
            after.run();
            Reference.reachabilityFence(stubs);
        }
        return null;
    }

    boolean isLast() {
        return owners.get() == 1;
    }
}
