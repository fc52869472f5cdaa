package io.github.curlffm.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Linux's epoll, without a Java object for each event. */
final class Epoll implements AutoCloseable {

    static final int IN = 1;
    static final int OUT = 4;

    private static final MethodHandle CREATE = function("epoll_create1", JAVA_INT);
    private static final MethodHandle CTL = function("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle WAIT = function("epoll_wait", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle CLOSE = function("close", JAVA_INT);
    private static final int ADD = 1;
    private static final int DEL = 2;
    private static final int MOD = 3;

    // struct epoll_event { uint32_t events; uint64_t data; }, without a gap on x86-64 only
    private static final int DATA = System.getProperty("os.arch").equals("amd64") ? 4 : 8;
    private static final int SIZE = DATA + 8;
    private static final ValueLayout.OfLong DATA_LAYOUT = JAVA_LONG.withByteAlignment(4);
    private static final int MOST = 256;

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment changed = arena.allocate(SIZE, 8);
    private final MemorySegment happened = arena.allocate(MOST * SIZE, 8);
    private final int epoll;

    Epoll() {
        try {
            epoll = checked("epoll_create1", (int) CREATE.invokeExact(0));
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    private static MethodHandle function(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static RuntimeException thrown(Throwable e) {
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    private static int checked(String what, int result) {
        if (result < 0) {
            throw new IllegalStateException(what + " failed");
        }
        return result;
    }

    void watch(int socket, boolean known, int events) {
        changed.set(JAVA_INT, 0, events);
        changed.set(DATA_LAYOUT, DATA, socket);
        control(known ? MOD : ADD, socket);
    }

    void remove(int socket) {
        control(DEL, socket);
    }

    private void control(int what, int socket) {
        try {
            checked("epoll_ctl", (int) CTL.invokeExact(epoll, what, socket, changed));
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /** {@return to how many sockets something has happened} */
    int await(int milliseconds) {
        try {
            return checked("epoll_wait", (int) WAIT.invokeExact(epoll, happened, MOST, milliseconds));
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    int events(int index) {
        return happened.get(JAVA_INT, (long) index * SIZE);
    }

    long socket(int index) {
        return happened.get(DATA_LAYOUT, (long) index * SIZE + DATA);
    }

    @Override
    public void close() {
        try {
            checked("close", (int) CLOSE.invokeExact(epoll));
        } catch (Throwable e) {
            throw thrown(e);
        }
    }
}
