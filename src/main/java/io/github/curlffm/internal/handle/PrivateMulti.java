package io.github.curlffm.internal.handle;

import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.internal.c.MessageStruct;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.poll.PlatformThreads;
import io.github.curlffm.internal.poll.SocketWait;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.MultiUpcalls;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The C multi of an easy handle's own, in which its transfers take place when it is in no other: what
 * {@code curl_easy_perform} has hidden inside of libcurl. It is here so that the waiting is Java's: a virtual thread parks,
 * and a transfer can be ended from outside.
 *
 * <p>The handle stays in it when its transfer is done, until the next one begins: by that libcurl finds the connection
 * for {@code curl_easy_send} and the like.
 */
public final class PrivateMulti {

    /** Why a transfer was ended from outside. */
    public enum Stopped {
        /** By {@link #abort}. */
        ABORTED,
        /** By an interrupt of its thread. */
        INTERRUPTED
    }

    /** How long libcurl waits at the most before it looks at everything. */
    private static final int TICK_MS = 1000;

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(TICK_MS);
    private static final long NO_TICK_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long WITHOUT_SOCKETS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int MULTI_OUT_OF_MEMORY = 3;
    private static final int FAILED_INIT = 2;
    private static final int OUT_OF_MEMORY = 27;
    private static final int ABORTED_BY_CALLBACK = 42;
    private static final int BAD_FUNCTION_ARGUMENT = 43;

    /** Both came late: without them the waiting is done as on a virtual thread. */
    private static final boolean POLLS = Library.isAtLeast("7.68.0");

    private final Object lock = new Object();
    private CMulti multi;
    private Owned owned;
    private long maxConnects;
    private boolean inside;
    private SocketWait sockets;
    private SocketWait lone;

    // Of one transfer.
    private volatile boolean running;
    private volatile boolean aborted;
    private volatile Stopped stopped;
    private boolean bySockets;
    private long lastTick;
    private boolean done;
    private boolean failed;
    private int result;

    /** Knows nothing of the Java handle, nor of the state, by which it would be reachable as long as its C handle lives. */
    PrivateMulti(EasyState state) {
        state.stops(this::stops);
    }

    /**
     * Does a transfer.
     *
     * @param core whose turns are taken for each step
     * @param state the lambdas of the handle
     * @param easy the handle
     * @param connections how many of them are kept
     */
    public void perform(Core core, EasyState state, MemorySegment easy, long connections) {
        try {
            begin(core, easy, connections);
            while (!step(core, state)) {
                await(state);
            }
        } finally {
            end(core, easy);
        }
    }

    /** {@return libcurl's code for the transfer that has ended} */
    public int result() {
        return result;
    }

    /**
     * Begins a transfer of a handle that has been {@linkplain #takeOut taken out} after the one before. It is driven by
     * {@link #step} and {@link #await}, and ended by {@link #end}.
     */
    public void begin(Core core, MemorySegment easy, long connections) {
        done = false;
        failed = false;
        stopped = null;
        result = make(connections);
        lastTick = System.nanoTime();
        bySockets = (Thread.currentThread().isVirtual() || !POLLS) && waitsForSockets();
        if (result == 0) {
            running();
            int code = core.call(() -> multi.add(easy));
            inside = code == 0;
            result = code == 0 || code == MULTI_OUT_OF_MEMORY ? easyCode(code) : FAILED_INIT;
        }
        done = result != 0;
    }

    private int make(long connections) {
        if (multi == null) {
            MemorySegment made = curl_ffm_h.curl_multi_init();
            if (made.address() == 0) {
                return OUT_OF_MEMORY;
            }
            multi = new CMulti(made);
            owned = multi.own(curl_ffm_h::curl_multi_cleanup);
            maxConnects = -1;
            if (Library.isAtLeast("8.20.0")) { // as for the handle
                Setopt.multiLong(made, curl_ffm_h.CURLMOPT_QUICK_EXIT(), 1);
            }
        }
        if (maxConnects != connections) {
            maxConnects = connections;
            Setopt.multiLong(multi.pointer(), curl_ffm_h.CURLMOPT_MAXCONNECTS(), connections);
        }
        return 0;
    }

    private boolean waitsForSockets() {
        if (multi == null) {
            return false;
        }
        try {
            if (sockets == null) {
                sockets = new SocketWait();
                multi.tell(CallbackKind.MULTI_SOCKET, (MultiUpcalls.Socket)
                        (easy, socket, what, id) -> sockets.watch((int) socket, what));
                multi.tell(CallbackKind.MULTI_TIMER, (TimerCallback) sockets::timer);
            }
            sockets.begin();
            return true;
        } catch (IOException e) {
            return false; // then a platform thread waits
        }
    }

    private void running() {
        synchronized (lock) {
            aborted = false;
            running = true;
        }
    }

