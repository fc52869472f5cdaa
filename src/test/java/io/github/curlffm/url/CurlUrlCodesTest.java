package io.github.curlffm.url;

import static io.github.curlffm.CurlUrlCode.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlCode;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.testing.Needs;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurlUrlCodesTest {

    private static final int LONGEST = 8_000_000;

    /** Something that must end with a code, with a libcurl not older than that. */
    record Case(Set<CurlUrlCode> codes, String what, Consumer<CurlUrl> action, String since) {
        @Override
        public String toString() {
            return codes + " by " + what;
        }
    }

    private static Case parse(CurlUrlCode code, String url, Flag... flags) {
        return since("7.62.0", code, url, flags);
    }

    private static Case since(String version, CurlUrlCode code, String url, Flag... flags) {
        return new Case(EnumSet.of(code), url, any -> CurlUrl.parse(url, flags).close(), version);
    }

    /** Spaces and control characters: from libcurl 8.0.0 to 8.22.0 the code does not say where they are. */
    private static Case junk(CurlUrlCode code, String url) {
        return new Case(
                EnumSet.of(code, MALFORMED_INPUT),
                url,
                any -> CurlUrl.parse(url).close(),
                "7.81.0");
    }

    private static Case by(CurlUrlCode code, String what, Consumer<CurlUrl> action) {
        return new Case(EnumSet.of(code), what, action, "7.62.0");
    }

    static Stream<Case> cases() {
        return Stream.of(
                by(MALFORMED_INPUT, "too long a part", url -> url.set(Part.PATH, "x".repeat(LONGEST + 1))),
                since("8.0.0", MALFORMED_INPUT, ""),
                parse(BAD_PORT_NUMBER, "http://host:65536/"),
                parse(BAD_PORT_NUMBER, "http://host:http/"),
                by(BAD_PORT_NUMBER, "a port below 0", url -> url.set(Part.PORT, "-1")),
                by(BAD_PORT_NUMBER, "a port with more to it", url -> url.set(Part.PORT, "80 ")),
                parse(UNSUPPORTED_SCHEME, "foo://host/"),
                by(UNSUPPORTED_SCHEME, "a scheme", url -> url.set(Part.SCHEME, "foo")),
                by(
                        URLDECODE,
                        "a control character",
                        url -> url.set(Part.PATH, "/%01").get(Part.PATH, Flag.URLDECODE)),
                by(URLDECODE, "a zero byte", url -> url.set(Part.PATH, "/%00").get(Part.PATH, Flag.URLDECODE)),
                parse(USER_NOT_ALLOWED, "http://me@host/", Flag.DISALLOW_USER),
                by(
                        NO_SCHEME,
                        "a URL without scheme",
                        url -> url.set(Part.HOST, "h").get(Part.URL)),
                by(
                        NO_HOST,
                        "a URL without host",
                        url -> url.set(Part.SCHEME, "http").get(Part.URL)),
                parse(NO_HOST, "http:///"),
                parse(BAD_FILE_URL, "file://host/path"),
                junk(BAD_FRAGMENT, "http://host/#a b"),
                junk(BAD_HOSTNAME, "http://ho st/"),
                by(BAD_HOSTNAME, "a host with a slash", url -> url.set(Part.HOST, "a/b")),
                parse(BAD_IPV6, "http://[::1/"),
                parse(BAD_IPV6, "http://[face::book]/"),
                junk(BAD_LOGIN, "imap://me;a b@host/"),
                junk(BAD_PASSWORD, "http://me:a b@host/"),
                junk(BAD_PATH, "http://host/a b"),
                junk(BAD_PATH, "http://host/a\nb"),
                junk(BAD_QUERY, "http://host/?a b"),
                parse(BAD_SCHEME, "host/path"),
                by(
                        BAD_SCHEME,
                        "too long a scheme",
                        url -> url.set(Part.SCHEME, "a".repeat(41), Flag.NON_SUPPORT_SCHEME)),
                parse(BAD_SLASHES, "http:////host/"),
                junk(BAD_USER, "http://a b@host/"),
                new Case(EnumSet.of(TOO_LARGE), "a query that grew", CurlUrlCodesTest::growTheQuery, "8.21.0"),
                since("8.22.0", BACKSLASH, "http://host:80\\path"));
    }

    private static void growTheQuery(CurlUrl url) {
        url.set(Part.QUERY, "x").set(Part.QUERY, "x".repeat(LONGEST), Flag.APPENDQUERY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isProvoked(Case provocation, CurlUrl url) {
        Needs.libcurl(provocation.since);
        CurlUrlException e = assertThrows(CurlUrlException.class, () -> provocation.action.accept(url));
        assertTrue(provocation.codes.contains(e.code()), e::toString);
        assertEquals(e.code().number(), e.number());
        assertTrue(e.getMessage().contains(": [" + e.number() + "] "), e::toString);
        assertTrue(e.getMessage().length() < 300, e::toString);
    }

    /** Each NO_ that names an absent part, apart from a whole URL's, is null: see CurlUrlPartsTest. */
    @Test
    void everyCodeIsProvokedOrCannotBe() {
        Set<CurlUrlCode> rest = EnumSet.complementOf(
                EnumSet.of(OK, UNKNOWN, NO_USER, NO_PASSWORD, NO_OPTIONS, NO_PORT, NO_QUERY, NO_FRAGMENT, NO_ZONEID));
        rest.removeAll(EnumSet.of(BAD_HANDLE, BAD_PARTPOINTER, UNKNOWN_PART)); // Java's types rule them out
        rest.remove(LACKS_IDN); // by a libcurl that was built without
        rest.remove(OUT_OF_MEMORY); // see the tests of globalInitMem
        cases().forEach(provocation -> rest.removeAll(provocation.codes));
        assertEquals(Set.of(), rest);
    }

    @Test
    void aPasswordIsNotToldInAMessage(CurlUrl url) {
        CurlUrlException e = assertThrows(CurlUrlException.class, () -> url.set(Part.PASSWORD, "hunter2\0"));
        assertFalse(e.getMessage().contains("hunter2"), e::toString);
    }

    @Test
    void controlCharactersAreWrittenOutInAMessage() {
        CurlUrlException e = assertThrows(CurlUrlException.class, () -> CurlUrl.parse("http://h/\u001b[31m"));
        assertTrue(e.getMessage().startsWith("URL refused \"http://h/\\u001b[31m\": "), e::toString);
    }
}
