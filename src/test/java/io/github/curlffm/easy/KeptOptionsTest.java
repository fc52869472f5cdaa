package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Options;
import io.github.curlffm.testing.RequestRecorder;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a handle keeps alive for libcurl: lists, blobs, files; and what it keeps for itself. */
class KeptOptionsTest {

    private final RequestRecorder server = new RequestRecorder();
    private final Easy easy = new Easy();

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() {
        easy.set(URL, server.url("/")).set(WRITEFUNCTION, body -> {});
    }

    private List<String> headersSent(Easy handle) throws IOException {
        handle.perform();
        return server.take()
                .head()
                .lines()
                .filter(line -> line.startsWith("X-"))
                .toList();
    }

    // --- lists ------------------------------------------------------------------------------------------------------

    @Test
    void listMayBeChangedOnceItIsSet() throws IOException {
        List<String> lines = new ArrayList<>(List.of("X-One: 1", "X-Two: zwölf €"));
        easy.set(HTTPHEADER, lines);
        lines.clear();
        System.gc();
        assertEquals(List.of("X-One: 1", "X-Two: zwölf €"), utf8(headersSent(easy)));
    }

    /** The recorder reads bytes as ISO 8859-1. */
    private static List<String> utf8(List<String> lines) {
        return lines.stream()
                .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void listIsReplacedAndEmptied() throws IOException {
        List<String> many =
                IntStream.range(0, 1000).mapToObj(i -> "X-Number: " + i).toList();
        assertEquals(many, headersSent(easy.set(HTTPHEADER, List.of("X-One: 1")).set(HTTPHEADER, many)));
        assertEquals(List.of("X-Two: 2"), headersSent(easy.set(HTTPHEADER, List.of("X-Two: 2"))));
        assertEquals(List.of(), headersSent(easy.set(HTTPHEADER, List.of())));
    }

    @Test
    void duplicateKeepsTheListThatTheOriginalReplaces() throws IOException {
        easy.set(HTTPHEADER, List.of("X-One: 1"));
        try (Easy first = easy.duplicate();
                Easy second = first.duplicate()) {
            easy.set(HTTPHEADER, List.of("X-Two: 2"));
            first.unset(HTTPHEADER);
            System.gc();
            assertEquals(List.of("X-Two: 2"), headersSent(easy));
            assertEquals(List.of(), headersSent(first));
            assertEquals(List.of("X-One: 1"), headersSent(second));
        }
    }

    @Test
    void listIsNotReplacedByACallback() throws IOException {
        easy.set(HTTPHEADER, List.of("X-One: 1"))
                .set(
                        HEADERFUNCTION,
                        line -> assertThrows(
                                IllegalStateException.class, () -> easy.set(HTTPHEADER, List.of("X-Two: 2"))));
        assertEquals(List.of("X-One: 1"), headersSent(easy));
        assertEquals(List.of("X-One: 1"), headersSent(easy));
    }

    // --- blobs ------------------------------------------------------------------------------------------------------

    /** Certificates that are none are noticed before the first byte is sent. */
    @Test
    void blobIsKeptByDuplicatesAndForgottenByUnsetAndReset(WireServer tls) {
        Needs.key(CAINFO_BLOB);
        Needs.feature("SSL");
        tls.serve(connection -> connection.in().read());
        byte[] none = "no certificate".getBytes();
        easy.set(URL, tls.url("https", "/")).set(CAINFO_BLOB, none);
        Arrays.fill(none, (byte) 0);
        assertEquals(CurlCode.SSL_CACERT_BADFILE, failure(easy));
        try (Easy duplicate = easy.duplicate()) {
            easy.unset(CAINFO_BLOB);
            assertEquals(CurlCode.SSL_CACERT_BADFILE, failure(duplicate));
            duplicate.reset().set(URL, tls.url("https", "/"));
            assertEquals(CurlCode.SSL_CONNECT_ERROR, failure(duplicate));
        }
        assertEquals(CurlCode.SSL_CONNECT_ERROR, failure(easy));
    }

    private static CurlCode failure(Easy handle) {
        return assertThrows(CurlException.class, handle::perform).code();
    }

    // --- the object of the program ----------------------------------------------------------------------------------

    @Test
    void privateObjectComesBackAsItIs() {
        Object object = new Object();
        assertNull(easy.get(Info.PRIVATE));
        easy.set(PRIVATE, object);
        assertSame(object, easy.get(Info.PRIVATE));
        try (Easy duplicate = easy.duplicate()) {
            easy.unset(PRIVATE);
            assertNull(easy.get(Info.PRIVATE));
            assertSame(object, duplicate.get(Info.PRIVATE));
            duplicate.reset();
            assertNull(duplicate.get(Info.PRIVATE));
        }
    }

    // --- files ------------------------------------------------------------------------------------------------------

    @Test
    void verboseOutputIsAppendedToAFile() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "begins here\n");
        easy.set(STDERR, log).set(VERBOSE, true).perform();
        Path second = folder.resolve("second");
        try (Easy duplicate = easy.duplicate()) {
            easy.set(STDERR, second).perform();
            duplicate.set(URL, server.url("/duplicate")).perform();
        }
        easy.set(VERBOSE, false).unset(STDERR).perform();
        easy.close();

