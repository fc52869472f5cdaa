package io.github.curlffm.internal;

import io.github.curlffm.internal.ffi.curl_easyoption;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_slist;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What the generated bindings cannot give as it stands: the variadic functions by the C type of the argument, global
 * initialization, strings and lists.
 */
public final class Native {

    /** A C {@code long}, as long as this system has it. */
    public static final ValueLayout C_LONG =
            (ValueLayout) Linker.nativeLinker().canonicalLayouts().get("long");

    private static final int GLOBAL_ALL = 3;

    private static volatile boolean initialized;

    private Native() {}

    private static final class SetLong {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_setopt.makeInvoker(C_LONG).handle();
    }

    private static final class SetOffset {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_setopt.makeInvoker(ValueLayout.JAVA_LONG).handle();
    }

    private static final class SetPointer {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_setopt.makeInvoker(ValueLayout.ADDRESS).handle();
    }

    private static final class SharePointer {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_share_setopt.makeInvoker(ValueLayout.ADDRESS).handle();
    }

    private static final class ShareInt {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_share_setopt.makeInvoker(ValueLayout.JAVA_INT).handle();
    }

    private static final class MultiLong {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_multi_setopt.makeInvoker(C_LONG).handle();
    }

    private static final class MultiOffset {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_multi_setopt.makeInvoker(ValueLayout.JAVA_LONG).handle();
    }

    private static final class MultiPointer {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_multi_setopt.makeInvoker(ValueLayout.ADDRESS).handle();
    }

    private static final class GetInfo {
        static final MethodHandle HANDLE =
                curl_ffm_h.curl_easy_getinfo.makeInvoker(ValueLayout.ADDRESS).handle();
    }

    /**
     * Loads libcurl and initializes it, once, whoever comes first.
     *
     * @throws UnsatisfiedLinkError when there is no libcurl
     * @throws IllegalStateException when libcurl refuses to be initialized
     */
    public static void initialize() {
        if (!initialized) {
            initializeOnce();
        }
    }

    private static synchronized void initializeOnce() {
        if (!initialized) {
            NativeLibrary.lookup();
            initialized("curl_global_init", curl_ffm_h.curl_global_init(GLOBAL_ALL));
        }
    }

    private static void initialized(String function, int code) {
        if (code != 0) {
            throw new IllegalStateException(function + " failed: [" + code + "] " + strerror(code));
        }
        initialized = true;
    }

    /**
     * Initializes libcurl with other memory functions.
     *
     * @throws IllegalStateException when it is too late, or libcurl refuses
     */
    public static synchronized void initialize(MemoryUpcalls callbacks) {
        int code = beforeInitialization("globalInitMem", () -> Upcalls.initializeWithMemory(GLOBAL_ALL, callbacks));
        initialized("curl_global_init_mem", code);
    }

    /**
     * {@return what a function of libcurl says that only works before initialization}
     *
     * @throws IllegalStateException when it is too late
     */
    public static synchronized int beforeInitialization(String what, IntSupplier call) {
        if (initialized) {
            throw new IllegalStateException(
                    what + " comes too late: libcurl is initialized; call it before anything else of this library");
        }
        NativeLibrary.lookup();
        return call.getAsInt();
    }

    /**
     * Refuses to go on without a function that older libcurls lack.
     *
     * @param function its name in C
     * @param since the libcurl that brought it
     * @throws UnsupportedOperationException naming both and the loaded libcurl
     */
    public static void require(String function, String since) {
        if (!NativeLibrary.has(function)) {
            throw tooOld(function, since);
        }
    }

    /** {@return what says that the loaded libcurl lacks something that a newer one has} */
    public static UnsupportedOperationException tooOld(String what, String since) {
        return new UnsupportedOperationException(what + " came with libcurl " + since + "; the loaded one is "
                + version() + " (" + NativeLibrary.name() + ")");
    }

    /** {@return the version of the loaded libcurl, as in {@code "8.14.1"}} */
    public static String version() {
        return VersionInfo.current().version();
    }

