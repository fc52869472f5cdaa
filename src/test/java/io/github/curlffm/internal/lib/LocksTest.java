package io.github.curlffm.internal.lib;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Virtual threads that wait for a lock. */
class LocksTest {

    /** At its head it could wait for a carrier that those behind it have. */
    @Test
    void aVirtualThreadIsNeverInTheQueueAndGetsTheLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch begins = new CountDownLatch(1);
        lock.lock();
        Thread thread = Thread.startVirtualThread(() -> {
            begins.countDown();
            Locks.lock(lock);
            lock.unlock();
        });
        try {
            begins.await();
            for (int i = 0; i < 100_000; i++) {
                assertFalse(lock.hasQueuedThreads());
                Thread.yield();
            }
        } finally {
            lock.unlock();
        }
        thread.join();
        assertFalse(lock.isLocked());
    }
}
