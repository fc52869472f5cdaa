package io.github.curlffm.text;

import static io.github.curlffm.option.Option.CHUNK_BGN_FUNCTION;
import static io.github.curlffm.option.Option.FNMATCH_FUNCTION;
import static io.github.curlffm.option.Option.HSTSREADFUNCTION;
import static io.github.curlffm.option.Option.HSTSWRITEFUNCTION;
import static io.github.curlffm.option.Option.HSTS_CTRL;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WILDCARDMATCH;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ChunkBgnCallback;
import io.github.curlffm.callback.FnmatchCallback;
import io.github.curlffm.callback.HstsEntry;
import io.github.curlffm.callback.HstsWriteCallback;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.testing.Needs;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The strings that callbacks get and give. */
class CallbackCharsetTest {

    private static final String LISTING = "-rw-r--r-- 1 u\u00fc g\u00fc 0 Jan 1 2020 \u00fc.txt\r\n"
            + "-rw-r--r-- 1 u\u00fc g\u00fc 0 Jan 1 2020 \u00fd.txt\r\n";

    private static List<String> names(Charset charset) throws CurlException {
        List<String> names = new ArrayList<>();
        try (FtpListing server = new FtpListing(LISTING);
                Easy easy = new Easy().charset(charset).set(URL, server.url("/*.txt"))) {
            easy.set(WILDCARDMATCH, true)
                    .set(WRITEFUNCTION, body -> {})
                    .set(FNMATCH_FUNCTION, (pattern, name) -> {
                        names.add(name);
                        return FnmatchCallback.Result.MATCH;
                    })
                    .set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                        names.add(file.name() + " " + file.user() + " " + file.group());
                        return ChunkBgnCallback.Result.SKIP;
                    })
                    .perform();
        }
        return names;
    }

    @Test
    void filesOfAListing() throws CurlException {
        assertEquals(
                List.of("\u00fc.txt", "\u00fd.txt", "\u00fc.txt u\u00fc g\u00fc", "\u00fd.txt u\u00fc g\u00fc"),
                names(ISO_8859_1));
    }

    @Test
    void filesWhoseNamesAreNotUtf8StayDifferent() throws CurlException {
        assertEquals(4, Set.copyOf(names(UTF_8)).size());
    }

    private static List<String> hsts(Charset charset, HstsEntry... entries) throws CurlException {
        Needs.feature("HSTS");
        List<String> names = new ArrayList<>();
        Iterator<HstsEntry> left = List.of(entries).iterator();
        try (Echo echo = new Echo()) {
            Easy easy = new Easy()
                    .charset(charset)
                    .set(URL, echo.url("/"))
                    .set(WRITEFUNCTION, body -> {})
                    .set(HSTS_CTRL, Set.of(HstsCtrl.ENABLE))
                    .set(HSTSREADFUNCTION, () -> left.hasNext() ? left.next() : null)
                    .set(HSTSWRITEFUNCTION, (entry, index, total) -> {
                        names.add(entry.name());
                        return HstsWriteCallback.Result.OK;
                    });
            try (easy) {
                easy.perform();
            }
        }
        return names;
    }

    @Test
    void namesOfHstsEntries() throws CurlException {
        HstsEntry entry = new HstsEntry("b\u00fccher.example", false, null);
        assertEquals(List.of(entry.name()), hsts(ISO_8859_1, entry));
        assertEquals(List.of(entry.name()), hsts(UTF_8, entry));
    }

    @Test
    void aNameThatWouldBecomeTwoLinesIsRefused() {
        for (String name : List.of("a\nb", "a\0b", "a\ud83d")) {
            CallbackException e =
                    assertThrows(CallbackException.class, () -> hsts(UTF_8, new HstsEntry(name, false, null)));
            assertInstanceOf(IllegalArgumentException.class, e.getCause());
        }
    }
}
