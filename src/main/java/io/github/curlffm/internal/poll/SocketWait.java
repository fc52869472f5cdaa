package io.github.curlffm.internal.poll;

import io.github.curlffm.callback.SocketCallback.Poll;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The sockets and the timer of one C multi, as libcurl says them, and the thread that parks until one of them is ready or
 * the time has come. All but what says otherwise is for the thread that drives the multi.
 */
public final class SocketWait {

    // libcurl's CURL_CSELECT_*, for curl_multi_socket_action.
    /** It can be read. */
    public static final int IN = 1;

    /** It can be written. */
    public static final int OUT = 2;

    static final int ERR = 4;

    private static final int NOTHING_KNOWN = 0;

    /** Does something about a socket that is ready, or with {@link #TIMER} about the time. */
    @FunctionalInterface
    public interface Action {
        /** {@return libcurl's code} */
        int act(int socket, int events);
    }

    /** The socket that stands for the timer. */
    public static final int TIMER = -1;

    private record Ready(int socket, int events, Ready next) {}

    /** One socket. There are few of them: a table by number would have to be longer. */
    private static final class Watched {
        final int socket;
        int events;
        boolean known;
        boolean armed;

        Watched(int socket) {
            this.socket = socket;
        }
    }

    private final Poller poller;
    private final AtomicReference<Ready> ready = new AtomicReference<>();
    private volatile Watched[] sockets = new Watched[0];
    private boolean timed;
    private long due;
    private int id;
    private boolean registered;
    private volatile Thread thread;
    private volatile boolean woken;

    /** Begins without sockets. */
    public SocketWait() {
        this(Poller.current());
    }

    SocketWait(Poller poller) {
        this.poller = poller;
    }

    /**
     * Begins to wait, for a transfer.
     *
     * @throws IOException when that is not possible now
     */
    public void begin() throws IOException {
        id = poller.register(this);
        registered = true;
    }

    /** Ends to wait. */
    public void end() {
        if (registered) {
            registered = false;
            for (Watched watched : sockets) {
                forget(watched);
            }
            poller.unregister(id);
            thread = null;
        }
    }

    /** Takes note of what libcurl wants to know of a socket. */
    public void watch(int socket, Poll what) {
        Watched watched = find(socket);
        if (what == Poll.REMOVE) {
            if (watched != null) {
                forget(watched);
                sockets =
                        Arrays.stream(sockets).filter(other -> other != watched).toArray(Watched[]::new);
            }
        } else {
            Watched now = watched == null ? add(socket) : watched;
            now.events = switch (what) {
                case IN -> IN;
                case OUT -> OUT;
                case INOUT -> IN | OUT;
                default -> 0;
            };
            now.armed = false;
        }
    }

    private Watched find(int socket) {
        for (Watched watched : sockets) {
            if (watched.socket == socket) {
                return watched;
            }
        }
        return null;
    }

    private Watched add(int socket) {
        Watched watched = new Watched(socket);
        sockets = Arrays.copyOf(sockets, sockets.length + 1);
        sockets[sockets.length - 1] = watched;
        return watched;
    }

    private void forget(Watched watched) {
        if (watched.known) {
            poller.disarm(watched.socket);
            watched.known = false;
        }
        watched.armed = false;
    }

    /** Takes note of when libcurl wants to be called at the latest; -1 for never. */
    public void timer(long ms) {
        timed = ms >= 0;
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, ms));
    }

    /**
     * Parks until a socket is ready, the time has come, or somebody wakes this up; sometimes for no reason.
     *
     * @param mostNanos how long at the most
     * @return whether that could be; if not, it has not waited
     */
    public boolean await(long mostNanos) {
        thread = Thread.currentThread();
        for (Watched watched : sockets) {
            if (!watched.armed && watched.events != 0) {
                if (!poller.arm(id, watched.socket, watched.events)) {
                    return false;
                }
                watched.known = true;
                watched.armed = true;
            }
        }
        long nanos = timed ? Math.min(mostNanos, due - System.nanoTime()) : mostNanos;
        if (ready.get() == null && !woken && nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
        woken = false;
        return true;
    }

    /** Lets somebody act for all that is ready; {@return the first code that is not 0} */
    public int act(Action action) {
        int code = 0;
        for (Ready next = ready.getAndSet(null); next != null; next = next.next) {
            Watched watched = find(next.socket);
            if (watched != null) {
                watched.armed = false;
                code = first(code, action.act(next.socket, next.events));
            }
        }
        if (timed && due - System.nanoTime() <= 0) {
            timed = false;
            code = first(code, action.act(TIMER, 0));
        }
        return code;
    }

    /**
     * Parks until something can be done with a socket.
     *
     * @param stops whether the waiting is to end, asked each time when this was woken up
     * @param mostNanos how long at the most
     * @return the events that have happened, 0 when the time is over or the waiting was ended
     * @throws IOException when the socket cannot be waited for
     */
    public int awaitOne(int socket, Poll what, BooleanSupplier stops, long mostNanos) throws IOException {
        begin();
        try {
            watch(socket, what);
            int wanted = find(socket).events;
            long end = System.nanoTime() + mostNanos;
            int[] happened = {0};
            for (long left = mostNanos; happened[0] == 0 && left > 0 && !stops.getAsBoolean(); ) {
                if (!await(left)) {
                    throw new IOException("socket " + socket + " cannot be waited for");
                }
                act((_, events) -> {
                    happened[0] |= events == NOTHING_KNOWN || (events & ERR) != 0 ? wanted : events;
                    return 0;
                });
                left = end - System.nanoTime();
            }
            return happened[0];
        } finally {
            end();
        }
    }

    private static int first(int code, int next) {
        return code == 0 ? next : code;
    }

    /**
     * Ends the waiting, or the next one. For any thread. It is remembered: no thread may have waited yet, and what the
     * thread does before it waits may take the permit that unparking has left.
     */
    public void wakeup() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** A socket is ready. For the poller's thread. */
    void ready(int socket, int events) {
        ready.updateAndGet(others -> new Ready(socket, events, others));
        wakeup();
    }

    /** It is not known what is ready: libcurl looks for itself. {@return whether there is any socket} For any thread. */
    public boolean anythingMayBeReady() {
        Watched[] all = sockets;
        for (Watched watched : all) {
            ready(watched.socket, NOTHING_KNOWN);
        }
        return all.length > 0;
    }
}
