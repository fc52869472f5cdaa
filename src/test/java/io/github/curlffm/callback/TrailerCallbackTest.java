package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.SEEKFUNCTION;
import static io.github.curlffm.option.Option.TRAILERFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.WireServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailerCallbackTest extends HttpCallbackContract<TrailerCallback> {

    private static final List<String> SENT = List.of("4", "body", "0", "X-Sum: 42");

    @Override
    public Option<TrailerCallback> option() {
        return TRAILERFUNCTION;
    }

    @Override
    public TrailerCallback harmless(Action action) {
        return () -> {
            action.run();
            return null;
        };
    }

    @Override
    public void prepare(Easy easy) {
        super.prepare(easy);
        easy.set(UPLOAD, true)
                .set(READFUNCTION, new RepeatableBody("body"))
                .set(HTTPHEADER, List.of("Expect:", "Trailer: X-Sum"));
    }

    /** Keeps the lines of each chunked body, with what follows the last chunk. */
    private WireServer recorder(List<String> lines) {
        return new WireServer(connection -> {
            for (String head; (head = connection.readHead()) != null; ) {
                for (String line; (line = connection.readLine()) != null && !line.isEmpty(); ) {
                    lines.add(line);
                }
                connection.write(
                        head.startsWith("PUT /redirecting ")
                                ? "HTTP/1.1 307 There\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"
                                : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        });
    }

    private Easy withTrailer(Easy easy, WireServer server) {
        prepare(easy);
        return easy.set(URL, server.url("http", "/")).set(TRAILERFUNCTION, () -> List.of("X-Sum: 42"));
    }

    private List<String> linesOfUpload(TrailerCallback callback) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (WireServer server = recorder(lines);
                Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/"))
                    .set(TRAILERFUNCTION, callback)
                    .perform();
        }
        return lines;
    }

    private static boolean oneHandleSendsTrailersTwice() {
        return Curl.version().isAtLeast(8, 7, 0);
    }

    @Override
    public void needsASecondTransfer() {
        Needs.libcurl("8.7.0", "send trailers once in the life of a handle");
    }

    @Test
    void itsLinesFollowTheBody() throws Exception {
        assertEquals(
                List.of("4", "body", "0", "X-Sum: 42", "X-Signed-By: someone"),
                linesOfUpload(() -> List.of("X-Sum: 42", "X-Signed-By: someone")));
    }

    @Test
    void isAskedWhenTheBodyIsDone() throws Exception {
        List<String> calls = new ArrayList<>();
        RepeatableBody body = new RepeatableBody("body");
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(READFUNCTION, buffer -> {
                        int count = body.read(buffer);
                        calls.add("read " + count);
                        return count;
                    })
                    .set(TRAILERFUNCTION, harmless(() -> calls.add("trailers")))
                    .perform();
        }
        assertEquals(List.of("read 4", "read 0", "trailers"), calls);
    }

    static Stream<List<String>> nothing() {
        return Stream.of(null, List.of(), new ArrayList<>());
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void nullAndAnEmptyListMeanNoTrailers(List<String> none) throws Exception {
        assertEquals(List.of("4", "body", "0"), linesOfUpload(() -> none));
    }

    @Test
    void libcurlLeavesOutALineThatIsNoHeader() throws Exception {
        assertEquals(
                List.of("4", "body", "0", "X-Sum: 42"),
                linesOfUpload(() -> List.of("no header", "X-Sum: 42", "X-No-Space:1")));
    }

    @Test
    void abortEndsTheTransfer(Easy easy) {
        prepare(easy);
        easy.set(TRAILERFUNCTION, () -> TrailerCallback.ABORT);
        Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Sum: 42\r\nX-Injected: 1", "X-Sum: 42\n", "X-Sum: \0"})
    void aLineBreakIsRefusedWithAnExceptionThatShowsWhere(String trailer, Easy easy) {
        prepare(easy);
        easy.set(TRAILERFUNCTION, () -> List.of("X-Good: 1", trailer));
        Throwable thrown = Perform.thrownInside(CurlCode.ABORTED_BY_CALLBACK, easy);
        assertInstanceOf(IllegalArgumentException.class, thrown);
        assertTrue(thrown.getMessage().contains("trailer"), thrown::toString);
        int at = Math.max(trailer.indexOf('\0'), trailer.replace('\r', '\n').indexOf('\n'));
        assertTrue(thrown.getMessage().contains("index " + at), thrown::toString);
    }

    @Test
    void aNullLineIsRefused(Easy easy) {
        prepare(easy);
        easy.set(TRAILERFUNCTION, () -> Arrays.asList("X-Good: 1", null));
        assertInstanceOf(NullPointerException.class, Perform.thrownInside(CurlCode.ABORTED_BY_CALLBACK, easy));
    }

    @Test
    void isNotAskedForAnUploadOfKnownSize() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(INFILESIZE_LARGE, 4)
                    .set(TRAILERFUNCTION, harmless(calls::incrementAndGet))
                    .perform();
        }
        assertEquals(0, calls.get());
    }

    /** What libcurl before 8.7.0 would do to the second body is write before its buffer, which ends the JVM. */
    private static void performAgain(Easy easy) throws Exception {
        if (oneHandleSendsTrailersTwice()) {
            easy.perform();
        } else {
            Throwable thrown = Perform.thrownInside(CurlCode.ABORTED_BY_CALLBACK, easy);
            assertInstanceOf(IllegalStateException.class, thrown);
            assertTrue(thrown.getMessage().contains("libcurl before 8.7.0"), thrown::toString);
        }
    }

    @Test
    void aHandleThatHasSentTrailersSendsThemAgainOrRefusesTo() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (WireServer server = recorder(lines);
                Easy easy = new Easy()) {
            withTrailer(easy, server).perform();
            assertEquals(SENT, lines);
            lines.clear();
            performAgain(easy);
            assertEquals(oneHandleSendsTrailersTwice() ? SENT : List.of(), lines);

            Console.typing("body", () -> performAgain(easy.unset(READFUNCTION)));
        }
    }

    @Test
    void anUploadThatStartsOverSendsThemAgainOrRefusesTo() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (WireServer server = recorder(lines);
                Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/redirecting"))
                    .set(FOLLOWLOCATION, true)
                    .set(SEEKFUNCTION, (offset, origin) -> SeekCallback.Result.OK)
                    .set(TRAILERFUNCTION, () -> List.of("X-Sum: 42"));
            performAgain(easy);
        }
        assertEquals(SENT, lines.subList(0, SENT.size()));
        assertEquals(oneHandleSendsTrailersTwice() ? SENT : List.of(), lines.subList(SENT.size(), lines.size()));
    }

    @Test
    void aDuplicateOfAHandleThatHasSentTrailersSendsThemToo() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (WireServer server = recorder(lines);
                Easy easy = new Easy()) {
            withTrailer(easy, server).perform();
            lines.clear();
            try (Easy copy = easy.duplicate()) {
                copy.perform();
            }
        }
        assertEquals(SENT, lines);
    }
}
