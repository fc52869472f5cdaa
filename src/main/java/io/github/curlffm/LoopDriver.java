package io.github.curlffm;

import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.poll.ManySockets;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How the thread of a loop drives its multi, and waits: by libcurl's poll, where each step looks at all transfers, and that
 * is the fastest as long as many of them have something to do; or by their sockets, where a step costs as much as is ready,
 * once there are many transfers of which few have. Which one is better is seen from what the last steps have found.
 */
final class LoopDriver implements AutoCloseable {

    /** How long those wait at the most whom nobody can wake up. */
    private static final Duration NAP = Duration.ofMillis(10);

    private static final boolean CAN_BE_WOKEN = Library.isAtLeast("7.68.0");
    private static final boolean CAN_POLL = Library.isAtLeast("7.66.0");

    /** How many transfers, at least, are driven by their sockets. */
    private static final int MANY = 256;

    /** How many steps are looked back at. */
    private static final int STEPS = 32;

    // From so many transfers for each socket that is ready on, or with fewer than so many, the way is changed. In
    // between,
    // both cost about the same.
    private static final int FEW_READY = 16;
    private static final int MANY_READY = 4;

    /** How often all are looked at if that is needed. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Multi multi;
    private final Thread thread;

    /** For tests: {@code sockets} or {@code poll}, whatever is better. */
    private final String chosen = System.getProperty("curlffm.loop", "");

    private boolean canUseSockets = CAN_BE_WOKEN && ManySockets.isPossible() && !chosen.equals("poll");
    private volatile ManySockets sockets;
    private volatile boolean bySockets;
    private long looked;
    private int steps;
    private long seen;
    private long ready;

    /** Makes one for a thread, which alone uses it unless it says otherwise. */
    LoopDriver(Multi multi, Thread thread) {
        this.multi = multi;
        this.thread = thread;
    }

    /**
     * Does what can be done now.
     *
     * @param toBeLookedAt whether there is a transfer that libcurl has to look at even if nothing has happened to it
     */
    void step(BooleanSupplier toBeLookedAt) throws CurlMultiException {
        if (!bySockets) {
            multi.perform();
            return;
        }
        multi.perform(sockets);
        if (System.nanoTime() - looked >= LOOK_NANOS) {
            looked = System.nanoTime();
            if (toBeLookedAt.getAsBoolean()) {
                multi.performAll();
            }
        }
    }

    /** Waits until libcurl has something to do for some of the transfers, or somebody wakes this up. */
    void await(Duration atMost, int transfers) throws CurlMultiException {
        int found = bySockets ? sockets.await(atMost.toNanos()) : poll(atMost);
        if (canUseSockets) {
            choose(transfers, found);
        }
    }

    private int poll(Duration atMost) throws CurlMultiException {
        if (CAN_BE_WOKEN) {
            return multi.poll(atMost);
        }
        int found = CAN_POLL ? multi.poll(NAP) : multi.waitFor(NAP);
        if (!CAN_POLL && found == 0) { // it does not wait if there is no socket
            LockSupport.parkNanos(NAP.toNanos());
        }
        return found;
    }

    private void choose(int transfers, int found) throws CurlMultiException {
        steps++;
        seen += transfers;
        ready += found;
        if (bySockets && !sockets.isComplete()) {
            canUseSockets = false;
            bySockets = false;
        } else if (steps >= STEPS || chosen.equals("sockets")) {
            boolean few = seen > ready * FEW_READY && transfers >= MANY || chosen.equals("sockets");
            boolean many = seen < ready * MANY_READY || transfers < MANY / 2;
            if (!bySockets && few) {
                useSockets();
            } else if (bySockets && many && !few) {
                bySockets = false;
            }
            steps = 0;
            seen = 0;
            ready = 0;
        }
    }

    private void useSockets() throws CurlMultiException {
        if (sockets == null) {
            try {
                sockets = ManySockets.open();
            } catch (IOException e) {
                return; // there may be descriptors later
            }
            multi.tell(sockets);
        }
        bySockets = true;
        multi.performAll();
    }

    /**
     * Ends the waiting, or the next one. For any thread, but it has to know before that this waits, or will: it may be about
     * to wait in the other way.
     *
     * @throws CurlMultiException if libcurl could not
     * @throws IllegalStateException if the multi has ended
     */
    void wakeUp() throws CurlMultiException {
        if (bySockets) {
            sockets.wakeup();
        } else if (CAN_BE_WOKEN) {
            multi.wakeup();
        } else {
            LockSupport.unpark(thread);
        }
    }

    /** After the end of the multi. */
    @Override
    public void close() {
        if (sockets != null) {
            sockets.close();
        }
    }
}
