package io.github.curlffm.curl;

import static io.github.curlffm.option.Info.COOKIELIST;
import static io.github.curlffm.option.Option.ALTSVC;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.COOKIEJAR;
import static io.github.curlffm.option.Option.HSTS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Cookie;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.RequestRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Cookie}: the lines of the cookie engine as values, there and back. */
class CookieTest {

    private static final Instant LATER = Instant.ofEpochSecond(4_000_000_000L);

    private final Easy easy = new Easy().set(COOKIEFILE, "").set(WRITEFUNCTION, data -> {});

    private Cookie only() {
        List<Cookie> all = Cookie.parse(easy.get(COOKIELIST));
        assertEquals(1, all.size(), all::toString);
        return all.getFirst();
    }

    private static List<Cookie> examples() {
        return List.of(
                new Cookie("example.com", false, "/", false, false, null, "a", "b"),
                new Cookie("example.com", true, "/x", true, true, LATER, "session", "1=2; 3"),
                new Cookie("127.0.0.1", false, "/", false, true, LATER, "empty", ""),
                new Cookie("b\u00fccher.example", false, "/", false, false, null, "gr\u00fc\u00df", "\u20ac"));
    }

    @Test
    void libcurlUnderstandsTheLineAndSaysTheSame() {
        for (Cookie cookie : examples()) {
            easy.set(Option.COOKIELIST, "ALL").set(Option.COOKIELIST, cookie.line());
            assertEquals(cookie, only());
            assertEquals(cookie, Cookie.parse(cookie.line()));
        }
    }

    @Test
    void whatAServerSets(HttpPeer peer) throws Exception {
        peer.serve(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=1234; Path=/a; HttpOnly; Max-Age=1000");
            HttpPeer.answer(exchange, 200, "");
        });
        Instant before = Instant.now();
        easy.set(URL, peer.url("/a/b")).perform();
        Cookie cookie = only();
        assertTrue(cookie.expires().isAfter(before.plusSeconds(900)), cookie.expires()::toString);
        assertEquals(new Cookie("127.0.0.1", false, "/a", false, true, cookie.expires(), "session", "1234"), cookie);
    }

    @Test
    void whatIsSetIsSent(RequestRecorder recorder) throws Exception {
        easy.set(Option.COOKIELIST, new Cookie("127.0.0.1", false, "/", false, false, null, "a", "b c").line());
        easy.set(URL, recorder.url("/")).perform();
        assertEquals("a=b c", recorder.take().header("Cookie"));
    }

    @Test
    void aLineWithoutAValueHasAnEmptyOne() {
        assertEquals("", Cookie.parse("example.com\tFALSE\t/\tFALSE\t0\tname").value());
    }

    @Test
    void partsOfSecondsAreLost() {
        Cookie cookie = new Cookie("example.com", false, "/", false, false, LATER.plusMillis(5), "a", "b");
        assertEquals(LATER, cookie.expires());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Set-Cookie: a=b",
                "example.com\tFALSE\t/\tFALSE\t0",
                "example.com\tyes\t/\tFALSE\t0\ta\tb",
                "example.com\tFALSE\t/\tFALSE\tnever\ta\tb",
                "example.com\tFALSE\t/\tFALSE\t-1\ta\tb",
                "example.com\tFALSE\t/\tFALSE\t0\ta\tb\tc",
                "\tFALSE\t/\tFALSE\t0\ta\tb",
                "# a comment"
            })
    void whatIsNoLineIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> Cookie.parse(line));
    }

    @Test
    void whatWouldBreakTheLineIsRefusedByItsPart() {
        for (String bad : Set.of("a\tb", "a\nb", "a\rb", "a\0b")) {
            for (int part = 0; part < 4; part++) {
                String[] parts = {"example.com", "/", "name", "value"};
                parts[part] = bad;
                IllegalArgumentException e = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Cookie(parts[0], false, parts[1], false, false, null, parts[2], parts[3]));
                assertTrue(
                        e.getMessage()
                                .contains(List.of("domain", "path", "name", "value")
                                        .get(part)),
                        e::getMessage);
                assertTrue(e.getMessage().contains("index 1"), e::getMessage);
            }
        }
        for (String domain : Set.of("", ".example.com", "#HttpOnly_example.com")) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Cookie(domain, false, "/", false, false, null, "a", "b"));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Cookie("example.com", false, "/", false, false, Instant.EPOCH, "a", "b"));
    }

    @Test
    void itsWordsDoNotShowTheValue() {
        Cookie cookie = new Cookie("example.com", true, "/x", false, false, null, "session", "hunter2");
        assertFalse(cookie.toString().contains("hunter2"), cookie::toString);
        assertEquals("Cookie[session of *.example.com/x]", cookie.toString());
    }

    // --- files that are written at the end
    // ----------------------------------------------------------------------------

    @Test
    void aFileThatCannotBeWrittenIsRefusedAtOnce(@TempDir Path folder, HttpPeer peer) throws Exception {
        Path missing = folder.resolve("none").resolve("file");
        for (Option<String> option : List.of(COOKIEJAR, ALTSVC, HSTS)) {
            Needs.key(option);
            for (Runnable set :
                    List.<Runnable>of(() -> easy.set(option, missing), () -> easy.set(option, missing.toString()))) {
                CurlOptionException e = assertThrows(CurlOptionException.class, set::run);
                assertTrue(e.getMessage().contains("no folder " + missing.getParent()), e::getMessage);
            }
        }
        easy.set(COOKIEJAR, "-").set(COOKIEJAR, "jar-here").unset(COOKIEJAR);
        Path file = folder.resolve("jar");
        try (Easy other = new Easy()) { // a newer libcurl writes it only if there was a transfer
            other.set(COOKIEFILE, "")
                    .set(COOKIEJAR, file)
                    .set(Option.COOKIELIST, examples().getFirst().line())
                    .set(URL, peer.url("/"))
                    .performString();
        }
        assertTrue(Files.readString(file).endsWith("example.com\tFALSE\t/\tFALSE\t0\ta\tb\n"));
    }
}
