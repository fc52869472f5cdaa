package io.github.curlffm;

import io.github.curlffm.internal.lib.Libc;
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
        return Libc.plainMalloc(size);
    }

    /**
     * Gives memory back.
     *
     * @param memory what one of the others gave, or {@link MemorySegment#NULL}
     */
    public static void free(MemorySegment memory) {
        Libc.free(memory);
    }

    /**
     * {@return memory with another size, perhaps elsewhere, or {@link MemorySegment#NULL}}
     *
     * @param memory what one of the others gave, or {@link MemorySegment#NULL}
     * @param size how many bytes it is to have
     */
    public static MemorySegment realloc(MemorySegment memory, long size) {
        return Libc.realloc(memory, size);
    }

    /**
     * {@return a copy of a C string, or {@link MemorySegment#NULL}}
     *
     * @param string ends with a zero byte
     */
    public static MemorySegment strdup(MemorySegment string) {
        return Libc.strdup(string);
    }

    /**
     * {@return cleared memory, or {@link MemorySegment#NULL}}
     *
     * @param count how many elements
     * @param size how many bytes each
     */
    public static MemorySegment calloc(long count, long size) {
        return Libc.calloc(count, size);
    }
}
