package io.github.curlffm.callback;

import static io.github.curlffm.callback.HstsWorld.NAME;
import static io.github.curlffm.callback.HstsWorld.giving;
import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.HSTSREADFUNCTION;
import static io.github.curlffm.option.Option.HSTSWRITEFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.HstsWriteCallback.Result;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HstsWriteCallbackTest implements CallbackContract<HstsWriteCallback> {

    private record Call(HstsEntry entry, long index, long total) {}

    private static final HstsEntry[] ENTRIES = {
        new HstsEntry("a.example", false, null),
        new HstsEntry("b.example", true, Instant.now().plus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)),
        new HstsEntry("c.example", true, null)
    };

    private final List<Call> calls = new ArrayList<>();
    private final HstsWorld world = new HstsWorld();

    @Override
    public Option<HstsWriteCallback> option() {
        return HSTSWRITEFUNCTION;
    }

    @Override
    public HstsWriteCallback harmless(Action action) {
        return (entry, index, total) -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    public void prepare(Easy easy) {
        world.setUp(easy).set(HSTSREADFUNCTION, givingAgainAndAgain(ENTRIES));
    }

    /** It runs when the handle is closed, which throws what cannot be checked. */
    @Override
    public void perform(Easy easy) throws Exception {
        easy.perform();
        try {
            easy.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A callback that gives these entries to each handle that asks. */
    private static HstsReadCallback givingAgainAndAgain(HstsEntry... entries) {
        int[] next = {0};
        return () -> {
            boolean end = next[0] == entries.length;
            HstsEntry entry = end ? null : entries[next[0]];
            next[0] = end ? 0 : next[0] + 1;
            return entry;
        };
    }

    /** A handle that has done a transfer and knows some hosts. */
    private Easy knowing(HstsEntry... entries) throws Exception {
        Easy easy = world.setUp(new Easy()).set(HSTSREADFUNCTION, giving(entries));
        easy.perform();
        return easy;
    }

    private HstsWriteCallback recording(Result result) {
        return (entry, index, total) -> {
            calls.add(new Call(entry, index, total));
            return result;
        };
    }

    private static HstsWriteCallback throwing(Throwable throwable) {
        return (entry, index, total) -> {
            if (throwable instanceof Error error) {
                throw error;
            }
            throw (Exception) throwable;
        };
    }

    private void assertCalls(HstsEntry... entries) {
        List<Call> expected = new ArrayList<>();
        for (HstsEntry entry : entries) {
            expected.add(new Call(entry, expected.size(), entries.length));
        }
        assertEquals(expected, calls);
    }

    @Test
    void closeGivesEveryEntryThatWasReadAsItWas() throws Exception {
        try (Easy easy = knowing(ENTRIES).set(HSTSWRITEFUNCTION, recording(Result.OK))) {
            assertEquals(List.of(), calls);
        }
        assertCalls(ENTRIES);
    }

    @Test
    void nullGoesOn() throws Exception {
        knowing(ENTRIES).set(HSTSWRITEFUNCTION, recording(null)).close();
        assertCalls(ENTRIES);
    }

    @Test
    void doneAndFailAreEnough() throws Exception {
        for (Result enough : List.of(Result.DONE, Result.FAIL)) {
            calls.clear();
            knowing(ENTRIES).set(HSTSWRITEFUNCTION, recording(enough)).close();
            assertEquals(List.of(new Call(ENTRIES[0], 0, 3)), calls);
        }
    }

    @Test
    void isNotCalledWhenThereIsNothingToWrite() throws Exception {
        knowing().set(HSTSWRITEFUNCTION, recording(null)).close();
        assertEquals(List.of(), calls);
    }

    @Test
    void whatTheServerSaidIsWritten() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        HstsEntry entry = learn("max-age=3600; includeSubDomains");
        assertEquals(NAME, entry.name());
        assertTrue(entry.includeSubDomains());
        assertFalse(entry.expire().isBefore(before.plusSeconds(3600)), entry::toString);
        assertFalse(entry.expire().isAfter(Instant.now().plusSeconds(3600)), entry::toString);
        assertFalse(learn("max-age=3600").includeSubDomains());
    }

    /** libcurl's field is too short for a year of five digits: it cuts the seconds. Since 8.23.0 it cuts the age. */
    @ParameterizedTest
    @ValueSource(longs = {300000000000L, 30000000000000L, 30000000000000000L, Long.MAX_VALUE})
    void anEndBeyondTheYear9999IsNoEnd(long maxAge) throws Exception {
        Instant expire = learn("max-age=" + maxAge).expire();
        if (Curl.version().isAtLeast(8, 23, 0)) {
            assertTrue(expire.isBefore(Instant.parse("9999-01-01T00:00:00Z")), expire::toString);
        } else {
            assertNull(expire);
        }
    }

    private HstsEntry learn(String policy) throws Exception {
        calls.clear();
        world.policy = policy;
        try (Easy easy = world.setUp(new Easy()).set(URL, "https://" + NAME + "/")) {
            easy.set(HSTSWRITEFUNCTION, recording(null));
            easy.perform();
        }
        assertEquals(1, calls.size());
        return calls.getFirst().entry();
    }

    @Test
    void exceptionsComeFromClose() throws Exception {
        for (Exception thrown : List.of(new IllegalStateException("unchecked"), new IOException("checked"))) {
            StackTraceElement[] stack = thrown.getStackTrace();
            Easy easy = knowing(ENTRIES).set(HSTSWRITEFUNCTION, throwing(thrown));
            UncheckedIOException e = assertThrows(UncheckedIOException.class, easy::close);
            CallbackException held = assertInstanceOf(CallbackException.class, e.getCause());
            assertSame(thrown, held.getCause());
            assertEquals(List.of(stack), List.of(thrown.getStackTrace()));
            assertEquals(0, thrown.getSuppressed().length, "it was called again");
            easy.close();
        }
    }

    @Test
    void errorsComeFromCloseAsTheyAre() throws Exception {
        AssertionError error = new AssertionError("error");
        Easy easy = knowing(ENTRIES).set(HSTSWRITEFUNCTION, throwing(error));
        assertSame(error, assertThrows(AssertionError.class, easy::close));
        easy.close();
    }

    @Test
    void isSkippedOnceAnotherCallbackOfCloseThrew() throws Exception {
        Easy easy = world.setUp(new Easy()).set(HSTSREADFUNCTION, giving(ENTRIES));
        easy.set(HSTSWRITEFUNCTION, recording(null)).set(CLOSESOCKETFUNCTION, socket -> {
            throw new IOException("thrown");
        });
        easy.perform();
        assertThrows(UncheckedIOException.class, easy::close);
        assertEquals(List.of(), calls);
    }

    @Test
    void theHandleIsClosedForTheLambda() throws Exception {
        Easy easy = knowing(ENTRIES);
        easy.set(HSTSWRITEFUNCTION, (entry, index, total) -> {
            easy.set(USERAGENT, "too late");
            return null;
        });
        UncheckedIOException e = assertThrows(UncheckedIOException.class, easy::close);
        assertInstanceOf(IllegalStateException.class, e.getCause().getCause());
    }

    @Test
    void replacedBeforeCloseTheLastOneIsCalled() throws Exception {
        Easy easy = knowing(ENTRIES).set(HSTSWRITEFUNCTION, throwing(new AssertionError("replaced")));
        easy.set(HSTSWRITEFUNCTION, recording(null)).close();
        assertCalls(ENTRIES);
    }

    @Test
    void takenAwayItIsNotCalled() throws Exception {
        knowing(ENTRIES)
                .set(HSTSWRITEFUNCTION, recording(null))
                .unset(HSTSWRITEFUNCTION)
                .close();
        knowing(ENTRIES).set(HSTSWRITEFUNCTION, recording(null)).reset().close();
        assertEquals(List.of(), calls);
    }

    @Test
    void aDuplicateWritesItsOwnEntries() throws Exception {
        Easy easy = world.setUp(new Easy()).set(HSTSWRITEFUNCTION, recording(null));
        Easy copy = easy.duplicate();
        easy.close();
        assertEquals(List.of(), calls);
        copy.set(HSTSREADFUNCTION, giving(ENTRIES)).perform();
        copy.close();
        assertCalls(ENTRIES);
    }
}
