package io.github.curlffm.internal.upcall;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * Finds the state of a handle by the id that libcurl has as userdata.
 *
 * <p>An id is never used twice: its low half is a slot, its high half counts how often that slot was used. The registry
 * does not keep a state reachable, so that a handle whose lambdas refer to the handle itself can be reclaimed.
 */
public final class Registry {

    /** Called when libcurl has freed the object of an id. */
    @FunctionalInterface
    public interface Freed {
        /** Called then. It does nothing if the running transfer goes on to need the object. */
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

    /** {@return the id by which the state is found from now on; never 0} */
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

    /** Removes an id. */
    static synchronized void remove(long id) {
        int slot = (int) id;
        if (entries[slot] != null && entries[slot].id == id) {
            entries[slot] = null;
            free[freeCount++] = slot;
        }
    }

    /** {@return the state, or null if the handle no longer exists} */
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

    /**
     * Keeps an object reachable until the id is removed: libcurl may use it after the handle has become unreachable.
     */
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
