package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.CallbackException;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for every callback of an easy handle: how exceptions travel, and that it can be unset, replaced and
 * duplicated. A subclass says what is special about its own.
 *
 * @param <C> the callback's interface
 */
abstract class CallbackContract<C> {

    /** What a lambda does before it gives its harmless answer. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Longer than what libcurl hands over at once. */
    static final String BODY = "0123456789abcdef".repeat(2500);

    /** The path of an answer without a body. */
    static final String EMPTY = "/empty";

    final HttpPeer peer = new HttpPeer(this::serve);

    /** {@return the option that sets the callback} */
    abstract Option<C> option();

    /** {@return a lambda that lets the transfer go on, as soon as the action is done} */
    abstract C harmless(Action action);

    /** {@return the code that libcurl ends with when the lambda throws} */
    abstract CurlCode whenItThrows();

    /** Sets up a transfer in which libcurl runs the callback. */
    void prepare(Easy easy) {
        easy.set(URL, peer.url("/")).set(TIMEOUT_MS, 20_000).set(WRITEFUNCTION, data -> {});
    }

    /** Performs what was prepared, without the callback. */
    void performWithout(Easy easy) throws Exception {
        easy.perform();
    }

    /** Answers a request. */
    void serve(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        HttpPeer.answer(exchange, 200, exchange.getRequestURI().getPath().equals(EMPTY) ? "" : BODY);
    }

    @BeforeEach
    void theLoadedLibraryHasTheOption() {
        assumeLibcurl(option().since(), option().toString());
    }

    static void assumeLibcurl(String version, String what) {
        int[] numbers =
                Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        assumeTrue(
                Curl.version().isAtLeast(numbers[0], numbers[1], numbers[2]),
                () -> what + " came with libcurl " + version + "; the loaded one is "
                        + Curl.version().version());
    }

    static void assertFailsWith(CurlCode expected, Easy easy) {
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(expected, e.code(), e::toString);
        assertTrue(!(e instanceof CallbackException), e::toString);
    }

    /** {@return what a callback of the handle throws} */
    static Throwable assertThrownInside(CurlCode expected, Easy easy) {
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertEquals(expected, e.code(), e::toString);
        return e.getCause();
    }

    @Test
    void whatItThrowsReachesTheCallerAndItIsNotCalledAgain() throws Exception {
        Exploding.check(whenItThrows(), (easy, exploding) -> {
            prepare(easy);
            easy.set(option(), harmless(exploding::explode));
        });
    }

    @Test
    void afterItThrewNoOtherCallbackOfTheTransferRuns(Easy easy) {
        RuntimeException thrown = new IllegalStateException("stop here");
        List<String> calls = new ArrayList<>();
        easy.set(VERBOSE, true).set(DEBUGFUNCTION, (type, data) -> calls.add("DEBUG " + type));
        prepare(easy);
        easy.set(HEADERFUNCTION, line -> calls.add("HEADER"))
                .set(WRITEFUNCTION, data -> calls.add("WRITE"))
                .set(CLOSESOCKETFUNCTION, socket -> {
                    calls.add("CLOSESOCKET");
                    return null;
                })
                .set(option(), harmless(() -> {
                    calls.clear();
                    throw thrown;
                }));
        assertSame(thrown, assertThrows(CallbackException.class, easy::perform).getCause());
        assertEquals(List.of(), calls);
    }

    @Test
    void afterItThrewTheHandleWorksAgain(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(option(), harmless(() -> {
            if (calls.getAndIncrement() == 0) {
                throw new IOException("only once");
            }
        }));
        assertThrows(CallbackException.class, easy::perform);
        assertEquals(1, calls.get());
        easy.perform();
        assertTrue(calls.get() > 1, "called in the second transfer");
    }

    @Test
    void onceUnsetItIsNotCalled(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(option(), harmless(calls::incrementAndGet)).unset(option());
        performWithout(easy);
        assertEquals(0, calls.get());
        easy.set(option(), harmless(calls::incrementAndGet)).perform();
        assertTrue(calls.get() > 0, "set again after unset");
    }

    @Test
    void unsetFromInsideItselfItIsNotCalledAgain(Easy easy) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        prepare(easy);
        easy.set(option(), harmless(() -> {
            calls.incrementAndGet();
            easy.unset(option());
        }));
        performUnsettingInside(easy);
        performWithout(easy);
        assertEquals(1, calls.get());
    }

    /** Performs while the callback unsets itself at its first call. */
    void performUnsettingInside(Easy easy) throws Exception {
        easy.perform();
    }

    @Test
    void replacedFromInsideItselfItHandsOverToTheReplacement() throws Exception {
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(option(), harmless(() -> {
                calls.add("first");
                easy.set(option(), harmless(() -> calls.add("second")));
            }));
            easy.perform();
            easy.perform();
        }
        assertEquals("first", calls.getFirst());
        assertTrue(calls.size() > 1, "the replacement is called");
        assertEquals(calls.size() - 1, Collections.frequency(calls, "second"));
    }

    @Test
    void aDuplicateKeepsItAlsoAfterTheOriginalIsClosed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Easy copy;
        try (Easy original = new Easy()) {
            prepare(original);
            copy = original.set(option(), harmless(calls::incrementAndGet)).duplicate();
        }
        try (copy) {
            copy.perform();
            assertTrue(calls.get() > 0, "called for the duplicate");
        }
    }

    @Test
    void aDuplicateAndItsOriginalChangeItEachForItself(Easy original) throws Exception {
        AtomicInteger callsOfOriginal = new AtomicInteger();
        AtomicInteger callsOfCopy = new AtomicInteger();
        prepare(original);
        original.set(option(), harmless(callsOfOriginal::incrementAndGet));
        try (Easy copy = original.duplicate()) {
            copy.set(option(), harmless(callsOfCopy::incrementAndGet)).perform();
            assertEquals(0, callsOfOriginal.get());
            assertTrue(callsOfCopy.getAndSet(0) > 0, "the lambda of the duplicate is called");

            copy.unset(option());
            original.perform();
            assertEquals(0, callsOfCopy.get());
            assertTrue(callsOfOriginal.get() > 0, "unset on the duplicate does not touch the original");
        }
    }
}
