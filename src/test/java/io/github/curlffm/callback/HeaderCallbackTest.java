package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderCallbackTest extends HttpCallbackContract<WriteCallback> {

    private final List<String> lines = new ArrayList<>();

    @Override
    public Option<WriteCallback> option() {
        return HEADERFUNCTION;
    }

    @Override
    public WriteCallback harmless(Action action) {
        return line -> {
            action.run();
            return line.length;
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.WRITE_ERROR;
    }

    /** The headers must not turn up where libcurl would put them: in the WRITE callback or on System.out. */
    @Override
    public void performWithout(Easy easy) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        assertEquals(
                "",
                Console.printedBy(
                        () -> easy.set(WRITEFUNCTION, body::writeBytes).perform()));
        assertEquals(BODY, body.toString(ISO_8859_1));
    }

    private void addLine(byte[] line) {
        lines.add(new String(line, ISO_8859_1));
    }

    private void performAgainst(WireServer server) throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/"))
                    .set(FOLLOWLOCATION, true)
                    .set(HEADERFUNCTION, this::addLine)
                    .perform();
        }
    }

    private static WireServer answering(String... answers) {
        return new WireServer(connection -> {
            for (String answer : answers) {
                connection.readHead();
                connection.write(answer);
            }
        });
    }

    @Test
    void getsAFoldedHeaderAsOneLineWhereLibcurlUnfolds() throws Exception {
        try (WireServer server = answering("""
                HTTP/1.1 200 Fine\r
                Content-Length: 0\r
                X-Folded: a\r
                  b\r
                X-Next: c\r
                \r
                """)) {
            performAgainst(server);
        }
        List<String> folded =
                Loaded.isAtLeast("8.18.0") ? List.of("X-Folded: a b\r\n") : List.of("X-Folded: a\r\n", "  b\r\n");
        assertEquals(folded, lines.subList(2, 2 + folded.size()));
        assertEquals("X-Next: c\r\n", lines.get(2 + folded.size()));
    }

    @Test
    void getsTheStatusLineEachHeaderAndTheEmptyLineOneByOne() throws Exception {
        try (WireServer server = answering("""
                HTTP/1.1 200 Fine\r
                Content-Length: 4\r
                X-Empty:\r
                X-Twice: a\r
                X-Twice: b\r
                \r
                body""")) {
            performAgainst(server);
        }
        assertEquals(
                List.of(
                        "HTTP/1.1 200 Fine\r\n",
                        "Content-Length: 4\r\n",
                        "X-Empty:\r\n",
                        "X-Twice: a\r\n",
                        "X-Twice: b\r\n",
                        "\r\n"),
                lines);
    }

    @Test
    void getsTheHeadersOfEveryResponseOnTheWay() throws Exception {
        try (WireServer server = answering(
                "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            performAgainst(server);
        }
        assertEquals(
                List.of(
                        "HTTP/1.1 302 Found\r\n",
                        "Location: /there\r\n",
                        "Content-Length: 0\r\n",
                        "\r\n",
                        "HTTP/1.1 103 Early Hints\r\n",
                        "Link: </style.css>\r\n",
                        "\r\n",
                        "HTTP/1.1 200 OK\r\n",
                        "Content-Length: 0\r\n",
                        "\r\n"),
                lines);
    }

    @Test
    void getsTrailersAfterTheBody() throws Exception {
        try (WireServer server = answering("""
                        HTTP/1.1 200 OK\r
                        Transfer-Encoding: chunked\r
                        Trailer: X-Sum\r
                        \r
                        4\r
                        body\r
                        0\r
                        X-Sum: 42\r
                        \r
                        """);
                Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/"))
                    .set(HEADERFUNCTION, this::addLine)
                    .set(WRITEFUNCTION, this::addLine)
                    .perform();
        }
        assertEquals(
                List.of(
                        "HTTP/1.1 200 OK\r\n",
                        "Transfer-Encoding: chunked\r\n",
                        "Trailer: X-Sum\r\n",
                        "\r\n",
                        "body",
                        "X-Sum: 42\r\n"),
                lines.subList(0, 6));
    }

    @Test
    void aViewShowsTheSameLinesAndDiesWithTheCall() throws Exception {
        List<ByteBuffer> kept = new ArrayList<>();
        try (WireServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/"))
                    .set(HEADERFUNCTION, WriteCallback.viewAll(line -> {
                        kept.add(line);
                        lines.add(ISO_8859_1.decode(line).toString());
                    }))
                    .perform();
        }
        assertEquals(List.of("HTTP/1.1 200 OK\r\n", "Content-Length: 0\r\n", "\r\n"), lines);
        kept.forEach(view -> assertThrows(IllegalStateException.class, () -> view.get(0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1000, -1, WriteCallback.ERROR})
    void aCountThatIsNotTheLengthEndsTheTransfer(long count) {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(HEADERFUNCTION, line -> {
                addLine(line);
                return count;
            });
            Perform.failsWith(CurlCode.WRITE_ERROR, easy);
        }
        assertEquals(1, lines.size());
    }

    @Test
    void whatWasPausedComesAgainAfterResumeFromXferInfo() throws Exception {
        List<String> paused = new ArrayList<>();
        boolean[] resumed = {false};
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Last: 1\r\n\r\n";
        try (WireServer server = answering(head);
                Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/"))
                    .set(HEADERFUNCTION, line -> {
                        if (paused.isEmpty()) {
                            paused.add(new String(line, ISO_8859_1));
                            return WriteCallback.PAUSE;
                        }
                        addLine(line);
                        return line.length;
                    })
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
                        if (!paused.isEmpty() && !resumed[0]) {
                            resumed[0] = true;
                            easy.resume();
                        }
                    })
                    .perform();
        }
        // what came during the pause may follow in one call with it
        assertEquals(List.of(head.substring(0, head.indexOf('\n') + 1)), paused);
        assertEquals(head, String.join("", lines));
    }

    @Test
    void theReplacementGetsTheNextLine() throws Exception {
        try (WireServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, server.url("http", "/"))
                    .set(HEADERFUNCTION, first -> {
                        lines.add("first");
                        easy.set(HEADERFUNCTION, this::addLine);
                    })
                    .perform();
        }
        assertEquals(List.of("first", "Content-Length: 0\r\n", "\r\n"), lines);
    }
}
