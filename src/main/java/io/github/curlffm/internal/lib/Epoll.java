package io.github.curlffm.internal.lib;

import static io.github.curlffm.internal.lib.Downcalls.arg;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Linux's epoll: a set of descriptors to wait for, each with a number that comes back when it is ready. */
public final class Epoll implements AutoCloseable {

    /** It can be read. */
    public static final int IN = 1;
    /** It can be written. */
    public static final int OUT = 4;
    /** It has an error. */
    public static final int ERR = 8;
    /** The peer is gone; given without being asked for. */
    public static final int HUP = 16;

    /** It is told of once each time that something happens. */
    public static final int EDGE = 1 << 31;

    private static final int ONESHOT = 1 << 30;
    private static final int CLOEXEC = 0x80000;
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int MODIFY = 3;

    /** {@code struct epoll_event} is packed there, and nowhere else. */
    private static final boolean PACKED = System.getProperty("os.arch").matches("amd64|x86_64|i?86");

    private static final int DATA = PACKED ? 4 : 8;
    private static final int SIZE = DATA + 8;

    /** How many are told of at once. */
    public static final int ROOM = 256;

    private static final MethodHandle CREATE = Libc.link("epoll_create1", 1);
    private static final MethodHandle CTL = Libc.link("epoll_ctl", 4);
    private static final MethodHandle WAIT = Libc.link("epoll_wait", 4);

    private final int epoll;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment ready = arena.allocate((long) SIZE * ROOM, 8);

    /** What is done with each that is ready. */
    @FunctionalInterface
    public interface Ready {
        /** Takes the number and what happened. */
        void ready(long number, int events);
    }

    /**
     * Makes an empty set.
     *
     * @throws IOException when the process has no descriptor left
     */
    public Epoll() throws IOException {
        try {
            epoll = (int) (long) CREATE.invokeExact(arg(CLOEXEC));
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
        if (epoll < 0) {
            arena.close();
            throw new IOException("epoll_create1 failed: the process has too many open files");
        }
    }

    /** Waits for a descriptor from now on, once; {@return whether it can be waited for} For any thread. */
    public boolean arm(int descriptor, int events, long number) {
        return watch(descriptor, events | ONESHOT, number, true);
    }

    /**
     * Waits for a descriptor until {@link #disarm}; {@return whether it can be waited for} For any thread.
     *
     * @param isThere whether it is in here already, as far as is known
     */
    public boolean watch(int descriptor, int events, long number, boolean isThere) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment event = call.allocate(SIZE, 8);
            event.set(JAVA_INT_UNALIGNED, 0, events);
            event.set(JAVA_LONG_UNALIGNED, DATA, number);
            // It is there already if it was armed before, and not if it has been closed meanwhile, and opened anew.
            int guess = isThere ? MODIFY : ADD;
            int other = isThere ? ADD : MODIFY;
            return ctl(guess, descriptor, event) || ctl(other, descriptor, event) || ctl(guess, descriptor, event);
        }
    }

    /** Waits no more for a descriptor, if it did. For any thread. */
    public void disarm(int descriptor) {
        ctl(DELETE, descriptor, MemorySegment.NULL);
    }

    private boolean ctl(int operation, int descriptor, MemorySegment event) {
        try {
            return (int) (long) CTL.invokeExact(arg(epoll), arg(operation), arg(descriptor), arg(event)) == 0;
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    /** Waits until something is ready or the time is over; {@return whether something was} For one thread. */
    public boolean await(int ms, Ready what) {
        int count;
        try {
            count = (int) (long) WAIT.invokeExact(arg(epoll), arg(ready), arg(ROOM), arg(ms));
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
        for (int i = 0; i < count; i++) {
            long event = (long) i * SIZE;
            what.ready(ready.get(JAVA_LONG_UNALIGNED, event + DATA), ready.get(JAVA_INT_UNALIGNED, event));
        }
        return count > 0;
    }

    /** Ends the set. Nobody uses it any more. */
    @Override
    public void close() {
        try {
            Libc.close(epoll);
        } catch (IOException e) {
            // it is gone either way
        } finally {
            arena.close();
        }
    }
}
