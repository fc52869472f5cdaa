package io.github.curlffm.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.SslBackend;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** libcurl as a whole. */
class CurlTest {

    private final Curl.Version version = Curl.version();

    // --- version ----------------------------------------------------------------------------------------------------

    @Test
    void versionAsTextAndAsNumberAreTheSame() {
        String[] numbers = version.version().split("[.-]");
        int major = Integer.parseInt(numbers[0]);
        int minor = Integer.parseInt(numbers[1]);
        int patch = Integer.parseInt(numbers[2]);
        assertEquals(major << 16 | minor << 8 | patch, version.number());
        assertTrue(version.isAtLeast(major, minor, patch));
        assertTrue(version.isAtLeast(major, 0, 0));
        assertTrue(version.isAtLeast(7, 10, 3));
        assertFalse(version.isAtLeast(major, minor, patch + 1));
        assertFalse(version.isAtLeast(major, minor + 1, 0));
        assertFalse(version.isAtLeast(major + 1, 0, 0));
    }

    @Test
    void versionOfThingsThatAreThereIsThereAndOfOthersNot() {
        assertFalse(version.host().isBlank());
        assertFalse(version.library().isBlank());
        assertThere("libz", version.zlib());
        assertThere("SSL", version.ssl());
        assertThere("HTTP2", version.http2());
        assertThere("HTTP3", version.http3());
        assertThere("brotli", version.brotli());
        assertThere("zstd", version.zstd());
        assertThere("IDN", version.idn());
        assertEquals(version.protocols().contains("sftp"), version.ssh() != null, version::toString);
    }

    private void assertThere(String feature, String library) {
        assertEquals(
                version.features().contains(feature), library != null, () -> feature + ": " + library + "; " + version);
    }

    @Test
    void protocolsAndFeaturesAreSortedNamesThatCannotBeChanged() {
        assertTrue(version.protocols().contains("http"), version::toString);
        for (Set<String> names : List.of(version.protocols(), version.features())) {
            assertEquals(List.copyOf(new TreeSet<>(names)), List.copyOf(names));
            assertThrows(UnsupportedOperationException.class, () -> names.add("more"));
        }
        assertTrue(version.toString().startsWith("libcurl " + version.version() + " ("), version::toString);
    }

    // --- escape, unescape -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b&c=d", "100%", "ä€𝄞", "\0", "a\0b", "line\r\nbreak", "-._~", "%00"})
    void whatIsEscapedIsUnescaped(String text) {
        String escaped = Curl.escape(text);
        assertTrue(escaped.matches("[A-Za-z0-9%._~-]*"), escaped);
        assertEquals(text, Curl.unescape(escaped));
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "/, %2F", "ä, %C3%A4", "€, %E2%82%AC", "aZ09-._~, aZ09-._~"})
    void escape(String text, String escaped) {
        assertEquals(escaped, Curl.escape(text));
    }

    @Test
    void unescape() {
        assertEquals("\0", Curl.unescape("%00"));
        assertEquals("a\0b", Curl.unescape("a%00b"));
        assertEquals("a+b", Curl.unescape("a+b"), "a plus sign is one");
        assertEquals("%zz %", Curl.unescape("%zz %"), "what is no escape stays");
        assertEquals("\ufddf\ufdef", Curl.unescape("%ff"), "no UTF-8");
        assertEquals("ä", Curl.unescape("ä"));
    }

    // --- dates ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun, 06 Nov 1994 09:49:37 +0100",
                "19941106 08:49:37"
            })
    void dates(String date) {
        assertEquals(Instant.parse("1994-11-06T08:49:37Z"), Curl.parseDate(date));
    }

    @Test
    void earlyAndLateDates() {
        assertEquals(Instant.EPOCH, Curl.parseDate("Thu, 01 Jan 1970 00:00:00 GMT"));
        assertEquals(Instant.parse("2100-01-01T00:00:00Z"), Curl.parseDate("Fri, 01 Jan 2100 00:00:00 GMT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT\0 or so"})
    void datesThatAreNone(String date) {
        var e = assertThrows(IllegalArgumentException.class, () -> Curl.parseDate(date));
        assertTrue(e.getMessage().startsWith("libcurl cannot read the date \""), e::getMessage);
        assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e::getMessage);
    }

    // --- the rest ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void everyCodeHasWords(CurlCode code) {
        String words = Curl.strerror(code);
        assertFalse(words.isBlank());
        if (code == CurlCode.UNKNOWN) {
            assertEquals("Unknown error", words);
        }
    }

    @Test
    void wordsOfACode() {
        assertEquals("No error", Curl.strerror(CurlCode.OK));
        assertEquals("Timeout was reached", Curl.strerror(CurlCode.OPERATION_TIMEDOUT));
    }

    @Test
    void sslBackends() {
        List<Curl.AvailableSslBackend> backends = Curl.sslBackends();
        assertEquals(version.features().contains("SSL"), !backends.isEmpty(), backends::toString);
        for (Curl.AvailableSslBackend backend : backends) {
            assertFalse(backend.name().isBlank());
            assertTrue(backend.backend() != SslBackend.NONE, backend::toString);
        }
        assertEquals(version.features().contains("MultiSSL"), backends.size() > 1, backends::toString);
        assertEquals(backends, Curl.sslBackends());
    }

    @Test
    void sslsetComesTooLateOnceLibcurlIsInitialized() {
        var e = assertThrows(IllegalStateException.class, () -> Curl.sslset(SslBackend.OPENSSL));
        assertTrue(e.getMessage().startsWith("sslset comes too late"), e::getMessage);
        assertThrows(NullPointerException.class, () -> Curl.sslset(null));
    }

    @Test
    void sslsetBeforeInitializationTakesTheBackendThatIsThereAndNoOther() throws Exception {
        Needs.feature("SSL");
        SslBackend there = Curl.sslBackends().getFirst().backend();
        assertNotNull(there);
        assertEquals("set, then an Easy\n", sslset(there));
        SslBackend other = there == SslBackend.SCHANNEL ? SslBackend.MBEDTLS : SslBackend.SCHANNEL;
        assertEquals(
                "java.lang.IllegalArgumentException: libcurl " + version.version() + " cannot use " + other
                        + " for TLS: curl_global_sslset returned 1\n",
                sslset(other));
    }

    private static String sslset(SslBackend backend) throws Exception {
        Child.Outcome result =
                ChildJvm.of(SetsSslBackend.class).arguments(backend.name()).run();
        assertEquals(0, result.exit(), result::toString);
        return result.out();
    }

    /** The program of {@link #sslset}. */
    static final class SetsSslBackend {
        public static void main(String[] arguments) {
            try {
                Curl.sslset(SslBackend.valueOf(arguments[0]));
                try (Easy easy = new Easy()) {
                    assertNotNull(easy);
                    System.out.println("set, then an Easy");
                }
            } catch (IllegalArgumentException e) {
                System.out.println(e);
            }
        }
    }

    @Test
    void traceNamesTheVersionThatItNeeds() {
        if (version.isAtLeast(8, 3, 0)) {
            Curl.trace("-all");
            assertThrows(IllegalArgumentException.class, () -> Curl.trace("-all\0"));
        } else {
            var e = assertThrows(UnsupportedOperationException.class, () -> Curl.trace("all"));
            assertTrue(e.getMessage().startsWith("curl_global_trace came with libcurl 8.3.0"), e::getMessage);
            assertTrue(e.getMessage().contains(version.version()), e::getMessage);
            assertNull(e.getCause());
        }
    }
}
