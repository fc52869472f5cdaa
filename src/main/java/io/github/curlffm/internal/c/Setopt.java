package io.github.curlffm.internal.c;

import static io.github.curlffm.internal.lib.Downcalls.arg;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Downcalls;
import io.github.curlffm.internal.lib.Libc;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * libcurl's variadic functions, by the C type of the argument. The generated bindings call them with an array of objects,
 * and link each type on its own.
 */
public final class Setopt {

    private Setopt() {}

    // Each in a class of its own: an older libcurl may lack one, and not every program needs all.

    private static final class Easy {
        static final MethodHandle HANDLE = link(curl_ffm_h.curl_easy_setopt.address());
    }

    private static final class Info {
        static final MethodHandle HANDLE = link(curl_ffm_h.curl_easy_getinfo.address());
    }

    private static final class Share {
        static final MethodHandle HANDLE = link(curl_ffm_h.curl_share_setopt.address());
    }

    private static final class Multi {
        static final MethodHandle HANDLE = link(curl_ffm_h.curl_multi_setopt.address());
    }

    private static MethodHandle link(MemorySegment function) {
        return Downcalls.link(function, 3, Linker.Option.firstVariadicArg(2));
    }

    private static int call(MethodHandle function, MemorySegment handle, int option, long value) {
        try {
            return (int) (long) function.invokeExact(arg(handle), arg(option), value);
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    /** Sets an option of type {@code long}. */
    public static int easyLong(MemorySegment easy, int option, long value) {
        return call(Easy.HANDLE, easy, option, value);
    }

    /** Sets an option of type {@code curl_off_t}. */
    public static int easyOffset(MemorySegment easy, int option, long value) {
        return call(Easy.HANDLE, easy, option, value);
    }

    /** Sets an option that takes a pointer. */
    public static int easyPointer(MemorySegment easy, int option, MemorySegment value) {
        return call(Easy.HANDLE, easy, option, arg(value));
    }

    /** Reads an info into memory. */
    public static int easyInfo(MemorySegment easy, int info, MemorySegment result) {
        return call(Info.HANDLE, easy, info, arg(result));
    }

    /** Sets an option of a share that takes a pointer. */
    public static int sharePointer(MemorySegment share, int option, MemorySegment value) {
        return call(Share.HANDLE, share, option, arg(value));
    }

    /** Sets an option of a share that takes a number: unlike all others a C {@code int}. */
    public static int shareInt(MemorySegment share, int option, int value) {
        return call(Share.HANDLE, share, option, arg(value));
    }

    /** Sets an option of a multi of type {@code long}. */
    public static int multiLong(MemorySegment multi, int option, long value) {
        return call(Multi.HANDLE, multi, option, value);
    }

    /** Sets an option of a multi of type {@code curl_off_t}. */
    public static int multiOffset(MemorySegment multi, int option, long value) {
        return call(Multi.HANDLE, multi, option, value);
    }

    /** Sets an option of a multi that takes a pointer. */
    public static int multiPointer(MemorySegment multi, int option, MemorySegment value) {
        return call(Multi.HANDLE, multi, option, arg(value));
    }
}
