package io.github.curlffm.internal.lib;

import static io.github.curlffm.internal.lib.Downcalls.arg;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/** The functions of the C library that callbacks and kept memory need. */
public final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();

    private Libc() {}

    /** In a class of its own, since every handle needs malloc, but hardly one needs an error number. */
    private static final class Errno {
        static final VarHandle HANDLE = ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    }

    /** {@return a handle of type {@code (long, ...)long}, see {@link Downcalls}} */
    static MethodHandle link(String function, int arguments, Linker.Option... options) {
        MemorySegment address = LINKER.defaultLookup()
                .find(function)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function " + function));
        return Downcalls.link(address, arguments, options);
    }

    private static final class Malloc {
        static final MethodHandle HANDLE = link("malloc", 1);
    }

    private static final class Free {
        static final MethodHandle HANDLE = link("free", 1);
    }

    private static final class Realloc {
        static final MethodHandle HANDLE = link("realloc", 2);
    }

    private static final class Calloc {
        static final MethodHandle HANDLE = link("calloc", 2);
    }

    private static final class Strlen {
        static final MethodHandle HANDLE = link("strlen", 1);
    }

    private static final class Strerror {
        static final MethodHandle HANDLE = link("strerror", 1);
    }

    private static final class Socket {
        static final MethodHandle HANDLE = link("socket", 3, Linker.Option.captureCallState("errno"));
    }

    private static final class Connect {
        static final MethodHandle HANDLE = link("connect", 3, Linker.Option.captureCallState("errno"));
    }

    private static final class SetSockOpt {
        static final MethodHandle HANDLE = link("setsockopt", 5, Linker.Option.captureCallState("errno"));
    }

    private static final class Close {
        static final MethodHandle HANDLE = link("close", 1, Linker.Option.captureCallState("errno"));
    }

    private static final class Fopen {
        static final MethodHandle HANDLE = link("fopen", 2, Linker.Option.captureCallState("errno"));
    }

    private static final class Fclose {
        static final MethodHandle HANDLE = link("fclose", 1);
    }

    /**
     * {@return memory of that size, not cleared}
     *
     * @throws OutOfMemoryError if there is no memory
     */
    public static MemorySegment malloc(long size) {
        MemorySegment memory = plainMalloc(size);
        if (memory.address() == 0) {
            throw new OutOfMemoryError("malloc of " + size + " bytes");
        }
        return memory.reinterpret(size);
    }

    /** Frees memory of {@link #malloc}. */
    public static void free(MemorySegment memory) {
        try {
            long ignoredAsThereIsNone = (long) Free.HANDLE.invokeExact(arg(memory));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return the result of C's {@code malloc}, which may be {@link MemorySegment#NULL}} */
    public static MemorySegment plainMalloc(long size) {
        try {
            return MemorySegment.ofAddress((long) Malloc.HANDLE.invokeExact(size));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return the result of C's {@code realloc}} */
    public static MemorySegment realloc(MemorySegment memory, long size) {
        try {
            return MemorySegment.ofAddress((long) Realloc.HANDLE.invokeExact(arg(memory), size));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return the result of C's {@code calloc}} */
    public static MemorySegment calloc(long count, long size) {
        try {
            return MemorySegment.ofAddress((long) Calloc.HANDLE.invokeExact(count, size));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@return a copy of a C string that libcurl or the system wrote; null for a null pointer} C's {@code strlen}
     * counts its bytes: Java's reads whole words, and so beyond the end.
     */
    public static String string(MemorySegment pointer) {
        return pointer.address() == 0 ? null : new String(stringBytes(pointer), StandardCharsets.UTF_8);
    }

    /** {@return a copy of the bytes of a C string} */
    public static byte[] stringBytes(MemorySegment pointer) {
        return pointer.reinterpret(strlen(pointer)).toArray(JAVA_BYTE);
    }

    /** {@return a C string with its zero byte at the end} */
    public static MemorySegment stringSegment(MemorySegment pointer) {
        return pointer.reinterpret(strlen(pointer) + 1);
    }

    private static long strlen(MemorySegment pointer) {
        try {
            return (long) Strlen.HANDLE.invokeExact(arg(pointer));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return a new socket} */
    public static int socket(int family, int type, int protocol) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int socket = (int) (long) Socket.HANDLE.invokeExact(errno, arg(family), arg(type), arg(protocol));
            return checked("socket", socket, errno);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Connects a socket. */
    public static void connect(int socket, MemorySegment address) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int result = (int) (long) Connect.HANDLE.invokeExact(errno, arg(socket), arg(address), address.byteSize());
            checked("connect", result, errno);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Sets an option of a socket to a number. */
    public static void setsockopt(int socket, int level, int option, int value) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment number = arena.allocateFrom(JAVA_INT, value);
            int result = (int) (long) SetSockOpt.HANDLE.invokeExact(
                    errno, arg(socket), arg(level), arg(option), arg(number), arg(Integer.BYTES));
            checked("setsockopt", result, errno);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Closes a descriptor. */
    public static void close(int descriptor) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int result = (int) (long) Close.HANDLE.invokeExact(errno, arg(descriptor));
            checked("close", result, errno);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /**
     * {@return a {@code FILE *} open for writing at the end of the file}
     *
     * @param path the path, ending with a zero byte
     * @param shown the path for messages
     */
    public static MemorySegment fopenForAppend(MemorySegment path, Object shown) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment mode = arena.allocateFrom("a");
            long file = (long) Fopen.HANDLE.invokeExact(errno, arg(path), arg(mode));
            checked("fopen of " + shown, file == 0 ? -1 : 0, errno);
            return MemorySegment.ofAddress(file);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Closes what {@link #fopenForAppend} opened. */
    public static void fclose(MemorySegment file) {
        try {
            long ignoredAsTheFileIsGoneEitherWay = (long) Fclose.HANDLE.invokeExact(arg(file));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    private static int checked(String what, int result, MemorySegment errno) throws Throwable {
        if (result < 0) {
            int number = (int) Errno.HANDLE.get(errno, 0L);
            MemorySegment words = MemorySegment.ofAddress((long) Strerror.HANDLE.invokeExact(arg(number)));
            throw new IOException(what + ": " + string(words) + " (errno " + number + ")");
        }
        return result;
    }

    private static IOException ioOrUnexpected(Throwable t) {
        if (t instanceof IOException io) {
            return io;
        }
        throw unexpected(t);
    }

    /** {@return what a downcall threw, for the caller to throw} It throws by itself what is no error. */
    public static Error unexpected(Throwable t) {
        if (t instanceof RuntimeException refused) { // the caller's argument: null, or an array on Java's heap
            throw refused;
        }
        return t instanceof Error error ? error : new AssertionError("a downcall threw", t);
    }
}
