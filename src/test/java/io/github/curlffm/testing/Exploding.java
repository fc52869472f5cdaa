package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What every callback must stand: its lambda throws a RuntimeException, a checked exception or an Error, or comes to the
 * end of the stack or of the heap. The very same object must reach the caller with the stack that it was made with, and
 * the lambda must not be called again.
 */
public final class Exploding {

    /** How many transfers {@link #check} does. */
    public static final int KINDS = 5;

    private static final int LONGER_THAN_ANY_ARRAY = Integer.MAX_VALUE;

    /** What a lambda does in the end. */
    @FunctionalInterface
    private interface Explosion {
        void run() throws Throwable;
    }

    private final Explosion explosion;
    private Throwable thrown;
    private StackTraceElement[] stack;
    private int calls;

    private Exploding(Explosion explosion) {
        this.explosion = explosion;
    }

    /** The body of a lambda: throws, and never returns. */
    public <R> R explode() {
        calls++;
        try {
            explosion.run();
        } catch (Throwable t) {
            thrown = t;
            stack = t.getStackTrace();
            Exploding.<RuntimeException>sneak(t);
        }
        throw new AssertionError("not reached");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable throwable) throws T {
        throw (T) throwable;
    }

    private static int withoutEnd(int depth) {
        return withoutEnd(depth + 1) + 1;
    }

    private static Explosion throwing(Throwable throwable) {
        return () -> {
            throw throwable;
        };
    }

    /** A transfer whose callback explodes. */
    @FunctionalInterface
    public interface Transfer {
        /**
         * Sets up everything on a new handle, with a lambda that calls {@code exploding.explode()}; {@code perform} is
         * called afterwards.
         */
        void setUp(Easy easy, Exploding exploding) throws Exception;
    }

    /** Checks all kinds of throwables; {@code expected} is the code that libcurl ends with. */
    public static void check(CurlCode expected, Transfer transfer) throws Exception {
        check(expected, transfer, Easy::perform);
    }

    /** Checks all kinds of throwables, which come out of the action. */
    public static void check(CurlCode expected, Transfer transfer, Perform.Action action) throws Exception {
        for (Throwable throwable : List.of(
                new IllegalArgumentException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            check(expected, transfer, action, throwable.getClass(), throwing(throwable));
        }
        check(expected, transfer, action, StackOverflowError.class, () -> withoutEnd(0));
        check(
                expected,
                transfer,
                action,
                OutOfMemoryError.class,
                () -> Arrays.fill(new long[LONGER_THAN_ANY_ARRAY], 1));
    }

    private static void check(
            CurlCode expected,
            Transfer transfer,
            Perform.Action action,
            Class<? extends Throwable> type,
            Explosion explosion)
            throws Exception {
        Exploding exploding = new Exploding(explosion);
        try (Easy easy = new Easy()) {
            transfer.setUp(easy, exploding);
            if (Error.class.isAssignableFrom(type)) {
                Error e = assertThrows(Error.class, () -> action.perform(easy));
                assertSame(exploding.thrown, e);
            } else {
                CallbackException e = assertThrows(CallbackException.class, () -> action.perform(easy));
                assertSame(exploding.thrown, e.getCause());
                assertEquals(expected, e.code(), e::toString);
                assertTrue(e.getMessage().contains(exploding.thrown.toString()), e::toString);
            }
        }
        assertInstanceOf(type, exploding.thrown);
        assertArrayEquals(exploding.stack, exploding.thrown.getStackTrace());
        assertEquals(1, exploding.calls, "calls of a lambda that throws " + exploding.thrown);
    }
}
