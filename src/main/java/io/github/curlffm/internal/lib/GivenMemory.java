package io.github.curlffm.internal.lib;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** C memory that users have allocated. Only such memory may be freed: any other address is refused. */
public final class GivenMemory {

    private static final Set<Long> GIVEN = ConcurrentHashMap.newKeySet();

    private GivenMemory() {}

    /** {@return the result of C's {@code malloc}} */
    public static MemorySegment malloc(long size) {
        return given(Libc.plainMalloc(size));
    }

    /** {@return the result of C's {@code calloc}} */
    public static MemorySegment calloc(long count, long size) {
        return given(Libc.calloc(count, size));
    }

    /** {@return the result of C's {@code strdup}, for a string that ends within the segment} */
    public static MemorySegment strdup(MemorySegment string) {
        long length = 0;
        while (length < string.byteSize() && string.get(ValueLayout.JAVA_BYTE, length) != 0) {
            length++;
        }
        if (length == string.byteSize()) {
            throw new IllegalArgumentException("strdup takes a segment with a string that ends with a zero byte in it,"
                    + " as the callback is given; this one has " + length + " bytes without one");
        }
        MemorySegment copy = malloc(length + 1);
        if (copy.address() != 0) {
            copy.reinterpret(length + 1).copyFrom(string.asSlice(0, length + 1));
        }
        return copy;
    }

    /** {@return the result of C's {@code realloc}} */
    public static MemorySegment realloc(MemorySegment memory, long size) {
        if (memory.address() == 0) {
            return malloc(size);
        }
        take(memory, "realloc");
        MemorySegment moved = Libc.realloc(memory, size);
        if (moved.address() == 0 && size > 0) {
            given(memory); // it stays allocated
        }
        return given(moved);
    }

    /** Frees memory. */
    public static void free(MemorySegment memory) {
        if (memory.address() != 0) {
            take(memory, "free");
            Libc.free(memory);
        }
    }

    private static MemorySegment given(MemorySegment memory) {
        if (memory.address() != 0) {
            GIVEN.add(memory.address());
        }
        return memory;
    }

    private static void take(MemorySegment memory, String function) {
        if (!memory.isNative() || !GIVEN.remove(memory.address())) {
            throw new IllegalArgumentException(
                    function + " takes what CMemory gave and nobody has given back; this is another address");
        }
    }
}
