package io.github.curlffm.internal.poll;

import io.github.curlffm.internal.lib.Locks;
import io.github.curlffm.internal.lib.OperatingSystem;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits in native code for the sockets of all threads that are parked meanwhile. It has one platform thread, which is there
 * as long as it is needed, runs no code of users and keeps no handle alive: who waits here is on a thread that does.
 */
public abstract class Poller {

    /** How long the thread stays when nobody waits. */
    static final int IDLE_MS = 1000;

    private static final class Holder {
        static final Poller CURRENT =
                OperatingSystem.CURRENT == OperatingSystem.LINUX && !"curl".equals(System.getProperty("curlffm.poller"))
                        ? new EpollPoller()
                        : new CurlPoller();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, SocketWait> waits = new ConcurrentHashMap<>();
    private boolean running;
    private int lastId;

    Poller() {}

    /** {@return the one of the process} */
    static Poller current() {
        return Holder.CURRENT;
    }

    /**
     * {@return the number for {@link #arm}} From now on the thread is there.
     *
     * @throws IOException when it cannot be, for want of a descriptor
     */
    final int register(SocketWait wait) throws IOException {
        Locks.lock(lock);
        try {
            if (!running) {
                open();
                running = started();
            }
            do {
                lastId++;
            } while (waits.putIfAbsent(lastId, wait) != null);
            return lastId;
        } finally {
            lock.unlock();
        }
    }

    private boolean started() {
        boolean started = false;
        try {
            PlatformThreads.daemon(this::run, "curl-ffm poller").start();
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
        return started;
    }

    final void unregister(int id) {
        waits.remove(id);
    }

    private void run() {
        while (true) {
            try {
                if (!await(IDLE_MS) && waits.isEmpty() && isOver()) {
                    return;
                }
            } catch (Throwable t) { // for want of memory: nobody may stay parked for what was lost by that
                waits.values().forEach(SocketWait::anythingMayBeReady);
            }
        }
    }

    private boolean isOver() {
        Locks.lock(lock);
        try {
            if (waits.isEmpty()) {
                running = false;
                close();
            }
            return !running;
        } finally {
            lock.unlock();
        }
    }

    /** Tells who has the number that a socket is ready. */
    final void ready(int id, int socket, int events) {
        SocketWait wait = waits.get(id);
        if (wait != null) {
            wait.ready(socket, events);
        }
    }

    /** Makes what the thread waits with. */
    abstract void open() throws IOException;

    /** Gives it back. */
    abstract void close();

    /**
     * Waits for a socket from now on, until it is ready for the first time; {@return whether that is possible} For any
     * thread that is registered.
     *
     * @param events {@link SocketWait#IN} and {@link SocketWait#OUT}
     */
    abstract boolean arm(int id, int socket, int events);

    /** Waits no more for a socket, if it did. For any thread that is registered. */
    abstract void disarm(int socket);

    /** Waits, and says by {@link #ready} what is; {@return whether anything is, before the time is over} */
    abstract boolean await(int ms);
}
