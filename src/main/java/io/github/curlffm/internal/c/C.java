package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_slist;
import io.github.curlffm.internal.lib.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Converts C's values in memory to Java and back: numbers, strings, bytes, structures and lists. */
public final class C {

    /** The layout of a C {@code long} on this system. */
    public static final ValueLayout LONG =
            (ValueLayout) Linker.nativeLinker().canonicalLayouts().get("long");

    private C() {}

    /** {@return a C {@code long} in memory} */
    public static long number(MemorySegment memory) {
        return LONG.byteSize() == Long.BYTES
                ? memory.get(ValueLayout.JAVA_LONG, 0)
                : memory.get(ValueLayout.JAVA_INT, 0);
    }

    /**
     * {@return a copy of a C string that libcurl wrote; null for a null pointer} Strings of a peer or a user pass
     * {@link Text}.
     */
    public static String string(MemorySegment pointer) {
        return Libc.string(pointer);
    }

    /** {@return bytes as a C string, with a zero byte at the end, that lives as long as the arena} */
    public static MemorySegment terminated(byte[] bytes, Arena arena) {
        MemorySegment string = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, string, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return string;
    }

    /** {@return a copy of some native bytes} */
    public static byte[] bytes(MemorySegment pointer, long size) {
        byte[] bytes = new byte[Math.toIntExact(size)];
        MemorySegment.copy(pointer.reinterpret(size), ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
        return bytes;
    }

    /** {@return a copy of some native bytes at an address} */
    public static byte[] bytes(long address, long size) {
        return bytes(MemorySegment.ofAddress(address), size);
    }

    /** {@return a C structure behind a pointer, as long as its layout} */
    public static MemorySegment struct(MemorySegment pointer, MemoryLayout layout) {
        return pointer.reinterpret(layout.byteSize());
    }

    /** {@return a C structure at an address, as long as its layout} */
    public static MemorySegment struct(long address, MemoryLayout layout) {
        return struct(MemorySegment.ofAddress(address), layout);
    }

    /** {@return a copy of the bytes in C memory that lives until {@link Libc#free}} */
    public static MemorySegment malloc(byte[] bytes) {
        MemorySegment memory = Libc.malloc(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return memory;
    }

    /**
     * {@return a new {@code curl_slist}, {@link MemorySegment#NULL} for an empty list}
     *
     * @param strings their bytes, from {@link Text}
     * @throws OutOfMemoryError if libcurl cannot allocate it
     */
    public static MemorySegment slist(List<byte[]> strings) {
        MemorySegment list = MemorySegment.NULL;
        MemorySegment last = MemorySegment.NULL; // curl_slist_append walks from the given node to the end
        for (byte[] string : strings) {
            MemorySegment extended;
            try (Arena arena = Arena.ofConfined()) {
                extended = curl_ffm_h.curl_slist_append(last, terminated(string, arena));
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
}
