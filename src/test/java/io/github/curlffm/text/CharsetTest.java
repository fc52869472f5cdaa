package io.github.curlffm.text;

import static io.github.curlffm.option.Info.CONTENT_TYPE;
import static io.github.curlffm.option.Option.COOKIE;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.COOKIELIST;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.INTERFACE;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.REFERER;
import static io.github.curlffm.option.Option.TRAILERFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Header;
import io.github.curlffm.Mime;
import io.github.curlffm.option.Info;
import io.github.curlffm.testing.Needs;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charset of a handle's strings. */
class CharsetTest {

    /** One byte that no UTF-8 text has, in the world of {@link Echo}, and the same letter as UTF-8 has it. */
    private static final String LATIN = "\u00fc";

    private static final String UTF = "\u00c3\u00bc";

    private static Easy easy(Echo echo) {
        return new Easy().set(URL, echo.url("/")).set(WRITEFUNCTION, body -> {});
    }

    @Test
    void isUtf8UnlessAnotherIsChosen() {
        try (Easy easy = new Easy();
                CurlUrl url = new CurlUrl()) {
            assertEquals(List.of(UTF_8, UTF_8), List.of(easy.charset(), url.charset()));
            easy.charset(ISO_8859_1);
            url.charset(ISO_8859_1);
            assertEquals(List.of(ISO_8859_1, ISO_8859_1), List.of(easy.charset(), url.charset()));
        }
    }

    @Test
    void aDuplicateInheritsItAndResetGoesBackToUtf8() {
        try (Easy easy = new Easy().charset(ISO_8859_1);
                Easy copy = easy.duplicate();
                CurlUrl url = CurlUrl.parse("http://a/").charset(ISO_8859_1);
                CurlUrl copyOfUrl = url.duplicate()) {
            assertEquals(List.of(ISO_8859_1, ISO_8859_1), List.of(copy.charset(), copyOfUrl.charset()));
            assertEquals(UTF_8, copy.reset().charset());
            assertEquals(ISO_8859_1, easy.charset());
        }
    }

    @Test
    void oneThatIsNotAsciiIsRefused() {
        try (Easy easy = new Easy();
                CurlUrl url = new CurlUrl()) {
            for (String name : List.of("UTF-16", "UTF-32", "IBM037", "ISO-2022-JP", "x-JISAutoDetect")) {
                Charset charset = Charset.forName(name);
                IllegalArgumentException e =
                        assertThrows(IllegalArgumentException.class, () -> easy.charset(charset), name);
                assertTrue(e.getMessage().contains(name), e::getMessage);
                assertThrows(IllegalArgumentException.class, () -> url.charset(charset), name);
                assertThrows(IllegalArgumentException.class, () -> Curl.escape("a", charset), name);
            }
            assertThrows(NullPointerException.class, () -> easy.charset(null));
            assertEquals(UTF_8, easy.charset());
        }
    }

    @Test
    void eachByteIsACharacterOfLatin1() throws CurlException {
        try (Echo echo = new Echo("X: v" + LATIN + "\nContent-Type: text/" + LATIN + "\n");
                Easy easy = easy(echo).charset(ISO_8859_1)) {
            easy.set(HTTPHEADER, List.of("L" + LATIN + ": " + LATIN))
                    .set(USERAGENT, LATIN)
                    .set(REFERER, UTF)
                    .set(COOKIE, "c=" + LATIN)
                    .set(USERPWD, LATIN + ":" + LATIN)
                    .set(POSTFIELDS, "body " + LATIN)
                    .perform();
            assertEquals(LATIN, echo.last("L" + LATIN));
            assertEquals(LATIN, echo.last("User-Agent"));
            assertEquals(UTF, echo.last("Referer"));
            assertEquals("c=" + LATIN, echo.last("Cookie"));
            assertArrayEquals(
                    (LATIN + ":" + LATIN).getBytes(ISO_8859_1),
                    Base64.getDecoder().decode(echo.last("Authorization").replace("Basic ", "")));
            assertTrue(echo.last().endsWith("\nbody " + LATIN), echo::last);
            assertEquals("text/" + LATIN, easy.get(CONTENT_TYPE));
            if (Curl.version().isAtLeast(7, 83, 0)) {
                assertEquals("v" + LATIN, easy.header("X").value());
            }
        }
    }

