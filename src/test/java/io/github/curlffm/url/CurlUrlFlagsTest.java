package io.github.curlffm.url;

import static io.github.curlffm.CurlUrl.Flag.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurlUrlFlagsTest {

    private static final Map<Flag, String> SINCE = Map.of(
            NO_AUTHORITY, "7.67.0",
            ALLOW_SPACE, "7.78.0",
            PUNYCODE, "7.88.0",
            PUNY2IDN, "8.3.0",
            GET_EMPTY, "8.8.0",
            NO_GUESS_SCHEME, "8.9.0");

    /** Stands for the refusal of what was to be set. */
    private static final String REFUSED = "refused";

    /** What is set, and the URL after that, without a flag and with it. */
    record Setting(Flag flag, Part part, String value, String without, String with) {}

    static Stream<Setting> settings() {
        return Stream.of(
                new Setting(DEFAULT_SCHEME, Part.URL, "host/path", REFUSED, "https://host/path"),
                new Setting(GUESS_SCHEME, Part.URL, "ftp.host/path", REFUSED, "ftp://ftp.host/path"),
                new Setting(GUESS_SCHEME, Part.URL, "host/path", REFUSED, "http://host/path"),
                new Setting(NON_SUPPORT_SCHEME, Part.URL, "foo://host/", REFUSED, "foo://host/"),
                new Setting(PATH_AS_IS, Part.URL, "http://host/a/./../b", "http://host/b", "http://host/a/./../b"),
                new Setting(DISALLOW_USER, Part.URL, "http://me@host/", "http://me@host/", REFUSED),
                new Setting(ALLOW_SPACE, Part.URL, "http://host/a b", REFUSED, "http://host/a b"),
                new Setting(NO_AUTHORITY, Part.HOST, "", REFUSED, "http:///old?q"),
                new Setting(URLENCODE, Part.PATH, "/a b?", "http://old/a b??q", "http://old/a%20b%3f?q"),
                new Setting(URLENCODE, Part.QUERY, "a=b c", "http://old/old?a=b c", "http://old/old?a%3db+c"),
                new Setting(URLENCODE, Part.USER, "a@b", "http://a@b@old/old?q", "http://a%40b@old/old?q"),
                new Setting(APPENDQUERY, Part.QUERY, "a=b", "http://old/old?a=b", "http://old/old?q&a=b"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void changesWhatIsSet(Setting setting) {
        assertEquals(setting.without, afterSetting(setting));
        assertEquals(setting.with, afterSetting(setting, setting.flag));
    }

    private static String afterSetting(Setting setting, Flag... flags) {
        try (CurlUrl url = setting.part == Part.URL ? new CurlUrl() : CurlUrl.parse("http://old/old?q")) {
            return lowerCaseHex(url.set(setting.part, setting.value, flags).get(Part.URL));
        } catch (CurlUrlException e) {
            return REFUSED;
        }
    }

    /** Which case the digits after a per cent sign have depends on libcurl's version. */
    private static String lowerCaseHex(String url) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(url)
                .replaceAll((MatchResult digits) -> digits.group().toLowerCase(Locale.ROOT));
    }

    /** What a part of a URL is, without a flag and with it; null for none. */
    record Getting(Flag flag, String url, Part part, String without, String with) {}

    static Stream<Getting> gettings() {
        return Stream.of(
                new Getting(DEFAULT_PORT, "https://h/", Part.PORT, null, "443"),
                new Getting(DEFAULT_PORT, "https://h:1/", Part.PORT, "1", "1"),
                new Getting(DEFAULT_PORT, "https://h/", Part.URL, "https://h/", "https://h:443/"),
                new Getting(NO_DEFAULT_PORT, "https://h:443/", Part.PORT, "443", null),
                new Getting(NO_DEFAULT_PORT, "https://h:1/", Part.PORT, "1", "1"),
                new Getting(NO_DEFAULT_PORT, "https://h:443/", Part.URL, "https://h:443/", "https://h/"),
                new Getting(URLDECODE, "http://a%40b:c%3ad@h/", Part.USER, "a%40b", "a@b"),
                new Getting(URLDECODE, "http://a%40b:c%3ad@h/", Part.PASSWORD, "c%3ad", "c:d"),
                new Getting(URLDECODE, "http://h/%41%c3%bc+", Part.PATH, "/%41%c3%bc+", "/A\u00fc+"),
                new Getting(URLDECODE, "http://h/?%41+b", Part.QUERY, "%41+b", "A b"),
                new Getting(URLDECODE, "http://h/#%41+b", Part.FRAGMENT, "%41+b", "A+b"),
                new Getting(URLENCODE, "http://b\u00fccher/", Part.URL, "http://b\u00fccher/", "http://b%c3%bccher/"),
                new Getting(GET_EMPTY, "http://h/?", Part.QUERY, null, ""),
                new Getting(GET_EMPTY, "http://h/#", Part.FRAGMENT, null, ""),
                new Getting(GET_EMPTY, "http://h/?#", Part.URL, "http://h/", "http://h/?#"),
                new Getting(PUNYCODE, "http://b\u00fccher/", Part.HOST, "b\u00fccher", "xn--bcher-kva"),
                new Getting(PUNYCODE, "http://h/", Part.HOST, "h", "h"),
                new Getting(PUNY2IDN, "http://xn--bcher-kva/", Part.HOST, "xn--bcher-kva", "b\u00fccher"),
                new Getting(PUNY2IDN, "http://h/", Part.HOST, "h", "h"));
    }

    @ParameterizedTest
    @MethodSource("gettings")
    void changesWhatIsGot(Getting getting) {
        needs(getting.flag);
        try (CurlUrl url = CurlUrl.parse(getting.url)) {
            assertEquals(getting.without, url.get(getting.part));
            String with = url.get(getting.part, getting.flag);
            assertEquals(getting.with, with == null ? null : lowerCaseHex(with));
        }
    }

    @Test
    void aSchemeThatIsMissingOrGuessedIsToldFromOneThatIsThere() {
        try (CurlUrl url = new CurlUrl().set(Part.HOST, "h")) {
            assertEquals("https://h/", url.get(Part.URL, DEFAULT_SCHEME));
        }
        needs(NO_GUESS_SCHEME);
        try (CurlUrl url = CurlUrl.parse("ftp.h/", GUESS_SCHEME)) {
            assertEquals("ftp", url.get(Part.SCHEME));
            assertEquals(null, url.get(Part.SCHEME, NO_GUESS_SCHEME));
            assertEquals("ftp.h/", url.get(Part.URL, NO_GUESS_SCHEME));
        }
    }

    @Test
    void everyFlagIsInATable() {
        Set<Flag> tested = Stream.concat(
                        settings().map(Setting::flag), gettings().map(Getting::flag))
                .collect(Collectors.toCollection(() -> EnumSet.of(NO_GUESS_SCHEME)));
        assertEquals(EnumSet.allOf(Flag.class), tested);
    }

    @Test
    void flagsAddUp() {
        try (CurlUrl url = CurlUrl.parse("foo.host:80/a b", GUESS_SCHEME, ALLOW_SPACE)) {
            assertEquals("http://foo.host/a b", url.get(Part.URL, NO_DEFAULT_PORT, URLDECODE));
        }
    }

    /** libcurl before 8.5.0 would crash. */
    @Test
    void nothingIsEncodedAsItIs() {
        for (Flag more : List.of(URLENCODE, APPENDQUERY, NO_AUTHORITY)) {
            try (CurlUrl url = CurlUrl.parse("http://h/p?q")) {
                for (Part part : Part.values()) {
                    try {
                        url.set(part, "", URLENCODE, more);
                        assertFalse(part == Part.HOST && more != NO_AUTHORITY, "a host that is empty");
                    } catch (CurlUrlException refused) {
                        assertTrue(
                                Set.of(Part.URL, Part.SCHEME, Part.HOST, Part.PORT)
                                        .contains(part),
                                part::toString);
                    }
                }
            }
        }
    }

    /** libcurl itself takes no notice of flags that it does not know. */
    @Test
    void aFlagThatTheLoadedLibcurlDoesNotHaveIsRefused() {
        EnumSet<Flag> tooNew = EnumSet.allOf(Flag.class);
        tooNew.removeIf(CurlUrlFlagsTest::has);
        Needs.that(!tooNew.isEmpty(), "a libcurl that lacks a CurlUrl.Flag");
        for (Flag flag : tooNew) {
            try (CurlUrl url = CurlUrl.parse("http://h/")) {
                var e = assertThrows(UnsupportedOperationException.class, () -> url.get(Part.URL, flag));
                assertTrue(e.getMessage().startsWith("CurlUrl.Flag " + flag + " came with libcurl " + SINCE.get(flag)));
                assertThrows(UnsupportedOperationException.class, () -> url.set(Part.URL, "http://i/", flag));
                assertEquals("http://h/", url.get(Part.URL));
            }
            assertThrows(UnsupportedOperationException.class, () -> CurlUrl.parse("http://h/", flag));
        }
    }

    private static String since(Flag flag) {
        return SINCE.getOrDefault(flag, "7.62.0");
    }

    private static boolean has(Flag flag) {
        return Loaded.isAtLeast(since(flag));
    }

    private static void needs(Flag flag) {
        Needs.libcurl(since(flag));
        if (flag == PUNYCODE || flag == PUNY2IDN) {
            Needs.idn();
        }
    }
}
