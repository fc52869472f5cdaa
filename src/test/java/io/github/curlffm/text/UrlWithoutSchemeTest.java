package io.github.curlffm.text;

import static io.github.curlffm.CurlUrl.Flag.DEFAULT_SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A URL that has a scheme only by a flag: libcurl 8.14.1 crashes when a relative one is to make another of it. */
class UrlWithoutSchemeTest {

    @ParameterizedTest
    @CsvSource({"/b, https://a/b", "b, https://a/b", "?q, https://a/?q", "#f, https://a/#f", "ftp://c/, ftp://c/"})
    void aRelativeUrlIsResolved(String relative, String whole) {
        try (CurlUrl url = new CurlUrl().set(Part.HOST, "a")) {
            url.set(Part.URL, relative, DEFAULT_SCHEME);
            assertEquals(whole, url.get(Part.URL));
        }
    }

    @Test
    void itHasNoSchemeAfterARefusal() {
        try (CurlUrl url = new CurlUrl().set(Part.HOST, "a")) {
            assertThrows(CurlUrlException.class, () -> url.set(Part.URL, "http://a b/", DEFAULT_SCHEME));
            assertNull(url.get(Part.SCHEME));
            assertEquals("a", url.get(Part.HOST));
        }
    }

    @Test
    void anEmptyUrlOnlyGivesItTheScheme() {
        try (CurlUrl url = new CurlUrl().set(Part.HOST, "a").set(Part.URL, "", DEFAULT_SCHEME)) {
            assertEquals("https://a/", url.get(Part.URL));
        }
    }
}
