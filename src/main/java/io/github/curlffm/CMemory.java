package io.github.curlffm;

import io.github.curlffm.internal.lib.GivenMemory;
import java.lang.foreign.MemorySegment;

/** The C library's memory functions, for the callbacks of {@link Curl#globalInitMem}. */
public final class CMemory {

    private CMemory() {}

    /**
     * {@return memory, or {@link MemorySegment#NULL}}
     *
     * @param size the size in bytes
     */
    public static MemorySegment malloc(long size) {
        return GivenMemory.malloc(size);
    }

    /**
     * Frees memory.
     *
     * @param memory the result of another method of this class, or {@link MemorySegment#NULL}
     * @throws IllegalArgumentException if it is other memory, or is already freed
     */
    public static void free(MemorySegment memory) {
        GivenMemory.free(memory);
    }

    /**
     * {@return the memory with another size, maybe at another address, or {@link MemorySegment#NULL}}
     *
     * @param memory the result of another method of this class, or {@link MemorySegment#NULL}
     * @param size the new size in bytes
     * @throws IllegalArgumentException if it is other memory, or is already freed
     */
    public static MemorySegment realloc(MemorySegment memory, long size) {
        return GivenMemory.realloc(memory, size);
    }

    /**
     * {@return a copy of a C string, or {@link MemorySegment#NULL}}
     *
     * @param string a string that ends with a zero byte, as the callback gets it
     * @throws IllegalArgumentException if the segment contains no zero byte
     */
    public static MemorySegment strdup(MemorySegment string) {
        return GivenMemory.strdup(string);
    }

    /**
     * {@return cleared memory, or {@link MemorySegment#NULL}}
     *
     * @param count the number of elements
     * @param size the size of one element in bytes
     */
    public static MemorySegment calloc(long count, long size) {
        return GivenMemory.calloc(count, size);
    }
}