        String text = Files.readString(log);
        assertTrue(text.startsWith("begins here\n"), text);
        assertTrue(text.contains("> GET / HTTP/1.1"), text);
        assertTrue(text.contains("> GET /duplicate HTTP/1.1"), text);
        assertEquals(2, text.lines().filter(line -> line.startsWith("> GET ")).count(), text);
        assertEquals(
                1,
                Files.readAllLines(second).stream()
                        .filter(line -> line.startsWith("> GET "))
                        .count());
    }

    @Test
    void resetNoLongerWritesToTheFile() throws IOException {
        Path log = folder.resolve("log");
        easy.set(STDERR, log).set(VERBOSE, true).reset();
        prepare();
        easy.perform();
        assertEquals("", Files.readString(log));
    }

    // --- HSTS -------------------------------------------------------------------------------------------------------

    @Test
    void duplicateIsRefusedWhereHstsWouldCrashLibcurl() {
        Needs.key(Option.HSTS);
        Needs.feature("HSTS");
        String file = folder.resolve("hsts").toString();
        easy.set(Option.HSTS, file);
        if (Loaded.isAtLeast("7.88.0") && !Loaded.isAtLeast("8.5.0")) {
            var e = assertThrows(UnsupportedOperationException.class, easy::duplicate);
            assertTrue(e.getMessage().contains(Curl.version().version()), e::getMessage);
            easy.unset(Option.HSTS).duplicate().set(Option.HSTS, file).close();
            easy.set(Option.HSTS, file).reset().duplicate().close();
        } else {
            easy.duplicate().close();
        }
    }

    // --- other handles ----------------------------------------------------------------------------------------------

    static List<Option<Easy>> dependencies() {
        return List.of(Option.STREAM_DEPENDS, Option.STREAM_DEPENDS_E);
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void handlesThatDependOnEachOtherEndInAnyOrder(Option<Easy> depends) throws IOException {
        Needs.key(depends);
        Needs.feature("HTTP2");
        try (Easy parent = new Easy();
                Easy child = new Easy().set(depends, parent)) {
            easy.set(depends, parent).set(depends, child).perform();
            try (Easy duplicate = easy.duplicate()) {
                parent.close();
                easy.set(depends, child).reset();
                prepare();
                easy.perform();
                duplicate.perform();
                child.unset(depends);
                child.set(depends, duplicate);
            }
        }
        easy.perform();
        Easy closed = new Easy();
        closed.close();
        assertThrows(IllegalStateException.class, () -> easy.set(depends, closed));
    }

    // --- all of them ------------------------------------------------------------------------------------------------

    static List<Option<?>> all() {
        return Options.all();
    }

    /** Everything is given back once, in whichever order the handles go. */
    @ParameterizedTest
    @MethodSource("all")
    void duplicateAndResetStandEveryOption(Option<?> option) {
        Object value = Options.sensible(option, folder);
        try (Easy first = new Easy()) {
            if (value != null) {
                Options.set(first, option, value);
            }
            Easy second = first.duplicate();
            try (Easy third = second.duplicate();
                    Easy fourth = second.duplicate()) {
                second.reset();
                third.unset(option);
                first.close();
                fourth.unset(option);
            }
            second.close();
        } catch (CurlOptionException notBuiltIn) {
            assertEquals(option.toString(), notBuiltIn.option());
        } catch (UnsupportedOperationException crashesLibcurl) {
            assertSame(Option.HSTS, option);
        }
    }
}
