package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import java.io.IOException;
import java.util.List;

/**
 * What every callback must stand: its lambda throws a RuntimeException, a checked exception or an Error. The very same
 * object must reach the caller with the stack that it was made with, and the lambda must not be called again.
 */
public final class Exploding {

    private final Throwable throwable;
    private int calls;

    private Exploding(Throwable throwable) {
        this.throwable = throwable;
    }

    /** The body of a lambda: throws, and never returns. */
    public <R> R explode() {
        calls++;
        Exploding.<RuntimeException>sneak(throwable);
        throw new AssertionError("not reached");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable throwable) throws T {
        throw (T) throwable;
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

    /** Checks the three kinds of throwables; {@code expected} is the code that libcurl ends with. */
    public static void check(CurlCode expected, Transfer transfer) throws Exception {
        for (Throwable throwable : List.of(
                new IllegalArgumentException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            Exploding exploding = new Exploding(throwable);
            StackTraceElement[] stack = throwable.getStackTrace();
            try (Easy easy = new Easy()) {
                transfer.setUp(easy, exploding);
                if (throwable instanceof Error) {
                    assertSame(throwable, assertThrows(AssertionError.class, easy::perform));
                } else {
                    CallbackException e = assertThrows(CallbackException.class, easy::perform);
                    assertSame(throwable, e.getCause());
                    assertEquals(expected, e.code(), e::toString);
                    assertTrue(e.getMessage().contains(throwable.toString()), e::toString);
                }
            }
            assertArrayEquals(stack, throwable.getStackTrace());
            assertEquals(1, exploding.calls, "calls of a lambda that throws " + throwable);
        }
    }
}
