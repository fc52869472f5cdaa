package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Needs;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for the lambda of every option of an easy handle: how exceptions travel, and that it can be taken away and
 * duplicated. A test class says what is special about its own. See also {@link RepeatedCallbackContract}.
 *
 * @param <C> the callback's interface
 */
interface CallbackContract<C> {

    /** What a lambda does before it gives its harmless answer. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** {@return the option that sets the callback} */
    Option<C> option();

    /** {@return a lambda that lets the transfer go on, as soon as the action is done} */
    C harmless(Action action);

    /** {@return the code that libcurl ends with when the lambda throws} */
    default CurlCode whenItThrows() {
        return CurlCode.ABORTED_BY_CALLBACK;
    }

    /** Sets up everything but the callback, on a handle that is new or was reset. */
    void prepare(Easy easy) throws Exception;

    /** Does that in which libcurl runs the callback. */
    default void perform(Easy easy) throws Exception {
        easy.perform();
    }

    /** Does the same without the callback. */
    default void performWithout(Easy easy) throws Exception {
        perform(easy);
    }

    /** Sets other callbacks that run in the same transfer; some are there already. */
    default void addBystanders(Easy easy, Bystanders bystanders) {
        easy.set(WRITEFUNCTION, data -> bystanders.called("WRITE"))
                .set(OPENSOCKETFUNCTION, (purpose, address) -> {
                    bystanders.called("OPENSOCKET");
                    return null;
                })
                .set(SOCKOPTFUNCTION, (socket, purpose) -> {
                    bystanders.called("SOCKOPT");
                    return null;
                })
                .set(CLOSESOCKETFUNCTION, socket -> {
                    bystanders.called("CLOSESOCKET");
                    return null;
                });
    }

    /** {@return whether libcurl may run it before all others} */
    default boolean comesFirst() {
        return false;
    }

    /** {@return whether libcurl runs it also for a handle that is duplicated} */
    default boolean runsInDuplicate() {
        return false;
    }

    @BeforeEach
    default void theLoadedLibraryHasTheOption() {
        Needs.key(option());
    }

    @Test
    default void whatItThrowsReachesTheCallerAndItIsNotCalledAgain() throws Exception {
        Exploding.check(
                whenItThrows(),
                (easy, exploding) -> {
                    prepare(easy);
                    easy.set(option(), harmless(exploding::explode));
                },
                this::perform);
    }

    @Test
    default void afterItThrewNoOtherCallbackOfTheTransferRuns() throws Exception {
        boolean othersComeBefore = !comesFirst();
        Bystanders.check(
                othersComeBefore,
                (easy, bystanders) -> {
                    prepare(easy);
                    addBystanders(easy, bystanders);
                    easy.set(option(), harmless(bystanders::explode));
                },
                this::perform);
    }

    @Test
    default void onceUnsetItIsNotCalled(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(option(), harmless(calls::incrementAndGet)).unset(option());
        performWithout(easy);
        assertEquals(0, calls.get());
    }

    @Test
    default void afterResetItIsNotCalled(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        easy.set(option(), harmless(calls::incrementAndGet)).reset();
        prepare(easy);
        performWithout(easy);
        assertEquals(0, calls.get());
    }

    @Test
    default void aDuplicateKeepsItAlsoAfterTheOriginalIsClosed(Easy original) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(original);
        try (Easy copy =
                original.set(option(), harmless(calls::incrementAndGet)).duplicate()) {
            original.close();
            calls.set(0);
            perform(copy);
            assertTrue(calls.get() > 0, "called for the duplicate");
        }
    }

    @Test
    default void aDuplicateAndItsOriginalChangeItEachForItself(Easy original) throws Exception {
        AtomicInteger callsOfOriginal = new AtomicInteger();
        AtomicInteger callsOfCopy = new AtomicInteger();
        prepare(original);
        original.set(option(), harmless(callsOfOriginal::incrementAndGet));
        try (Easy copy = original.duplicate();
                Easy without = original.duplicate()) {
            if (runsInDuplicate()) {
                callsOfOriginal.set(0);
            }
            copy.set(option(), harmless(callsOfCopy::incrementAndGet));
            without.unset(option());

            perform(copy);
            assertEquals(0, callsOfOriginal.get());
            assertTrue(callsOfCopy.getAndSet(0) > 0, "the lambda of the duplicate is called");
            performWithout(without);
            assertEquals(0, callsOfOriginal.get());
            perform(original);
            assertEquals(0, callsOfCopy.get());
            assertTrue(callsOfOriginal.get() > 0, "unset on a duplicate does not touch the original");
        }
    }
}
