package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What holds for the lambda of every option that is called once or more in each transfer: how it is replaced, taken
 * away and copied.
 */
public final class Lambdas {

    /** Sets up everything but the callback on a new handle; each {@code perform} must call the callback anew. */
    @FunctionalInterface
    public interface Transfer {
        void setUp(Easy easy) throws Exception;
    }

    private Lambdas() {}

    /**
     * Checks all of it.
     *
     * @param lambda makes a callback that runs this, and lets the transfer go on
     */
    public static <C> void check(Transfer transfer, Option<C> option, Function<Runnable, C> lambda) throws Exception {
        replacedFromInsideItself(transfer, option, lambda);
        gone(transfer, option, lambda, easy -> easy.unset(option));
        gone(transfer, option, lambda, Easy::reset);
        keptThroughDuplicate(transfer, option, lambda);
    }

    private static <C> void replacedFromInsideItself(Transfer transfer, Option<C> option, Function<Runnable, C> lambda)
            throws Exception {
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            transfer.setUp(easy);
            C second = lambda.apply(() -> calls.add("second"));
            easy.set(option, lambda.apply(() -> {
                calls.add("first");
                easy.set(option, second);
            }));
            easy.perform();
            easy.perform();
            assertEquals("first", calls.getFirst(), calls::toString);
            assertEquals("second", calls.getLast(), calls::toString);
            assertEquals(0, calls.lastIndexOf("first"), calls::toString);
        }
    }

    private static <C> void gone(Transfer transfer, Option<C> option, Function<Runnable, C> lambda, Transfer takeAway)
            throws Exception {
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            transfer.setUp(easy);
            easy.set(option, lambda.apply(() -> calls.add("called")));
            easy.perform();
            assertFalse(calls.isEmpty(), "the callback is called to begin with");
            takeAway.setUp(easy);
            calls.clear();
            transfer.setUp(easy);
            easy.perform();
        }
        assertEquals(List.of(), calls);
    }

    private static <C> void keptThroughDuplicate(Transfer transfer, Option<C> option, Function<Runnable, C> lambda)
            throws Exception {
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            transfer.setUp(easy);
            easy.set(option, lambda.apply(() -> calls.add("copied")));
            try (Easy copy = easy.duplicate()) {
                easy.set(option, lambda.apply(() -> calls.add("the original's")));
                easy.close();
                calls.clear();
                copy.perform();
            }
        }
        assertEquals(List.of("copied"), calls.stream().distinct().toList());
    }
}
