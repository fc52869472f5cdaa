package io.github.curlffm.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Keys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What holds besides for the lambda of every option that libcurl calls in each transfer. It calls
 * {@code HSTSWRITEFUNCTION} alone at the end of the handle.
 */
interface RepeatedCallbackContract<C> extends CallbackContract<C> {

    /** Skips a test of two transfers where libcurl runs the callback only once in the life of a handle. */
    default void needsASecondTransfer() {}

    /** Performs while the callback tries to unset itself at its first call, which works for READ and WRITE alone. */
    default void performUnsettingInside(Easy easy) throws Exception {
        perform(easy);
    }

    @Test
    default void afterItThrewTheHandleWorksAgain(Easy easy) throws Exception {
        needsASecondTransfer();
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(option(), harmless(() -> {
            if (calls.getAndIncrement() == 0) {
                throw new IOException("only once");
            }
        }));
        assertThrows(CallbackException.class, () -> perform(easy));
        assertEquals(1, calls.get());
        perform(easy);
        assertTrue(calls.get() > 1, "called in the second transfer");
    }

    @Test
    default void setAgainAfterUnsetItIsCalled(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(option(), harmless(() -> {})).unset(option());
        performWithout(easy);
        easy.set(option(), harmless(calls::incrementAndGet));
        perform(easy);
        assertTrue(calls.get() > 0, "set again after unset");
    }

    @Test
    default void takenAwayAfterATransferItIsNotCalledInTheNext() throws Exception {
        needsASecondTransfer();
        for (Consumer<Easy> takeAway : List.<Consumer<Easy>>of(easy -> easy.unset(option()), Easy::reset)) {
            AtomicInteger calls = new AtomicInteger();
            try (Easy easy = new Easy()) {
                prepare(easy);
                easy.set(option(), harmless(calls::incrementAndGet));
                perform(easy);
                assertTrue(calls.get() > 0, "called to begin with");
                takeAway.accept(easy);
                calls.set(0);
                prepare(easy);
                performWithout(easy);
            }
            assertEquals(0, calls.get());
        }
    }

    @Test
    default void unsetFromInsideItselfItIsNotCalledAgainOrThatIsRefused(Easy easy) throws Exception {
        needsASecondTransfer();
        AtomicInteger calls = new AtomicInteger();
        boolean works = Keys.row(option()).mayUnsetInUse();
        prepare(easy);
        easy.set(option(), harmless(() -> {
            calls.incrementAndGet();
            if (works) {
                easy.unset(option());
            } else {
                var refused = assertThrows(IllegalStateException.class, () -> easy.unset(option()));
                assertTrue(refused.getMessage().startsWith(option() + " cannot be unset"), refused::getMessage);
            }
        }));
        performUnsettingInside(easy);
        int inside = calls.get();
        easy.unset(option());
        performWithout(easy);
        assertEquals(works ? 1 : inside, calls.get());
    }

    @Test
    default void replacedFromInsideItselfItHandsOverToTheReplacement() throws Exception {
        needsASecondTransfer();
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(option(), harmless(() -> {
                calls.add("first");
                easy.set(option(), harmless(() -> calls.add("second")));
            }));
            perform(easy);
            perform(easy);
        }
        assertEquals("first", calls.getFirst());
        assertTrue(calls.size() > 1, "the replacement is called");
        assertEquals(calls.size() - 1, Collections.frequency(calls, "second"));
    }
}
