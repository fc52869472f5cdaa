package io.github.curlffm.url;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlCode;
import io.github.curlffm.CurlUrlException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CurlUrlPartsTest {

    private static final String WHOLE = "imap://user:word;AUTH=PLAIN@[fe80::1%25eth0]:1143/a/b?x=1#y";

    /** A part, its value in {@link #WHOLE}, another value, what WHOLE is with it, and what it is without the part. */
    static Stream<Arguments> parts() {
        return Stream.of(
                arguments(Part.SCHEME, "imap", "pop3", WHOLE.replace("imap", "pop3"), null),
                arguments(Part.USER, "user", "me", WHOLE.replace("user", "me"), WHOLE.replace("user", "")),
                arguments(Part.PASSWORD, "word", "pw", WHOLE.replace("word", "pw"), WHOLE.replace(":word", "")),
                arguments(
                        Part.OPTIONS,
                        "AUTH=PLAIN",
                        "AUTH=NTLM",
                        WHOLE.replace("PLAIN", "NTLM"),
                        without(";AUTH=PLAIN")),
                arguments(Part.HOST, "[fe80::1]", "h", WHOLE.replace("[fe80::1%25eth0]", "h"), null),
                arguments(Part.PORT, "1143", "99", WHOLE.replace("1143", "99"), without(":1143")),
                arguments(Part.PATH, "/a/b", "/c", WHOLE.replace("/a/b", "/c"), WHOLE.replace("/a/b", "/")),
                arguments(Part.QUERY, "x=1", "z", WHOLE.replace("x=1", "z"), without("?x=1")),
                arguments(Part.FRAGMENT, "y", "z", WHOLE.replace("#y", "#z"), without("#y")),
                arguments(Part.ZONEID, "eth0", "lo", WHOLE.replace("eth0", "lo"), without("%25eth0")),
                arguments(Part.URL, WHOLE, "http://h/", "http://h/", null));
    }

    private static String without(String text) {
        return WHOLE.replace(text, "");
    }

    @Test
    void everyPartIsInTheTable() {
        assertArrayEquals(
                Part.values(), parts().map(line -> line.get()[0]).sorted().toArray());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartIsReadSetAndTakenAway(Part part, String value, String other, String withOther, String without) {
        try (CurlUrl url = CurlUrl.parse(WHOLE)) {
            assertEquals(value, url.get(part));
            assertSame(url, url.set(part, other));
            assertEquals(other, url.get(part));
            assertEquals(withOther, url.get(Part.URL));
        }
        try (CurlUrl url = CurlUrl.parse(WHOLE)) {
            assertSame(url, url.unset(part));
            if (without == null) {
                assertThrows(CurlUrlException.class, () -> url.get(Part.URL));
            } else {
                assertEquals(without, url.get(Part.URL));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartIsNotSetToNull(Part part) {
        try (CurlUrl url = CurlUrl.parse(WHOLE)) {
            NullPointerException e = assertThrows(NullPointerException.class, () -> url.set(part, null));
            assertEquals(part + " is not set to null; use unset(" + part + ")", e.getMessage());
            assertEquals(WHOLE, url.get(Part.URL));
        }
    }

    @Test
    void anEmptyUrlHasNoPartsButAPath(CurlUrl url) {
        for (Part part : Part.values()) {
            switch (part) {
                case URL -> assertThrows(CurlUrlException.class, () -> url.get(part));
                case PATH -> assertEquals("/", url.get(part));
                default -> assertNull(url.get(part), part::name);
            }
        }
    }

    @Test
    void aUrlIsBuiltFromItsParts(CurlUrl url) {
        url.set(Part.SCHEME, "https")
                .set(Part.HOST, "example.com")
                .set(Part.PORT, "8443")
                .set(Part.PATH, "/a b/\u00fc", Flag.URLENCODE)
                .set(Part.QUERY, "q=1 & 2", Flag.APPENDQUERY, Flag.URLENCODE)
                .set(Part.QUERY, "r=\u00fc", Flag.APPENDQUERY, Flag.URLENCODE);
        assertEquals(
                "https://example.com:8443/a%20b/%c3%bc?q=1+%26+2&r=%c3%bc".toLowerCase(),
                url.get(Part.URL).toLowerCase()); // the case of the digits depends on libcurl's version
        assertEquals("/a b/\u00fc", url.get(Part.PATH, Flag.URLDECODE));
        assertEquals("q=1 & 2&r=\u00fc", url.get(Part.QUERY, Flag.URLDECODE));
    }

    static Stream<Arguments> relative() {
        String base = "https://example.com/a/b/c?d=e#f";
        return Stream.of(
                arguments(base, "g", "https://example.com/a/b/g"),
                arguments(base, "../g", "https://example.com/a/g"),
                arguments(base, "/g", "https://example.com/g"),
                arguments(base, "//other.example/g", "https://other.example/g"),
                arguments(base, "?g", "https://example.com/a/b/c?g"),
                arguments(base, "http://other.example", "http://other.example/"));
    }

    @ParameterizedTest
    @MethodSource
    void relative(String base, String reference, String result) {
        try (CurlUrl url = CurlUrl.parse(base)) {
            assertEquals(result, url.set(Part.URL, reference).get(Part.URL));
        }
    }

    @Test
    void aDuplicateGoesItsOwnWay() {
        String whole = "imap://user:word;AUTH=PLAIN@host:1143/a/b?x=1#y"; // old libcurls forget zone ids here
        try (CurlUrl url = CurlUrl.parse(whole);
                CurlUrl copy = url.duplicate()) {
            assertEquals(whole, copy.get(Part.URL));
            copy.set(Part.PATH, "/copy");
            assertEquals(whole, url.get(Part.URL));
            url.close();
            assertEquals(whole.replace("/a/b", "/copy"), copy.get(Part.URL));
        }
    }

    @Test
    void whatIsRefusedLeavesTheUrlAsItWas() {
        try (CurlUrl url = CurlUrl.parse(WHOLE)) {
            for (Part part : List.of(Part.URL, Part.SCHEME, Part.PORT)) {
                assertThrows(CurlUrlException.class, () -> url.set(part, "http://h:x/"), part::name);
                assertEquals(WHOLE, url.get(Part.URL), part::name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aZeroByteDoesNotCutAPartShort(Part part) {
        try (CurlUrl url = CurlUrl.parse(WHOLE)) {
            CurlUrlException e = assertThrows(CurlUrlException.class, () -> url.set(part, "http://a\0b"));
            assertEquals(CurlUrlCode.MALFORMED_INPUT, e.code());
            assertEquals(WHOLE, url.get(Part.URL));
        }
    }

    @Test
    void nullIsNoFlag() {
        try (CurlUrl url = CurlUrl.parse(WHOLE)) {
            assertThrows(NullPointerException.class, () -> url.get(Part.URL, (Flag) null));
            assertNotNull(url.get(Part.URL), "and the URL can be used afterwards");
        }
        assertThrows(NullPointerException.class, () -> CurlUrl.parse(null));
    }
}
