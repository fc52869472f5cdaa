package io.github.curlffm.examples;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/** Watches sockets, for {@link EpollLoop}: with epoll where there is one, else with poll. */
interface Watch extends AutoCloseable {

    /** Both have the same numbers for what can happen. */
    int IN = 1;

    int OUT = 4;

    /** Watches a socket for some events, or for others than before. */
    void set(long socket, boolean known, int events) throws IOException;

    /** Watches a socket no longer. */
    void remove(long socket) throws IOException;

    /** {@return the sockets to which something happened, and what}, after so many milliseconds at the latest, or -1 */
    Map<Long, Integer> await(int milliseconds) throws IOException;

    @Override
    void close();

    /** {@return what this system is best at} */
    static Watch ofThisSystem() throws IOException {
        return System.getProperty("os.name").equals("Linux") ? new Epoll() : new PollSet();
    }

    /** {@return a function of the C library that returns an int} */
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().find(name).orElseThrow();
        return linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** A call of such a function. */
    interface Call {
        int call() throws Throwable;
    }

    private static int checked(String what, Call call) throws IOException {
        try {
            int result = call.call();
            if (result < 0) {
                throw new IOException(what + " failed");
            }
            return result;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The one of Linux. */
    final class Epoll implements Watch {
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
        private static final int MOST = 64;

        private final Arena arena = Arena.ofConfined();
        private final MemorySegment changed = arena.allocate(SIZE, 8);
        private final MemorySegment happened = arena.allocate(MOST * SIZE, 8);
        private final int epoll;

        Epoll() throws IOException {
            epoll = checked("epoll_create1", () -> (int) CREATE.invokeExact(0));
        }

        @Override
        public void set(long socket, boolean known, int events) throws IOException {
            changed.set(JAVA_INT, 0, events);
            changed.set(DATA_LAYOUT, DATA, socket);
            int what = known ? MOD : ADD;
            checked("epoll_ctl", () -> (int) CTL.invokeExact(epoll, what, (int) socket, changed));
        }

        @Override
        public void remove(long socket) throws IOException {
            checked("epoll_ctl", () -> (int) CTL.invokeExact(epoll, DEL, (int) socket, changed));
        }

        @Override
        public Map<Long, Integer> await(int milliseconds) throws IOException {
            int count = checked("epoll_wait", () -> (int) WAIT.invokeExact(epoll, happened, MOST, milliseconds));
            Map<Long, Integer> ready = new HashMap<>();
            for (int i = 0; i < count; i++) {
                MemorySegment event = happened.asSlice((long) i * SIZE, SIZE);
                ready.put(event.get(DATA_LAYOUT, DATA), event.get(JAVA_INT, 0));
            }
            return ready;
        }

        @Override
        public void close() {
            try {
                checked("close", () -> (int) CLOSE.invokeExact(epoll));
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                arena.close();
            }
        }
    }

    /** The one of all systems but Windows. */
    final class PollSet implements Watch {
        private static final MethodHandle POLL = function("poll", ADDRESS, JAVA_LONG, JAVA_INT);

        // struct pollfd { int fd; short events; short revents; }
        private static final int SIZE = 8;
        private static final int EVENTS = 4;
        private static final int REVENTS = 6;

        private final Map<Long, Integer> watched = new HashMap<>();

        @Override
        public void set(long socket, boolean known, int events) {
            watched.put(socket, events);
        }

        @Override
        public void remove(long socket) {
            watched.remove(socket);
        }

        @Override
        public Map<Long, Integer> await(int milliseconds) throws IOException {
            try (Arena arena = Arena.ofConfined()) {
                int count = watched.size();
                MemorySegment fds = arena.allocate((long) count * SIZE, 4);
                long at = 0;
                for (Map.Entry<Long, Integer> each : watched.entrySet()) {
                    fds.set(JAVA_INT, at, each.getKey().intValue());
                    fds.set(JAVA_SHORT, at + EVENTS, each.getValue().shortValue());
                    at += SIZE;
                }
                checked("poll", () -> (int) POLL.invokeExact(fds, (long) count, milliseconds));
                Map<Long, Integer> ready = new HashMap<>();
                for (at = 0; at < fds.byteSize(); at += SIZE) {
                    int events = fds.get(JAVA_SHORT, at + REVENTS);
                    if (events != 0) {
                        ready.put((long) fds.get(JAVA_INT, at), events);
                    }
                }
                return ready;
            }
        }

        @Override
        public void close() {}
    }
}
