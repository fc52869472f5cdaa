package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_slist;
import io.github.curlffm.internal.lib.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** C's values in memory: numbers, strings, bytes, structures and lists, from Java and back. */
public final class C {

    /** A C {@code long}, as long as this system has it. */
    public static final ValueLayout LONG =
            (ValueLayout) Linker.nativeLinker().canonicalLayouts().get("long");

    private C() {}

    /** {@return a C {@code long} in memory} */
    public static long number(MemorySegment memory) {
        return LONG.byteSize() == Long.BYTES
                ? memory.get(ValueLayout.JAVA_LONG, 0)
                : memory.get(ValueLayout.JAVA_INT, 0);
    }

    /** {@return a copy of a C string, which is UTF-8 or close to it; null for a null pointer} */
    public static String string(MemorySegment pointer) {
        return Libc.string(pointer);
    }

    /** {@return a copy of the C string at an address, as {@link #string(MemorySegment)}} */
    public static String string(long address) {
        return string(MemorySegment.ofAddress(address));
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
     * @throws OutOfMemoryError when libcurl cannot allocate it
     */
    public static MemorySegment slist(Lines strings) {
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
}
