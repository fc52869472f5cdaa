package io.github.curlffm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** The C library's memory functions take back what they gave, once, and nothing else. */
class CMemoryTest {

    private static void assertRefused(MemorySegment memory) {
        assertThrows(IllegalArgumentException.class, () -> CMemory.free(memory));
        assertThrows(IllegalArgumentException.class, () -> CMemory.realloc(memory, 8));
    }

    @Test
    void whatWasGivenIsTakenBackOnce() {
        MemorySegment memory = CMemory.malloc(16);
        CMemory.free(memory);
        assertRefused(memory);
    }

    @Test
    void whatHasMovedIsTakenBackWhereItIs() {
        MemorySegment moved = CMemory.realloc(CMemory.calloc(2, 8), 1 << 20);
        CMemory.free(moved);
        assertRefused(moved);
    }

    @Test
    void anyOtherAddressIsRefused() {
        assertRefused(MemorySegment.ofAddress(8));
        assertThrows(IllegalArgumentException.class, () -> CMemory.strdup(MemorySegment.ofAddress(8)));
    }

    @Test
    void aStringIsCopiedUpToItsZeroByte() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = CMemory.strdup(arena.allocateFrom("text"));
            assertEquals("text", copy.reinterpret(5).getString(0));
            CMemory.free(copy);
            MemorySegment endless = arena.allocateFrom("text").asSlice(0, 4);
            assertThrows(IllegalArgumentException.class, () -> CMemory.strdup(endless));
        }
    }

    @Test
    void nothingIsTakenBackForNothing() {
        CMemory.free(MemorySegment.NULL);
        CMemory.free(CMemory.realloc(MemorySegment.NULL, 8));
    }
}
