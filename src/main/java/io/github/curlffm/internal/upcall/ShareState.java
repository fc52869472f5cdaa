package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.LockCallback.Access;
import io.github.curlffm.callback.UnlockCallback;
import io.github.curlffm.option.LockData;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the upcalls of a share need: a lock for each kind of data, the lambdas, and where their exceptions are reported.
 * It is used by many threads at once.
 */
public final class ShareState extends UpcallState {

    /** How many locks of shared data the thread has. */
    private static final ThreadLocal<Integer> LOCKED = ThreadLocal.withInitial(() -> 0);

    private static final LockData[] DATA = LockData.values();
    private static final Access[] ACCESS = Access.values();
    private static final int NEWER_KINDS = 8;

    /** The lock of one kind of data. */
    private static final class DataLock extends ReentrantLock {
        private static final long serialVersionUID = 1L;

        /**
         * For each time that the lock is held, whether the UNLOCK lambda must be called: not if LOCK threw or was
         * skipped.
         */
        private final transient Deque<Boolean> owed = new ArrayDeque<>();
    }

    private final DataLock[] locks = new DataLock[DATA.length + NEWER_KINDS];

    /** The easy handles that use the share, by their addresses. */
    private final Map<Long, WeakReference<EasyState>> users = new ConcurrentHashMap<>();

    /** What a lambda threw while libcurl worked for no known handle. */
    private final Pending pending = new Pending();

    private volatile LockCallback lockCallback;
    private volatile UnlockCallback unlockCallback;

    /** Makes the state and registers it. */
    public ShareState() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new DataLock();
        }
    }

    /** Sets the lambda, or removes it with null. */
    public void lockCallback(LockCallback callback) {
        lockCallback = callback;
    }

    /** Sets the lambda, or removes it with null. */
    public void unlockCallback(UnlockCallback callback) {
        unlockCallback = callback;
    }

    @Override
    void clearCallbacks() {
        lockCallback = null;
        unlockCallback = null;
    }

    /**
     * From now on an easy handle reports what the lambdas throw while libcurl works for it.
     *
     * @return an action that ends this; it keeps neither the share nor the handle reachable
     */
    public Runnable addUser(long easy, EasyState state) {
        WeakReference<EasyState> user = new WeakReference<>(state);
        users.put(easy, user);
        return remover(id(), easy, user);
    }

    private static Runnable remover(long id, long easy, WeakReference<EasyState> user) {
        return () -> {
            ShareState share = (ShareState) Registry.get(id);
            if (share != null) {
                share.users.remove(easy, user);
            }
        };
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (kind == CallbackKind.SHARE_LOCK) {
            lock(a, (int) b, (int) c);
        } else {
            unlock((int) b);
        }
        return kind.absent;
    }

    private void lock(long easy, int data, int access) throws Exception {
        DataLock lock = lockOf(data);
        lock.lock();
        LOCKED.set(LOCKED.get() + 1);
        lock.owed.push(false);
        if (!hasPending(easy)) {
            LockCallback callback = lockCallback;
            if (callback != null) {
                callback.lock(dataOf(data), access > 0 && access < ACCESS.length ? ACCESS[access] : Access.NONE);
            }
            lock.owed.pop();
            lock.owed.push(true);
        }
    }

    private void unlock(int data) throws Exception {
        DataLock lock = lockOf(data);
        try {
            UnlockCallback callback = unlockCallback;
            if (lock.owed.pop() && callback != null) {
                callback.unlock(dataOf(data));
            }
        } finally {
            LOCKED.set(LOCKED.get() - 1);
            lock.unlock();
        }
    }

    /** A kind of data that is newer than these locks uses the first lock: correct, but not the fastest. */
    private DataLock lockOf(int data) {
        return locks[data >= 0 && data < locks.length ? data : 0];
    }

    private static LockData dataOf(int data) {
        return data >= 0 && data < DATA.length ? DATA[data] : LockData.NONE;
    }

    private EasyState user(long easy) {
        WeakReference<EasyState> user = users.get(easy);
        return user == null ? null : user.get();
    }

    private boolean hasPending(long easy) {
        return pendingOf(easy).has();
    }

    @Override
    void fail(CallbackKind kind, long easy, Throwable thrown) {
        pendingOf(easy).fail(thrown);
    }

    private Pending pendingOf(long easy) {
        EasyState user = user(easy);
        return user == null ? pending : user.pending();
    }

    /** {@return whether libcurl is at shared data in this thread, which nothing that a lambda calls may change} */
    public static boolean isLockedHere() {
        return LOCKED.get() > 0;
    }

    /** {@return what lambdas threw while libcurl worked for no known handle} */
    public Pending pending() {
        return pending;
    }
}
