package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPAUTH;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Options;
import io.github.curlffm.testing.RequestRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code set} turns away, and in which words. */
class OptionRefusalsTest {

    private static final String SECRET = "hunter2";

    private final Easy easy = new Easy();

    private CurlOptionException refused(Option<?> option, Object value) {
        CurlOptionException e = assertThrows(CurlOptionException.class, () -> Options.set(easy, option, value));
        assertEquals(option.toString(), e.option());
        assertTrue(e.getMessage().startsWith(option + " "), e::getMessage);
        assertTrue(e.getMessage().length() < 500, "a short message");
        return e;
    }

    static Stream<Option<?>> strings() {
        return Options.all().stream()
                .filter(option -> Keys.kind(option) == Kind.STRING || Keys.kind(option) == Kind.SLIST);
    }

    @ParameterizedTest
    @MethodSource("strings")
    void lineBreaksAndZeroBytesAreRefusedByTheirPlace(Option<?> option) {
        for (String at5 : List.of(SECRET.substring(0, 5) + "\0two", "12345\r\nInjected: 1", "12345\nInjected: 1")) {
            var e = refused(option, Keys.kind(option) == Kind.STRING ? at5 : List.of("X-First: fine", at5));
            assertTrue(e.getMessage().contains("line break or zero byte at index 5"), e::getMessage);
            assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
            assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e::getMessage);
            assertEquals(!option.isSecret(), e.getMessage().contains(at5.substring(0, 5)), e::getMessage);
        }
    }

    /** The names that libcurl gives to what nobody is to see. */
    @Test
    void everythingNamedLikeASecretIsOne() {
        Pattern secret = Pattern.compile("PASSW|PASSWD|PWD|BEARER|^COOKIE(LIST)?$|^(HTTP|PROXY)HEADER$|HTTPSIG_KEY$");
        for (Option<?> option : Options.all()) {
            assertEquals(secret.matcher(option.name()).find(), option.isSecret(), option::toString);
        }
    }

    static Stream<Option<?>> secrets() {
        return strings().filter(Option::isSecret);
    }

    /** libcurl takes at most 8 MB, so that it is libcurl that refuses these. */
    @ParameterizedTest
    @MethodSource("secrets")
    void secretsAreNotInMessages(Option<?> option) {
        if (Keys.kind(option) == Kind.STRING) {
            CurlOptionException e = refused(option, SECRET + "x".repeat(9_000_000));
            assertFalse(e.toString().contains(SECRET) || e.toString().contains("xx"), e::toString);
        } else {
            CurlOptionException e = refused(option, List.of("Authorization: " + SECRET + "\n"));
            assertFalse(e.toString().contains(SECRET), e::toString);
        }
    }

    @Test
    void stringOfAHundredMegabytesIsRefused() {
        CurlOptionException e = refused(USERAGENT, "x".repeat(100_000_000));
        assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
        assertEquals(43, e.number());
        assertTrue(e.getMessage().contains("(100000000 characters)"), e::getMessage);
    }

    @Test
    void whatWasSetStaysWhenTheNextIsRefused(RequestRecorder server) throws IOException {
        easy.set(URL, server.url("/")).set(WRITEFUNCTION, body -> {});
        easy.set(USERAGENT, "first").set(HTTPHEADER, List.of("X-Header: first")).set(POSTFIELDS, "first");
        refused(USERAGENT, "second\n");
        refused(HTTPHEADER, List.of("X-Header: second\n"));
        easy.perform();
        var request = server.take();
        assertEquals("first", request.header("User-Agent"));
        assertEquals("first", request.header("X-Header"));
        assertEquals("first", new String(request.body()));
    }

    @Test
    void nullInAListOrSetIsNamed() {
        var e = assertThrows(
                NullPointerException.class, () -> easy.set(HTTPHEADER, Arrays.asList("X-First: fine", null)));
        assertEquals("CURLOPT_HTTPHEADER is set to a list that holds null", e.getMessage());
        Set<Auth> set = new HashSet<>();
        set.add(null);
        e = assertThrows(NullPointerException.class, () -> easy.set(HTTPAUTH, set));
        assertEquals("CURLOPT_HTTPAUTH is set to a set that holds null", e.getMessage());
    }

    @Test
    void nullIsNoOptionAndNoValue() {
        assertThrows(NullPointerException.class, () -> Options.set(easy, null, "a"));
        assertThrows(NullPointerException.class, () -> easy.unset(null));
        var e = assertThrows(NullPointerException.class, () -> easy.set(POSTFIELDS, (String) null));
        assertEquals("CURLOPT_POSTFIELDS is not set to null; use unset(POSTFIELDS)", e.getMessage());
        assertThrows(NullPointerException.class, () -> easy.set(TIMEOUT_MS, (Long) null));
        assertThrows(NullPointerException.class, () -> easy.get(null));
    }

    // --- options by number ------------------------------------------------------------------------------------------

    @Test
    void optionsOfTheFutureAreReachedByNumber() {
        String expected = "CURLOPT_NEWOPT is not an option of the loaded libcurl "
                + Curl.version().version();
        assertEquals(expected, refused(Option.number("NEWOPT", 999), 1L).getMessage());
        assertEquals(expected, refused(Option.string("NEWOPT", 10999), "x").getMessage());
        assertEquals(
                expected, refused(Option.slist("NEWOPT", 10999), List.of("x")).getMessage());
        assertEquals(expected, refused(Option.offset("NEWOPT", 30999), 1L).getMessage());
        assertEquals(
                expected, refused(Option.blob("NEWOPT", 40999), new byte[1]).getMessage());
        var e = assertThrows(CurlOptionException.class, () -> easy.unset(Option.number("NEWOPT", 999)));
        assertEquals(CurlCode.UNKNOWN_OPTION, e.code());
        assertEquals(48, e.number());
    }

    @Test
    void optionByNumberWorksAsTheConstantDoes(RequestRecorder server) throws IOException {
        easy.set(Option.string("LINK", URL.number()), server.url("/"))
                .set(Option.number("NOTHING", Option.NOBODY.number()), 1)
                .set(Option.slist("LINES", HTTPHEADER.number()), List.of("X-One: 1"))
                .perform();
        var request = server.take();
        assertEquals("HEAD /", request.line());
        assertEquals("1", request.header("X-One"));
    }

    /** libcurl would take a number for a pointer, or a pointer for a function. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 9_999, 10_000, 19_999, 20_000, 29_999, 30_000, 39_999, 40_000, 49_999, 50_000})
    void optionByNumberIsRefusedWhenTheNumberIsOfAnotherType(int id) {
        check(id / 10_000 == 0 && id >= 0, () -> Option.number("NEWOPT", id));
        check(id / 10_000 == 1, () -> Option.string("NEWOPT", id));
        check(id / 10_000 == 1, () -> Option.slist("NEWOPT", id));
        check(id / 10_000 == 3, () -> Option.offset("NEWOPT", id));
        check(id / 10_000 == 4, () -> Option.blob("NEWOPT", id));
    }

    private static void check(boolean fits, Supplier<Option<?>> option) {
        if (fits) {
            assertEquals("CURLOPT_NEWOPT", option.get().toString());
        } else {
            var e = assertThrows(IllegalArgumentException.class, option::get);
            assertTrue(e.getMessage().startsWith("CURLOPT_NEWOPT: "), e::getMessage);
        }
    }

    // --- overloads --------------------------------------------------------------------------------------------------

    @Test
    void numbersAreSetByIntLongAndBoolean() {
        easy.set(TIMEOUT_MS, 30).set(TIMEOUT_MS, 30L).set(TIMEOUT_MS, Long.valueOf(30));
        easy.set(FOLLOWLOCATION, true).set(FOLLOWLOCATION, false).set(FOLLOWLOCATION, 1);
        easy.set(Option.SSL_VERIFYHOST, true).set(Option.SSL_VERIFYHOST, false);
        easy.set(HTTPAUTH, Set.of()).set(HTTPAUTH, Set.of(Auth.BASIC, Auth.DIGEST));
    }

    @Test
    void fileThatCannotBeOpenedIsNamed(@TempDir Path folder) {
        Path path = folder.resolve("missing/file");
        CurlOptionException e = refused(STDERR, path);
        assertTrue(e.getMessage().contains(path.toString()), e::getMessage);
        assertInstanceOf(IOException.class, e.getCause());
        assertNull(e.getCause().getCause());
    }
}
