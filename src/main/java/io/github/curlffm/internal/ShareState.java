package io.github.curlffm.internal;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.UnlockCallback;
import io.github.curlffm.option.LockData;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the upcalls of a share need: a lock for each kind of data, the lambdas, and what they threw, by the easy handle
 * that was at work. Used by many threads at once.
 */
public final class ShareState {

    private static final LockData[] DATA = LockData.values();

    private final long id = Registry.add(this);
    private final ReentrantLock[] locks = new ReentrantLock[DATA.length + 8];
    private final Map<Long, Throwable> failures = new ConcurrentHashMap<>();
    private volatile LockCallback lockCallback;
    private volatile UnlockCallback unlockCallback;

    /** Makes the state and registers it. */
    public ShareState() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** {@return the id under which {@link Registry} finds this} */
    public long id() {
        return id;
    }

    /** Sets or, with null, takes away the lambda. */
    public void lockCallback(LockCallback callback) {
        lockCallback = callback;
    }

    /** Sets or, with null, takes away the lambda. */
    public void unlockCallback(UnlockCallback callback) {
        unlockCallback = callback;
    }

    void lock(int data, int access) throws Exception {
        // A kind of data that is newer than this library shares the first one's lock: correct, if not the fastest.
        lockOf(data).lock();
        LockCallback callback = lockCallback;
        if (callback != null) {
            callback.lock(dataOf(data), LockCallback.Access.values()[access]);
        }
    }

    void unlock(int data) throws Exception {
        try {
            UnlockCallback callback = unlockCallback;
            if (callback != null) {
                callback.unlock(dataOf(data));
            }
        } finally {
            lockOf(data).unlock();
        }
    }

    private ReentrantLock lockOf(int data) {
        return locks[data >= 0 && data < locks.length ? data : 0];
    }

    private static LockData dataOf(int data) {
        return data >= 0 && data < DATA.length ? DATA[data] : LockData.NONE;
    }

    void fail(MemorySegment easy, Throwable thrown) {
        failures.putIfAbsent(easy.address(), thrown);
    }

    /** {@return what a lambda threw while this easy handle was at work, or null; it is no longer pending then} */
    public Throwable takeFailure(long easy) {
        return failures.isEmpty() ? null : failures.remove(easy);
    }

    /** {@return what a lambda threw while no known easy handle was at work, or null} */
    public Throwable takeAnyFailure() {
        Throwable any = failures.values().stream().findFirst().orElse(null);
        failures.clear();
        return any;
    }
}
