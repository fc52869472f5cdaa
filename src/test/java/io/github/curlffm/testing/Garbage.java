package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Makes the garbage collector do its work now. */
public final class Garbage {

    private Garbage() {}

    /** Collects until something has happened that is to happen. */
    public static void collectUntil(BooleanSupplier happened, String what) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!happened.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "in vain waited for this: " + what);
            System.gc();
            Thread.yield();
        }
    }

    /** Collects some times, for something that is not to happen. */
    public static void collect() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.yield();
        }
    }
}
