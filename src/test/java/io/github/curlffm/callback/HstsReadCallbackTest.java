package io.github.curlffm.callback;

import static io.github.curlffm.callback.HstsWorld.BELOW;
import static io.github.curlffm.callback.HstsWorld.NAME;
import static io.github.curlffm.callback.HstsWorld.giving;
import static io.github.curlffm.option.Option.HSTSREADFUNCTION;
import static io.github.curlffm.option.Option.HSTS_CTRL;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Perform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HstsReadCallbackTest implements RepeatedCallbackContract<HstsReadCallback> {

    private final HstsWorld world = new HstsWorld();

    @Override
    public Option<HstsReadCallback> option() {
        return HSTSREADFUNCTION;
    }

    @Override
    public HstsReadCallback harmless(Action action) {
        return () -> {
            action.run();
            return null;
        };
    }

    @Override
    public void prepare(Easy easy) {
        world.setUp(easy);
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public boolean runsInDuplicate() {
        return true;
    }

    private Easy reading(HstsReadCallback callback) {
        return world.setUp(new Easy()).set(HSTSREADFUNCTION, callback);
    }

    private void assertAnswer(String expected, String host, HstsEntry... entries) throws Exception {
        try (Easy easy = reading(giving(entries)).set(URL, "http://" + host + "/")) {
            assertEquals(expected, Perform.body(easy));
        }
    }

    private static HstsEntry entry(String name) {
        return new HstsEntry(name, false, null);
    }

    @Test
    void aNamedHostIsAskedOverTlsOnly() throws Exception {
        List<Object> connections = new ArrayList<>();
        try (Easy easy = reading(giving(entry(NAME)))) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
                connections.add(address);
                return null;
            });
            assertEquals("secure", Perform.body(easy));
            assertEquals("https://" + NAME + "/", easy.get(Info.EFFECTIVE_URL));
        }
        assertEquals(1, connections.size());
    }

    @Test
    void nullAtOnceMeansNoHost() throws Exception {
        assertAnswer("clear", NAME);
    }

    @Test
    void otherHostsAreLeftAlone() throws Exception {
        assertAnswer("clear", NAME, entry("another.example"));
    }

    @Test
    void allEntriesCount() throws Exception {
        assertAnswer("secure", NAME, entry("a.example"), entry("b.example"), entry(NAME), entry("c.example"));
    }

    @Test
    void subDomainsAreIncludedOnlyWhenTheEntrySaysSo() throws Exception {
        assertAnswer("secure", BELOW, new HstsEntry(NAME, true, null));
        assertAnswer("clear", BELOW, new HstsEntry(NAME, false, null));
    }

    /** libcurl hands over the same memory for each entry. */
    @Test
    void subDomainsOfOneEntryAreNotThoseOfTheNext() throws Exception {
        assertAnswer("clear", BELOW, new HstsEntry("another.example", true, null), new HstsEntry(NAME, false, null));
    }

    @Test
    void anEntryHoldsUntilItExpires() throws Exception {
        Instant now = Instant.now();
        assertAnswer("secure", NAME, new HstsEntry(NAME, false, now.plus(1, ChronoUnit.HOURS)));
        assertAnswer("clear", NAME, new HstsEntry(NAME, false, now.minus(1, ChronoUnit.HOURS)));
    }

    @Test
    void failEndsTheTransfer() {
        try (Easy easy = reading(() -> HstsReadCallback.FAIL)) {
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
    }

    @Test
    void aNameThatLibcurlCannotTakeIsTurnedDown() {
        turnsDown(entry(""), "has 0 bytes; libcurl takes 1 to ");
        turnsDown(entry("x".repeat(5000)), "has 5000 bytes; libcurl takes 1 to ");
        turnsDown(entry("a\0b"), "has a line break or zero byte at index 1");
    }

    @Test
    void anEndThatLibcurlCannotTakeIsTurnedDown() {
        turnsDown(new HstsEntry(NAME, false, Instant.MAX), "libcurl takes the years 0001 to 9999");
        turnsDown(new HstsEntry(NAME, false, Instant.MIN), "libcurl takes the years 0001 to 9999");
        turnsDown(
                new HstsEntry(NAME, false, Instant.parse("+10000-01-01T00:00:00Z")),
                "libcurl takes the years 0001 to 9999");
        turnsDown(
                new HstsEntry(NAME, false, Instant.parse("0000-12-31T23:59:59Z")),
                "libcurl takes the years 0001 to 9999");
    }

    private void turnsDown(HstsEntry entry, String words) {
        try (Easy easy = reading(giving(entry))) {
            Perform.turnsDown(IllegalArgumentException.class, words, easy);
        }
    }

    @Test
    void isAskedByEveryPerformUntilItGivesNull() throws Exception {
        List<String> calls = new ArrayList<>();
        HstsReadCallback once = giving(entry(NAME));
        try (Easy easy = reading(() -> {
            calls.add("asked");
            return once.hstsRead();
        })) {
            easy.perform();
            assertEquals(2, calls.size());
            easy.perform();
            assertEquals(3, calls.size());
        }
    }

    @Test
    void isNotAskedWhileHstsIsOff() throws Exception {
        List<String> calls = new ArrayList<>();
        try (Easy easy = reading(() -> {
            calls.add("asked");
            return null;
        })) {
            easy.unset(HSTS_CTRL);
            assertEquals("clear", Perform.body(easy));
        }
        assertEquals(List.of(), calls);
    }

    @Test
    void whatItThrowsWhileTheHandleIsDuplicatedReachesTheCallerOfDuplicate() throws Exception {
        IOException thrown = new IOException("thrown");
        try (Easy easy = reading(() -> {
            throw thrown;
        })) {
            UncheckedIOException e = assertThrows(UncheckedIOException.class, easy::duplicate);
            assertSame(
                    thrown,
                    assertInstanceOf(CallbackException.class, e.getCause()).getCause());
            easy.unset(HSTSREADFUNCTION);
            assertEquals("clear", Perform.body(easy));
        }
    }

    @Test
    void anErrorWhileTheHandleIsDuplicatedReachesTheCallerOfDuplicateAsItIs() {
        AssertionError error = new AssertionError("error");
        try (Easy easy = reading(() -> {
            throw error;
        })) {
            assertSame(error, assertThrows(AssertionError.class, easy::duplicate));
        }
    }
}
