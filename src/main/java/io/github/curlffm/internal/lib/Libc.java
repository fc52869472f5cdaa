package io.github.curlffm.internal.lib;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
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

    static MethodHandle link(String function, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment address = LINKER.defaultLookup()
                .find(function)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function " + function));
        return LINKER.downcallHandle(address, descriptor, options);
    }

    private static final class Malloc {
        static final MethodHandle HANDLE = link("malloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
    }

    private static final class Free {
        static final MethodHandle HANDLE = link("free", FunctionDescriptor.ofVoid(ADDRESS));
    }

    private static final class Realloc {
        static final MethodHandle HANDLE = link("realloc", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
    }

    private static final class Calloc {
        static final MethodHandle HANDLE = link("calloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_LONG));
    }

    private static final class Strlen {
        static final MethodHandle HANDLE = link("strlen", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
    }

    private static final class Strerror {
        static final MethodHandle HANDLE = link("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    }

    private static final class Socket {
        static final MethodHandle HANDLE = link(
                "socket",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                Linker.Option.captureCallState("errno"));
    }

    private static final class Connect {
        static final MethodHandle HANDLE = link(
                "connect",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
                Linker.Option.captureCallState("errno"));
    }

    private static final class SetSockOpt {
        static final MethodHandle HANDLE = link(
                "setsockopt",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
                Linker.Option.captureCallState("errno"));
    }

    private static final class Close {
        static final MethodHandle HANDLE =
                link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), Linker.Option.captureCallState("errno"));
    }

    private static final class Fopen {
        static final MethodHandle HANDLE = link(
                "fopen", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS), Linker.Option.captureCallState("errno"));
    }

    private static final class Fclose {
        static final MethodHandle HANDLE = link("fclose", FunctionDescriptor.of(JAVA_INT, ADDRESS));
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
            Free.HANDLE.invokeExact(memory);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return the result of C's {@code malloc}, which may be {@link MemorySegment#NULL}} */
    public static MemorySegment plainMalloc(long size) {
        try {
            return (MemorySegment) Malloc.HANDLE.invokeExact(size);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return the result of C's {@code realloc}} */
    public static MemorySegment realloc(MemorySegment memory, long size) {
        try {
            return (MemorySegment) Realloc.HANDLE.invokeExact(memory, size);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return the result of C's {@code calloc}} */
    public static MemorySegment calloc(long count, long size) {
        try {
            return (MemorySegment) Calloc.HANDLE.invokeExact(count, size);
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
            return (long) Strlen.HANDLE.invokeExact(pointer);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return a new socket} */
    public static int socket(int family, int type, int protocol) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int socket = (int) Socket.HANDLE.invokeExact(errno, family, type, protocol);
            return checked("socket", socket, errno);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Connects a socket. */
    public static void connect(int socket, MemorySegment address) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int result = (int) Connect.HANDLE.invokeExact(errno, socket, address, (int) address.byteSize());
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
            int result = (int) SetSockOpt.HANDLE.invokeExact(errno, socket, level, option, number, Integer.BYTES);
            checked("setsockopt", result, errno);
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Closes a descriptor. */
    public static void close(int descriptor) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int result = (int) Close.HANDLE.invokeExact(errno, descriptor);
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
            MemorySegment file = (MemorySegment) Fopen.HANDLE.invokeExact(errno, path, arena.allocateFrom("a"));
            checked("fopen of " + shown, file.address() == 0 ? -1 : 0, errno);
            return file;
        } catch (Throwable t) {
            throw ioOrUnexpected(t);
        }
    }

    /** Closes what {@link #fopenForAppend} opened. */
    public static void fclose(MemorySegment file) {
        try {
            int ignoredAsTheFileIsGoneEitherWay = (int) Fclose.HANDLE.invokeExact(file);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    private static int checked(String what, int result, MemorySegment errno) throws Throwable {
        if (result < 0) {
            int number = (int) Errno.HANDLE.get(errno, 0L);
            MemorySegment words = (MemorySegment) Strerror.HANDLE.invokeExact(number);
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
