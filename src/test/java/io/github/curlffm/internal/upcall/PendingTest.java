package io.github.curlffm.internal.upcall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PendingTest {

    private final Pending pending = new Pending();

    @Test
    void nothingIsPendingAtFirst() {
        assertFalse(pending.has());
        assertNull(pending.take());
    }

    @Test
    void theFirstIsTakenOnceWithTheNextOnesSuppressed() {
        Throwable first = new IllegalStateException("first");
        Throwable second = new Error("second");
        Throwable third = new Exception("third");
        pending.fail(first);
        pending.fail(second);
        pending.fail(third);
        assertTrue(pending.has());
        assertSame(first, pending.take());
        assertArrayEquals(new Throwable[] {second, third}, first.getSuppressed());
        assertFalse(pending.has());
        assertNull(pending.take());
    }

    @Test
    void theSameThrownTwiceIsNotSuppressedInItself() {
        Throwable thrown = new IllegalStateException("again");
        pending.fail(thrown);
        pending.fail(thrown);
        pending.fail(null);
        assertSame(thrown, pending.take());
        assertEquals(0, thrown.getSuppressed().length);
    }

    @Test
    void aCallbackThatFailsForEverDoesNotFillTheHeap() {
        Throwable first = new IllegalStateException("first");
        pending.fail(first);
        for (int i = 0; i < 10_000; i++) {
            pending.fail(new IllegalStateException("again"));
        }
        assertSame(first, pending.take());
        assertEquals(16, first.getSuppressed().length);
        Throwable next = new IllegalStateException("next");
        pending.fail(next);
        pending.fail(first);
        assertSame(next, pending.take());
        assertEquals(1, next.getSuppressed().length, "counted anew");
    }
}