    @Test
    void theStringsOfAForm() throws CurlException {
        try (Echo echo = new Echo();
                Easy easy = easy(echo).charset(ISO_8859_1);
                Mime mime = new Mime(easy)) {
            mime.addPart()
                    .name("n" + LATIN)
                    .filename("f" + LATIN)
                    .type("t/" + LATIN)
                    .headers(List.of("X: h" + LATIN))
                    .data("d" + LATIN);
            easy.set(MIMEPOST, mime).perform();
            for (String part : List.of("name=\"n", "filename=\"f", "Content-Type: t/", "X: h", "d")) {
                assertTrue(echo.last().contains(part + LATIN), part + " in " + echo.last());
            }
        }
    }

    @Test
    void trailers() throws CurlException {
        Needs.libcurl("7.64.0");
        try (Easy easy = new Easy().charset(ISO_8859_1)) {
            easy.set(TRAILERFUNCTION, () -> List.of("X: " + LATIN));
            assertEquals(LATIN, Trailers.of(easy));
        }
    }

    @Test
    void bytesThatAreNotUtf8AreGivenBackAsTheyCame() throws CurlException {
        Needs.libcurl("7.83.0");
        String strange = "a" + LATIN + UTF + "\u00ff\u00ef\u00b7\u009e\u00ef\u00b7\u00a9\u00e2\u0082";
        try (Echo echo = new Echo("ETag: " + strange + "\nContent-Type: t/" + strange + "\n");
                Easy easy = easy(echo)) {
            easy.perform();
            String tag = easy.header("ETag").value();
            assertTrue(tag.contains("\u00fc"), tag);
            assertEquals("t/" + tag, easy.get(CONTENT_TYPE));
            easy.set(HTTPHEADER, List.of("If-None-Match: " + tag)).perform();
            assertEquals(strange, echo.last("If-None-Match"));
            assertEquals(tag, new String(tag.getBytes(UTF_8), UTF_8), "can be written anywhere");
        }
    }

