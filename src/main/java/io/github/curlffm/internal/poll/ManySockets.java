package io.github.curlffm.internal.poll;

import io.github.curlffm.callback.SocketCallback.Poll;
import io.github.curlffm.internal.lib.Epoll;
import io.github.curlffm.internal.lib.EventFd;
import io.github.curlffm.internal.lib.OperatingSystem;
import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/**
 * The sockets and the timer of one C multi, as libcurl says them, for the thread that waits for all of them by itself: they
 * stay in an epoll, so that waiting costs as much as is ready, however many there are. For one thread, but for
 * {@link #wakeup}.
 */
public final class ManySockets implements AutoCloseable {

    private static final long WAKEUP = -1;
    private static final long NANOS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Epoll epoll;
    private final EventFd event;
    private final BitSet watched = new BitSet();
    private final int[] sockets = new int[Epoll.ROOM];
    private final int[] events = new int[Epoll.ROOM];
    private int count;
    private boolean timed;
    private long due;
    private boolean complete = true;

    private ManySockets(Epoll epoll, EventFd event) {
        this.epoll = epoll;
        this.event = event;
    }

    /** {@return whether this system has epoll, and nobody asked for libcurl's own poll} */
    public static boolean isPossible() {
        return OperatingSystem.CURRENT == OperatingSystem.LINUX && !"curl".equals(System.getProperty("curlffm.poller"));
    }

    /**
     * {@return one without sockets}
     *
     * @throws IOException when the process has no descriptor left
     */
    public static ManySockets open() throws IOException {
        Epoll epoll = new Epoll();
        try {
            EventFd event = new EventFd();
            epoll.watch(event.descriptor(), Epoll.IN | Epoll.EDGE, WAKEUP, false);
            return new ManySockets(epoll, event);
        } catch (Throwable t) {
            epoll.close();
            throw t;
        }
    }

    /** Takes note of what libcurl wants to know of a socket. */
    public void watch(int socket, Poll what) {
        int asked = switch (what) {
            case IN -> Epoll.IN;
            case OUT -> Epoll.OUT;
            case INOUT -> Epoll.IN | Epoll.OUT;
            default -> 0;
        };
        if (asked == 0) {
            epoll.disarm(socket);
        } else {
            complete &= epoll.watch(socket, asked, socket, watched.get(socket));
        }
        watched.set(socket, asked != 0);
    }

    /** {@return whether all can be waited for} If not, this is of no more use. */
    public boolean isComplete() {
        return complete;
    }

    /** Takes note of when libcurl wants to be called at the latest; -1 for never. */
    public void timer(long ms) {
        timed = ms >= 0;
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, ms));
    }

    /**
     * Waits until sockets are ready, the time has come, or somebody wakes this up.
     *
     * @param mostNanos how long at the most
     * @return how many sockets are ready; {@link #act} is to be called before the next time
     */
    public int await(long mostNanos) {
        long nanos = timed ? Math.clamp(due - System.nanoTime(), 0, mostNanos) : mostNanos;
        count = 0;
        epoll.await(Math.toIntExact((nanos + NANOS_PER_MS - 1) / NANOS_PER_MS), this::ready);
        return count;
    }

    private void ready(long number, int happened) {
        if (number != WAKEUP) {
            int bits = (happened & (Epoll.IN | Epoll.HUP)) != 0 ? SocketWait.IN : 0;
            bits |= (happened & Epoll.OUT) != 0 ? SocketWait.OUT : 0;
            bits |= (happened & Epoll.ERR) != 0 ? SocketWait.ERR : 0;
            sockets[count] = (int) number;
            events[count] = bits;
            count++;
        }
    }

    /** Lets somebody act for all that is ready; {@return the first code that is not 0} */
    public int act(SocketWait.Action action) {
        int code = 0;
        for (int i = 0; i < count; i++) {
            code = first(code, action.act(sockets[i], events[i]));
        }
        count = 0;
        if (timed && due - System.nanoTime() <= 0) {
            timed = false;
            code = first(code, action.act(SocketWait.TIMER, 0));
        }
        return code;
    }

    private static int first(int code, int next) {
        return code == 0 ? next : code;
    }

    /** Ends the waiting, or the next one. For any thread, also after the end. */
    public void wakeup() {
        event.signal();
    }

    @Override
    public void close() {
        event.close();
        epoll.close();
    }
}