    /** Lets libcurl do what it can do now; {@return whether the transfer is done} */
    public boolean step(Core core, EasyState state) {
        if (!done && !stops()) {
            int code = bySockets ? actBySockets(core, state) : core.call(multi::perform);
            result = easyCode(code);
            done = code != 0 || isDone();
        }
        if (!done && stops()) {
            result = ABORTED_BY_CALLBACK;
            done = true;
        }
        return done;
    }

    private int actBySockets(Core core, EasyState state) {
        long now = System.nanoTime();
        if (state.isToBeLookedAt() && now - lastTick >= TICK_NANOS) {
            lastTick = now;
            if (!sockets.anythingMayBeReady()) {
                return core.call(multi::perform); // which with sockets would not say what it wants to know of them next
            }
        }
        return sockets.act((socket, events) -> core.call(() -> multi.socketAction(socket, events)));
    }

    private static int easyCode(int multiCode) {
        return multiCode == 0 ? 0 : multiCode == MULTI_OUT_OF_MEMORY ? OUT_OF_MEMORY : BAD_FUNCTION_ARGUMENT;
    }

    private boolean isDone() {
        for (long next; (next = multi.nextMessage()) != 0; multi.toldMessage()) {
            if (MessageStruct.isDone(next)) {
                result = MessageStruct.result(next);
                multi.toldMessage();
                return true;
            }
        }
        return false;
    }

    /** Waits until there is something for {@link #step} to do. */
    public void await(EasyState state) {
        if (bySockets) {
            bySockets = sockets.await(state.isToBeLookedAt() ? TICK_NANOS : NO_TICK_NANOS);
        } else {
            PlatformThreads.call(this::poll);
        }
    }

    private int poll() {
        if (POLLS) {
            return multi.poll(MemorySegment.NULL, 0, TICK_MS);
        }
        int code = multi.waitFor(MemorySegment.NULL, 0, TICK_MS);
        if (multi.count() == 0) { // it does not wait when there are no sockets
            LockSupport.parkNanos(WITHOUT_SOCKETS_NANOS);
        }
        return code;
    }

    /** Resumes what is paused, but for the directions whose bits are given. Libcurl may call back with what waits. */
    public void resume(Core core, MemorySegment easy, int paused) {
        if (!done) {
            int code = core.call(() -> curl_ffm_h.curl_easy_pause(easy, paused));
            if (code != 0) {
                fail(code);
            }
        }
    }

    /** Says that the transfer has failed with a code: libcurl, which could not resume it, would go on. */
    public void fail(int code) {
        result = code;
        done = true;
        failed = true;
    }

    /** Ends the transfer, be it done or not. */
    public void end(Core core, MemorySegment easy) {
        synchronized (lock) {
            running = false;
        }
        try {
            if (!done || failed || stopped != null) {
                takeOut(core, easy); // by which libcurl closes the connection
            }
        } finally {
            if (sockets != null) {
                sockets.end();
            }
        }
    }

    /** Takes the handle out, if it is in there. */
    public void takeOut(Core core, MemorySegment easy) {
        if (inside) {
            core.call(() -> multi.remove(easy)); // if it is refused its turn, it stays in there
            inside = false;
        }
    }

    /** Ends the C multi with its connections, if there is one: in turn, and out of use. */
    void close(MemorySegment easy) {
        synchronized (lock) {
            running = false;
        }
        if (multi != null) {
            try {
                if (inside) {
                    inside = false;
                    multi.remove(easy);
                }
            } finally {
                if (sockets != null) {
                    sockets.end(); // those of a transfer that nobody has ended
                }
                multi = null;
                sockets = null;
                owned.release();
            }
        }
    }

    /**
     * Parks until a socket of the handle, which is connected, can be read.
     *
     * @param mostNanos how long at the most
     * @return whether it can; if not, the time is over, or {@link #stopped} says what has ended the waiting
     * @throws IOException when it cannot be waited for
     */
    public boolean awaitInput(int socket, long mostNanos) throws IOException {
        SocketWait wait = new SocketWait();
        stopped = null;
        synchronized (lock) {
            aborted = false;
            running = true;
            lone = wait;
        }
        try {
            return wait.awaitOne(socket, SocketCallback.Poll.IN, this::stops, mostNanos) != 0;
        } finally {
            synchronized (lock) {
                running = false;
                lone = null;
            }
        }
    }

    /** {@return whether the transfer is to end} Asked on its own thread, before each lambda. */
    public boolean stops() {
        if (!running) {
            return false;
        }
        if (stopped == null) {
            stopped = aborted ? Stopped.ABORTED : Thread.currentThread().isInterrupted() ? Stopped.INTERRUPTED : null;
        }
        return stopped != null;
    }

    /** {@return why the last transfer was ended from outside, null when it was not} */
    public Stopped stopped() {
        return stopped;
    }

    /** Ends the transfer that is under way, if one is. For any thread. */
    public void abort() {
        synchronized (lock) {
            if (running) {
                aborted = true;
                if (lone != null) {
                    lone.wakeup();
                } else if (bySockets) {
                    sockets.wakeup();
                } else if (POLLS) {
                    multi.wakeup();
                }
            }
        }
    }
}