    @Test
    void cookiesMoveToAnotherHandle() throws CurlException {
        for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
            try (Echo echo = new Echo("Set-Cookie: \u00b3\u00d2=v" + LATIN + UTF + "; path=/\n");
                    Easy first = easy(echo).charset(charset).set(COOKIEFILE, "");
                    Easy second = easy(echo).charset(charset).set(COOKIEFILE, "")) {
                first.perform();
                first.get(Info.COOKIELIST).forEach(line -> second.set(COOKIELIST, line));
                second.perform();
                assertEquals("\u00b3\u00d2=v" + LATIN + UTF, echo.last("Cookie"), charset::toString);
            }
        }
    }

    @Test
    void differentNamesStayDifferent() {
        assertNotEquals(Curl.unescape("%FC"), Curl.unescape("%FD"));
        assertEquals("%FC", Curl.escape(Curl.unescape("%FC")));
        assertEquals("%C3%BC%80", Curl.escape(Curl.unescape("%C3%BC%80")));
        assertEquals("a\0b", Curl.unescape("a%00b"));
    }

    @Test
    void escapeAndUnescapeInAnother() {
        assertEquals("%FC%C3%BC", Curl.escape("\u00fc\u00c3\u00bc", ISO_8859_1));
        assertEquals("\u00fc\u00c3\u00bc", Curl.unescape("%FC%c3%bc", ISO_8859_1));
        assertEquals("\u00fc\u00ff", Curl.unescape("\u00fc%FF", ISO_8859_1));
        assertEquals(
                "%83%65", Curl.escape("\u30c6", Charset.forName("Shift_JIS")).replace("e", "%65"));
        assertThrows(IllegalArgumentException.class, () -> Curl.unescape("\u20ac", ISO_8859_1));
    }

    @Test
    void partsOfAUrl() {
        try (CurlUrl url = CurlUrl.parse("http://a/%FC?%C3%BC")) {
            String path = url.get(CurlUrl.Part.PATH, CurlUrl.Flag.URLDECODE);
            url.set(CurlUrl.Part.PATH, path, CurlUrl.Flag.URLENCODE);
            assertEquals("/%fc", url.get(CurlUrl.Part.PATH).toLowerCase());
            assertEquals("\u00fc", url.get(CurlUrl.Part.QUERY, CurlUrl.Flag.URLDECODE));
            url.charset(ISO_8859_1);
            assertEquals("/\u00fc", url.get(CurlUrl.Part.PATH, CurlUrl.Flag.URLDECODE));
            assertEquals("\u00c3\u00bc", url.get(CurlUrl.Part.QUERY, CurlUrl.Flag.URLDECODE));
            url.set(CurlUrl.Part.FRAGMENT, "\u00fc", CurlUrl.Flag.URLENCODE);
            assertEquals("%fc", url.get(CurlUrl.Part.FRAGMENT).toLowerCase());
            CurlUrlException e = assertThrows(CurlUrlException.class, () -> url.set(CurlUrl.Part.FRAGMENT, "ab\u20ac"));
            assertTrue(e.getMessage().contains("index 2 a character that ISO-8859-1"), e::getMessage);
        }
    }

    @Test
    void whatItCannotWriteIsRefused() {
        try (Easy easy = new Easy().charset(StandardCharsets.US_ASCII);
                Mime mime = new Mime(easy)) {
            CurlOptionException e = assertThrows(CurlOptionException.class, () -> easy.set(USERAGENT, "abc\u00fc"));
            assertEquals(
                    "CURLOPT_USERAGENT refused the value \"abc\u00fc\": it has at index 3 a character that US-ASCII"
                            + " does not have",
                    e.getMessage());
            assertThrows(CurlOptionException.class, () -> easy.set(HTTPHEADER, List.of("a: b", "a: \u00fc")));
            assertThrows(CurlOptionException.class, () -> easy.set(POSTFIELDS, "\u00fc"));
            assertThrows(IllegalArgumentException.class, () -> mime.addPart().data("\u00fc"));
            assertThrows(IllegalArgumentException.class, () -> easy.header("\u00fc"));
        }
    }

    @Test
    void theWordsAboutAnError() {
        try (Echo echo = new Echo();
                Easy easy = easy(echo).charset(ISO_8859_1).set(INTERFACE, "if!" + LATIN)) {
            CurlException e = assertThrows(CurlException.class, easy::perform);
            assertTrue(e.getMessage().contains("'" + LATIN + "'"), e::getMessage);
        }
    }

    @Test
    void anotherThreadsHandleAndAClosedOneKeepTheirs() {
        Easy easy = new Easy();
        easy.close();
        assertThrows(IllegalStateException.class, () -> easy.charset(ISO_8859_1));
        assertThrows(IllegalStateException.class, easy::charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "Shift_JIS", "GB18030", "KOI8-R"})
    void headersInOthers(String name) throws CurlException {
        Needs.libcurl("7.83.0");
        Charset charset = Charset.forName(name);
        String text = name.equals("windows-1252") ? "\u20ac" : name.equals("KOI8-R") ? "\u0416" : "\u4e2d";
        try (Echo echo = new Echo("X: " + new String(text.getBytes(charset), ISO_8859_1) + "\n");
                Easy easy = easy(echo).charset(charset)) {
            easy.perform();
            assertEquals(
                    List.of(text), easy.headers("X").stream().map(Header::value).toList());
        }
    }
}
