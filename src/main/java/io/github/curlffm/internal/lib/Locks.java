package io.github.curlffm.internal.lib;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for a lock that virtual threads wait for both in upcalls, where they are pinned, and outside of them. A virtual
 * thread never stands in the queue of the lock: if one at its head is not mounted, and all carriers are pinned by others
 * that stand behind it, nobody could go on.
 */
public final class Locks {

    private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(2);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(1);

    private Locks() {}

    /** Locks, when nobody else has the lock. */
    public static void lock(ReentrantLock lock) {
        if (!Thread.currentThread().isVirtual()) {
            lock.lock();
            return;
        }
        for (long nanos = SHORTEST; !lock.tryLock(); nanos = Math.min(2 * nanos, LONGEST)) {
            LockSupport.parkNanos(lock, nanos);
            Thread.onSpinWait(); // an interrupted thread does not park
        }
    }
}
