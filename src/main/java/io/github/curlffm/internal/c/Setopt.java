package io.github.curlffm.internal.c;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** libcurl's variadic functions, by the C type of the argument. The generated bindings cannot call them. */
public final class Setopt {

    private Setopt() {}

    // Each in a class of its own: a process that never sets an option of a multi links no call for it.

    private static final class EasyLong {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_setopt.makeInvoker(C.LONG).handle();
    }

    private static final class EasyOffset {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_setopt.makeInvoker(JAVA_LONG).handle();
    }

    private static final class EasyPointer {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_setopt.makeInvoker(ADDRESS).handle();
    }

    private static final class EasyInfo {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_getinfo.makeInvoker(ADDRESS).handle();
    }

    private static final class SharePointer {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_share_setopt.makeInvoker(ADDRESS).handle();
    }

    private static final class ShareInt {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_share_setopt.makeInvoker(JAVA_INT).handle();
    }

    private static final class MultiLong {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_multi_setopt.makeInvoker(C.LONG).handle();
    }

    private static final class MultiOffset {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_multi_setopt.makeInvoker(JAVA_LONG).handle();
    }

    private static final class MultiPointer {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_multi_setopt.makeInvoker(ADDRESS).handle();
    }

    /** Sets an option of type {@code long}. */
    public static int easyLong(MemorySegment easy, int option, long value) {
        try {
            return (int) EasyLong.HANDLE.invokeExact(easy, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of type {@code curl_off_t}. */
    public static int easyOffset(MemorySegment easy, int option, long value) {
        try {
            return (int) EasyOffset.HANDLE.invokeExact(easy, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option that takes a pointer. */
    public static int easyPointer(MemorySegment easy, int option, MemorySegment value) {
        try {
            return (int) EasyPointer.HANDLE.invokeExact(easy, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Reads an info into memory. */
    public static int easyInfo(MemorySegment easy, int info, MemorySegment result) {
        try {
            return (int) EasyInfo.HANDLE.invokeExact(easy, info, result);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of a share that takes a pointer. */
    public static int sharePointer(MemorySegment share, int option, MemorySegment value) {
        try {
            return (int) SharePointer.HANDLE.invokeExact(share, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of a share that takes a number: unlike all others a C {@code int}. */
    public static int shareInt(MemorySegment share, int option, int value) {
        try {
            return (int) ShareInt.HANDLE.invokeExact(share, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of a multi of type {@code long}. */
    public static int multiLong(MemorySegment multi, int option, long value) {
        try {
            return (int) MultiLong.HANDLE.invokeExact(multi, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of a multi of type {@code curl_off_t}. */
    public static int multiOffset(MemorySegment multi, int option, long value) {
        try {
            return (int) MultiOffset.HANDLE.invokeExact(multi, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of a multi that takes a pointer. */
    public static int multiPointer(MemorySegment multi, int option, MemorySegment value) {
        try {
            return (int) MultiPointer.HANDLE.invokeExact(multi, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    private static Error unexpected(Throwable t) {
        return t instanceof Error error ? error : new AssertionError("a downcall threw", t);
    }
}
