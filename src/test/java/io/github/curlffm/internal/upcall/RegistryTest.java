package io.github.curlffm.internal.upcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static UpcallState get(long id) {
        return Registry.get(id);
    }

    @Test
    void idsAreNeverUsedTwice() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            EasyState state = new EasyState();
            assertTrue(seen.add(state.id()), () -> "again: " + state.id());
            Registry.remove(state.id());
        }
        assertTrue(Collections.min(seen) > 0, "0 is what libcurl has without userdata");
    }

    @Test
    void stateIsFoundUntilItIsRemovedAndNotAfterwards() {
        EasyState first = new EasyState();
        assertSame(first, get(first.id()));
        assertEquals(first.id(), first.userdata().address());
        Registry.remove(first.id());
        assertNull(get(first.id()));

        EasyState second = new EasyState(); // takes the same slot
        assertNotEquals(first.id(), second.id());
        assertNull(get(first.id()));
        Registry.remove(first.id());
        assertSame(second, get(second.id()), "an old id removes nothing");
        Registry.remove(second.id());
    }

    @Test
    void whatIsNoIdIsNotFound() {
        for (long id : new long[] {0, -1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE}) {
            assertNull(get(id), () -> "id " + id);
        }
    }

    @Test
    void growsAndCounts() {
        int before = Registry.size();
        List<EasyState> states =
                IntStream.range(0, 1000).mapToObj(i -> new EasyState()).toList();
        assertTrue(Registry.size() >= 1000);
        for (EasyState state : states) {
            assertSame(state, get(state.id()));
        }
        List<EasyState> mixed = new ArrayList<>(states);
        Collections.shuffle(mixed);
        mixed.forEach(state -> Registry.remove(state.id()));
        assertTrue(Registry.size() <= before, () -> Registry.size() + " ids in use, before " + before);
        Reference.reachabilityFence(states);
    }
}
