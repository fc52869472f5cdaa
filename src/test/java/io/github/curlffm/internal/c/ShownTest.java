package io.github.curlffm.internal.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions that cannot even be shown. */
class ShownTest {

    private static final class Unspeakable extends Exception {
        private static final long serialVersionUID = 1L;

        private final Throwable instead;

        Unspeakable(Throwable instead) {
            this.instead = instead;
        }

        @Override
        public String toString() {
            throw ShownTest.<RuntimeException>sneaky(instead);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable throwable) throws T {
        throw (T) throwable;
    }

    static List<Throwable> whatItThrowsInstead() {
        return List.of(
                new IllegalStateException(),
                new Exception(),
                new AssertionError(),
                new OutOfMemoryError(),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("whatItThrowsInstead")
    void isNamedByItsClass(Throwable instead) {
        Unspeakable unspeakable = new Unspeakable(instead);
        assertThrows(instead.getClass(), unspeakable::toString);
        assertEquals(
                Unspeakable.class.getName() + " (whose message threw "
                        + instead.getClass().getName() + ")",
                Shown.of(unspeakable));
    }
}
