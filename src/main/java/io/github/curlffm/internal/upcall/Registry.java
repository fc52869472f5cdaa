package io.github.curlffm.internal.upcall;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * From the id that libcurl carries as userdata to the state of a handle.
 *
 * <p>An id is never used twice: its low half is a slot, its high half counts how often that slot was given out. The
 * registry does not keep a state alive, so that a handle whose lambdas refer to the handle itself can be reclaimed.
 */
public final class Registry {

    /** What is done when libcurl says that it has freed what an id stands for. */
    @FunctionalInterface
    public interface Freed {
        /** Does it, or not if the transfer that libcurl is at goes on to need it. */
        void freed(boolean beingSent) throws Exception;
    }

    private static final class Entry extends WeakReference<UpcallState> {
        final long id;
        volatile Freed freed;

        Entry(UpcallState state, long id) {
            super(state);
            this.id = id;
        }
    }

    private static volatile Entry[] entries = new Entry[64];
    private static int[] generations = new int[64];
    private static int[] free = new int[64];
    private static int freeCount;
    private static int nextSlot = 1;

    private Registry() {}

    /** {@return the id under which the state is now found, never 0} */
    static synchronized long add(UpcallState state) {
        int slot = freeCount > 0 ? free[--freeCount] : nextSlot++;
        if (slot == entries.length) {
            entries = Arrays.copyOf(entries, 2 * slot);
            generations = Arrays.copyOf(generations, 2 * slot);
            free = Arrays.copyOf(free, 2 * slot);
        }
        long id = (long) ++generations[slot] << 32 | slot;
        entries[slot] = new Entry(state, id);
        return id;
    }

    /** Forgets an id; from now on it is not found. */
    static synchronized void remove(long id) {
        int slot = (int) id;
        if (entries[slot] != null && entries[slot].id == id) {
            entries[slot] = null;
            free[freeCount++] = slot;
        }
    }

    /** {@return the state, or null when the handle is gone} */
    static UpcallState get(long id) {
        Entry entry = entry(id);
        return entry == null ? null : entry.get();
    }

    private static Entry entry(long id) {
        Entry[] table = entries;
        int slot = (int) id;
        Entry entry = slot > 0 && slot < table.length ? table[slot] : null;
        return entry != null && entry.id == id ? entry : null;
    }

    /** Keeps something, and only that, until the id is removed: libcurl may free what nobody refers to any more. */
    public static void whenFreed(long id, Freed freed) {
        entry(id).freed = freed;
    }

    /** libcurl has freed what an id stands for. */
    static void freed(long id, boolean beingSent) throws Exception {
        Entry entry = entry(id);
        if (entry != null && entry.freed != null) {
            entry.freed.freed(beingSent);
        }
    }

    /** {@return how many ids are in use} */
    public static synchronized int size() {
        return nextSlot - 1 - freeCount;
    }
}
