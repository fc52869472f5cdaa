package io.github.curlffm.soak;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A bounded pool: some places, each with a handle or nothing, that several threads pick from by chance. */
final class Slots<T> {

    private final AtomicReferenceArray<T> slots;

    Slots(int size) {
        slots = new AtomicReferenceArray<>(size);
    }

    /** {@return what is in a place picked by chance, or null} */
    T pick(SplittableRandom random) {
        return slots.get(random.nextInt(slots.length()));
    }

    /** Empties a place; {@return what was in it, or null}. */
    T take(SplittableRandom random) {
        return slots.getAndSet(random.nextInt(slots.length()), null);
    }

    /** Puts a handle in a place, whatever was in it. */
    T put(SplittableRandom random, T handle) {
        slots.set(random.nextInt(slots.length()), handle);
        return handle;
    }

    /** Empties all places. */
    void clear() {
        for (int i = 0; i < slots.length(); i++) {
            slots.set(i, null);
        }
    }
}
