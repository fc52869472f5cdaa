package io.github.curlffm;

import io.github.curlffm.internal.lib.GivenMemory;
import java.lang.foreign.MemorySegment;

/** The C library's memory functions, for {@link Curl#globalInitMem} to fall back on. */
public final class CMemory {

    private CMemory() {}

    /**
     * {@return memory, or {@link MemorySegment#NULL}}
     *
     * @param size how many bytes
     */
    public static MemorySegment malloc(long size) {
        return GivenMemory.malloc(size);
    }

    /**
     * Gives memory back.
     *
     * @param memory what one of the others gave, or {@link MemorySegment#NULL}
     * @throws IllegalArgumentException for any other memory, and for what was given back already
     */
    public static void free(MemorySegment memory) {
        GivenMemory.free(memory);
    }

    /**
     * {@return memory with another size, perhaps elsewhere, or {@link MemorySegment#NULL}}
     *
     * @param memory what one of the others gave, or {@link MemorySegment#NULL}
     * @param size how many bytes it is to have
     * @throws IllegalArgumentException for any other memory, and for what was given back already
     */
    public static MemorySegment realloc(MemorySegment memory, long size) {
        return GivenMemory.realloc(memory, size);
    }

    /**
     * {@return a copy of a C string, or {@link MemorySegment#NULL}}
     *
     * @param string ends with a zero byte, as what the callback is given does
     * @throws IllegalArgumentException when there is no zero byte in the segment
     */
    public static MemorySegment strdup(MemorySegment string) {
        return GivenMemory.strdup(string);
    }

    /**
     * {@return cleared memory, or {@link MemorySegment#NULL}}
     *
     * @param count how many elements
     * @param size how many bytes each
     */
    public static MemorySegment calloc(long count, long size) {
        return GivenMemory.calloc(count, size);
    }
}
