package io.github.curlffm.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlCode;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.testing.Needs;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlUrlToUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://example.com:8443/a/b.c;d=e?f=g&h=%20#i",
                "https://me:secret@example.com/",
                "ftp://me@example.com/%2Fetc",
                "http://127.0.0.1:1/",
                "http://[::1]/x",
                "file:///etc/hosts",
                "foo://bar/baz?qux"
            })
    void javaAndLibcurlAgreeAboutAPlainUrl(String text) {
        URI uri = URI.create(text);
        try (CurlUrl url = CurlUrl.of(uri)) {
            assertEquals(text, url.toString());
            assertEquals(uri, url.toURI());
            assertEquals(uri.getScheme(), url.get(Part.SCHEME));
            assertEquals(uri.getHost(), url.get(Part.HOST));
            assertEquals(uri.getPort(), url.get(Part.PORT) == null ? -1 : Integer.parseInt(url.get(Part.PORT)));
            assertEquals(uri.getRawPath(), url.get(Part.PATH));
            assertEquals(uri.getRawQuery(), url.get(Part.QUERY));
            assertEquals(uri.getRawFragment(), url.get(Part.FRAGMENT));
            assertEquals(uri.getRawUserInfo(), userInfo(url));
        }
    }

    private static String userInfo(CurlUrl url) {
        String user = url.get(Part.USER);
        String password = url.get(Part.PASSWORD);
        return password == null ? user : user + ":" + password;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "//example.com/", "mailto:me@example.com", "urn:isbn:0", "http:a", "#x"})
    void whatIsNoAbsoluteUrlIsRefused(String text) {
        assertThrows(CurlUrlException.class, () -> CurlUrl.of(URI.create(text)));
    }

    @Test
    void aZoneIdIsWrittenAsEachWritesIt() {
        URI uri = URI.create("http://[fe80::1%eth0]:80/");
        try (CurlUrl url = CurlUrl.of(uri)) {
            assertEquals("http://[fe80::1%25eth0]:80/", url.toString());
            assertEquals("eth0", url.get(Part.ZONEID));
            assertEquals(uri, url.toURI());
            assertEquals("[fe80::1%eth0]", url.toURI().getHost());
        }
    }

    @Test
    void whatIsOutsideOfAsciiIsEncodedOnTheWayIn() {
        try (CurlUrl url = CurlUrl.of(URI.create("http://h/\u00fc?\u00f6"))) {
            assertEquals("http://h/%C3%BC?%C3%B6", url.toString());
        }
    }

    @Test
    void anInternationalHostIsInPunycodeOnTheWayOut() {
        Needs.idn();
        try (CurlUrl url = CurlUrl.parse("http://b\u00fccher.example/\u00fc")) {
            URI uri = url.toURI();
            assertEquals("xn--bcher-kva.example", uri.getHost());
            assertEquals("/\u00fc", uri.getPath());
        }
        try (CurlUrl url = CurlUrl.of(URI.create("http://b\u00fccher.example/"))) {
            assertEquals("b\u00fccher.example", url.get(Part.HOST));
            assertEquals("xn--bcher-kva.example", url.toURI().getHost());
        }
    }

    @Test
    void whatJavaCannotReadIsRefused() {
        try (CurlUrl url = CurlUrl.parse("http://h/a b", Flag.ALLOW_SPACE)) {
            assertThrows(IllegalArgumentException.class, url::toURI);
        }
        try (CurlUrl url = new CurlUrl()) {
            assertEquals(
                    CurlUrlCode.NO_SCHEME,
                    assertThrows(
                                    CurlUrlException.class,
                                    () -> url.set(Part.HOST, "h").toURI())
                            .code());
        }
    }

    @Test
    void toStringNeverThrows(CurlUrl url) {
        assertEquals(true, url.toString().matches("CurlUrl \\(cannot get \"URL\": .*\\)"), url::toString);
        url.set(Part.URL, "http://h");
        assertEquals("http://h/", url.toString());
        assertNull(url.get(Part.FRAGMENT));
        url.close();
        assertEquals("CurlUrl (this CurlUrl is closed)", url.toString());
    }
}