    /**
     * {@return what libcurl takes for an option, one of {@code CURLOT_*}; -1 for an option that it does not have}
     *
     * @throws UnsupportedOperationException before libcurl 7.73.0, which cannot tell
     */
    public static int optionType(int option) {
        require("curl_easy_option_by_id", "7.73.0");
        MemorySegment found = curl_ffm_h.curl_easy_option_by_id(option);
        return found.address() == 0 ? -1 : curl_easyoption.type(struct(found, curl_easyoption.layout()));
    }

    /** Sets an option of type {@code long}. */
    public static int setLong(MemorySegment easy, int option, long value) {
        try {
            return (int) SetLong.HANDLE.invokeExact(easy, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option of type {@code curl_off_t}. */
    public static int setOffset(MemorySegment easy, int option, long value) {
        try {
            return (int) SetOffset.HANDLE.invokeExact(easy, option, value);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Sets an option that takes a pointer. */
    public static int setPointer(MemorySegment easy, int option, MemorySegment value) {
        try {
            return (int) SetPointer.HANDLE.invokeExact(easy, option, value);
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

    /** {@return a C {@code long} in memory} */
    public static long number(MemorySegment memory) {
        return C_LONG.byteSize() == Long.BYTES
                ? memory.get(ValueLayout.JAVA_LONG, 0)
                : memory.get(ValueLayout.JAVA_INT, 0);
    }

    /** Reads an info into memory. */
    public static int getInfo(MemorySegment easy, int info, MemorySegment result) {
        try {
            return (int) GetInfo.HANDLE.invokeExact(easy, info, result);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** {@return libcurl's own words for a code of an easy handle} */
    public static String strerror(int code) {
        return string(curl_ffm_h.curl_easy_strerror(code));
    }

    /** {@return a copy of a C string, which is UTF-8 or close to it; null for a null pointer} */
    public static String string(MemorySegment pointer) {
        return pointer.address() == 0
                ? null
                : pointer.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
    }

    /** {@return a copy of some native bytes} */
    public static byte[] bytes(MemorySegment pointer, long size) {
        byte[] bytes = new byte[Math.toIntExact(size)];
        MemorySegment.copy(pointer.reinterpret(size), ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
        return bytes;
    }

    /**
     * {@return a new {@code curl_slist}, {@link MemorySegment#NULL} for an empty list}
     *
     * @throws OutOfMemoryError when libcurl cannot allocate it
     */
    public static MemorySegment slist(List<String> strings) {
        MemorySegment list = MemorySegment.NULL;
        MemorySegment last = MemorySegment.NULL; // curl_slist_append walks from where it is told to the end
        for (String string : strings) {
            MemorySegment extended;
            try (Arena arena = Arena.ofConfined()) {
                extended = curl_ffm_h.curl_slist_append(last, arena.allocateFrom(string));
            }
            if (extended.address() == 0) {
                curl_ffm_h.curl_slist_free_all(list);
                throw new OutOfMemoryError("curl_slist_append");
            }
            if (list.address() == 0) {
                list = extended;
                last = extended;
            } else {
                last = curl_slist.next(struct(last, curl_slist.layout()));
            }
        }
        return list;
    }

    /** {@return copies of the strings of a {@code curl_slist}} */
    public static List<String> strings(MemorySegment slist) {
        List<String> strings = new ArrayList<>();
        for (MemorySegment node = slist; node.address() != 0; ) {
            MemorySegment struct = struct(node, curl_slist.layout());
            strings.add(string(curl_slist.data(struct)));
            node = curl_slist.next(struct);
        }
        return strings;
    }

    /** {@return a C structure behind a pointer, as long as its layout} */
    public static MemorySegment struct(MemorySegment pointer, MemoryLayout layout) {
        return pointer.reinterpret(layout.byteSize());
    }

    /** {@return a copy of the bytes in C memory that lives until {@link Libc#free}} */
    public static MemorySegment malloc(byte[] bytes) {
        MemorySegment memory = Libc.malloc(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return memory;
    }

    private static Error unexpected(Throwable t) {
        return t instanceof Error error ? error : new AssertionError("a downcall threw", t);
    }
}
