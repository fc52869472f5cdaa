package io.github.curlffm.internal.handle;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** The locks of shared connections, by which transfers in several threads take turns; as a rule there are none. */
public final class Turns {

    private List<Lock> locks = List.of();

    /** Begins without locks. */
    public Turns() {}

    /** Adds a lock, from the next turn on; null, or one that is there, changes nothing. */
    public void add(Lock lock) {
        if (lock != null && !locks.contains(lock)) {
            // The same order in every multi, so that two of them cannot wait for each other.
            locks = Stream.concat(locks.stream(), Stream.of(lock))
                    .sorted(Comparator.comparingInt(System::identityHashCode))
                    .toList();
        }
    }

    /** Forgets all locks. */
    public void clear() {
        locks = List.of();
    }

    /** Runs something when it is its turn. */
    public int take(IntSupplier action) {
        List<Lock> taken = locks; // a callback may add one meanwhile
        taken.forEach(Lock::lock);
        try {
            return action.getAsInt();
        } finally {
            taken.forEach(Lock::unlock);
        }
    }
}
