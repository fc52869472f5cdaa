package io.github.curlffm.internal.handle;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The locks of shared connections, by which transfers in several threads take turns; as a rule there are none. */
public final class Turns {

    /** How many locks a thread has: one that has some does not wait for others. */
    private static final ThreadLocal<Integer> HELD = ThreadLocal.withInitial(() -> 0);

    private volatile List<Lock> locks = List.of();

    /** Begins without locks. */
    public Turns() {}

    /** Adds the locks of others, from the next turn on; one that is there changes nothing. */
    public void add(Turns others) {
        if (!locks.containsAll(others.locks)) {
            // The same order in every multi, so that two of them cannot wait for each other.
            locks = Stream.concat(locks.stream(), others.locks.stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(System::identityHashCode))
                    .toList();
        }
    }

    /** Takes turns by one lock, or none if it is null, from the next turn on. */
    public void only(Lock lock) {
        locks = lock == null ? List.of() : List.of(lock);
    }

    /** Runs something when it is its turn. */
    public int take(IntSupplier action) {
        List<Lock> taken = locks; // a callback may add one meanwhile
        if (taken.isEmpty()) {
            return action.getAsInt();
        }
        return locked(taken, action::getAsInt);
    }

    /** Runs something when it is its turn. */
    public <T> T take(Supplier<T> action) {
        List<Lock> taken = locks;
        return taken.isEmpty() ? action.get() : locked(taken, action);
    }

    /** {@return whether this thread has a turn}, and so must not wait for another */
    public static boolean isHeldHere() {
        return HELD.get() > 0;
    }

    /** Runs something now, if it is its turn; {@return whether it was} */
    public boolean tryTake(Runnable action) {
        List<Lock> taken = locks;
        int count = 0;
        try {
            while (count < taken.size() && taken.get(count).tryLock()) {
                count++;
            }
            boolean all = count == taken.size();
            if (all) {
                action.run();
            }
            return all;
        } finally {
            while (count > 0) {
                taken.get(--count).unlock();
            }
        }
    }

    private static <T> T locked(List<Lock> locks, Supplier<T> action) {
        int held = HELD.get();
        int taken = 0;
        try {
            for (Lock lock : locks) {
                if (held == 0) {
                    lock.lock();
                } else if (!lock.tryLock()) {
                    throw new IllegalStateException(
                            "another thread has the turn of a share, and this one has the turn of"
                                    + " another share: the two could wait for each other for ever; do it outside of callbacks");
                }
                taken++;
            }
            HELD.set(held + taken);
            return action.get();
        } finally {
            HELD.set(held);
            while (taken > 0) {
                locks.get(--taken).unlock();
            }
        }
    }
}
