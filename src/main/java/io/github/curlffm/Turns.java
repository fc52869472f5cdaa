package io.github.curlffm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.IntSupplier;

/** The locks of shared connections, by which transfers in several threads take turns; as a rule there are none. */
final class Turns {

    private final List<Lock> locks = new ArrayList<>(0);

    /** Adds a lock; null, or one that is there, changes nothing. */
    void add(Lock lock) {
        if (lock != null && !locks.contains(lock)) {
            locks.add(lock);
            // The same order in every multi, so that two of them cannot wait for each other.
            locks.sort((a, b) -> Integer.compare(System.identityHashCode(a), System.identityHashCode(b)));
        }
    }

    /** Runs something when it is its turn. */
    int take(IntSupplier action) {
        locks.forEach(Lock::lock);
        try {
            return action.getAsInt();
        } finally {
            locks.forEach(Lock::unlock);
        }
    }
}
