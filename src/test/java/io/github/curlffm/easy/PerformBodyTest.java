package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.ACCEPT_ENCODING;
import static io.github.curlffm.option.Option.NOBODY;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that a transfer returns. */
class PerformBodyTest {

    private static HttpPeer answering(String contentType, byte[] body, boolean chunked) {
        return new HttpPeer(exchange -> {
            if (contentType != null) {
                exchange.getResponseHeaders().set("Content-Type", contentType);
            }
            exchange.sendResponseHeaders(200, chunked ? 0 : body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "0,false",
        "1,true",
        "1,false",
        "16384,true",
        "16384,false",
        "16385,true",
        "16385,false",
        "1048576,false",
        "1048577,false",
        "20000003,true",
        "20000003,false"
    })
    void aBodyIsReturnedInWhole(int length, boolean chunked, Easy easy) throws IOException {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);
        try (HttpPeer server = answering(null, body, chunked)) {
            easy.set(URL, server.url("/"));
            assertArrayEquals(body, easy.performBytes());
            assertArrayEquals(body, easy.performBytes());
        }
    }

    @Test
    void aCompressedBodyIsAsItWas(Easy easy) throws IOException {
        Needs.feature("libz");
        byte[] body = new byte[5_000_000];
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        try (HttpPeer server = new HttpPeer(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, compressed.size());
            exchange.getResponseBody().write(compressed.toByteArray());
        })) {
            assertArrayEquals(
                    body,
                    easy.set(URL, server.url("/")).set(ACCEPT_ENCODING, "").performBytes());
        }
    }

    @Test
    void withoutABodyItIsEmpty(Easy easy) throws IOException {
        try (HttpPeer server = new HttpPeer(exchange -> exchange.sendResponseHeaders(200, -1))) {
            easy.set(URL, server.url("/")).set(NOBODY, true);
            assertEquals(0, easy.performBytes().length);
            assertEquals("", easy.performString());
        }
    }

    @Test
    void theWriteFunctionIsNotCalledAndStays(HttpPeer server, Easy easy) throws IOException {
        StringBuilder written = new StringBuilder();
        easy.set(URL, server.url("/")).set(WRITEFUNCTION, data -> written.append(new String(data)));
        assertEquals(HttpPeer.BODY, easy.performString());
        assertEquals(HttpPeer.BODY, new String(easy.performBytes()));
        assertEquals("", written.toString());
        easy.perform();
        assertEquals(HttpPeer.BODY, written.toString());
    }

    // --- charsets
    // -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/plain|UTF-8",
                "text/plain; charset=utf-8|UTF-8",
                "text/plain;charset=ISO-8859-1|ISO-8859-1",
                "text/plain; charset=\"ISO-8859-1\"|ISO-8859-1",
                "text/plain; format=flowed; Charset = iso-8859-15 ; x=y|ISO-8859-15",
                "text/plain; x=\"charset=UTF-16\"; charset=windows-1252|windows-1252",
                "text/plain; charset=UTF-16|UTF-16",
                "text/plain; charset=UTF-16LE|UTF-16LE",
                "text/plain; charset=Shift_JIS|Shift_JIS",
                "text/plain; charset=no-such-charset|UTF-8",
                "text/plain; charset=|UTF-8",
                "text/plain; charset=\"\u00e4 ?\"|UTF-8",
                "charset|UTF-8"
            })
    void aStringHasTheCharsetOfTheContentType(String contentType, String charset, Easy easy) throws IOException {
        String text = charset.equals("Shift_JIS") ? "\u65e5\u672c" : "a\u00e4\u00df";
        try (HttpPeer server = answering(contentType, text.getBytes(Charset.forName(charset)), false)) {
            assertEquals(text, easy.set(URL, server.url("/")).performString());
        }
    }

    @Test
    void withoutAContentTypeItIsUtf8OrThatOfTheHandle(Easy easy) throws IOException {
        try (HttpPeer server = answering(null, "a\u00e4".getBytes(StandardCharsets.UTF_8), false)) {
            easy.set(URL, server.url("/"));
            assertEquals("a\u00e4", easy.performString());
            assertEquals(
                    "a\u00c3\u00a4", easy.charset(StandardCharsets.ISO_8859_1).performString());
        }
    }

    @Test
    void whatCannotBeDecodedIsNotLost(Easy easy) throws IOException {
        byte[] bytes = {'a', (byte) 0xe4, 'b'};
        try (HttpPeer server = answering("text/plain; charset=utf-8", bytes, false)) {
            assertEquals("a\ufdde\ufde4b", easy.set(URL, server.url("/")).performString());
        }
    }

    // --- failures
    // -----------------------------------------------------------------------------------------------------

    @Test
    void aFailureIsThatOfPerform(Easy easy) throws IOException {
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        })) {
            easy.set(URL, server.url("http", "/"));
            assertEquals(
                    CurlCode.PARTIAL_FILE,
                    assertThrows(CurlException.class, easy::performBytes).code());
            assertEquals(
                    CurlCode.PARTIAL_FILE,
                    assertThrows(CurlException.class, easy::performString).code());
        }
    }

    @Test
    void whatALambdaThrowsIsTheCause(HttpPeer server, Easy easy) {
        IOException thrown = new IOException();
        easy.set(URL, server.url("/")).set(Option.HEADERFUNCTION, line -> {
            throw thrown;
        });
        assertSame(
                thrown,
                assertThrows(CallbackException.class, easy::performBytes).getCause());
    }

    @Test
    void aBodyThatIsTooLongForAnArrayIsRefusedBeforeItIsRead(@TempDir Path folder, Easy easy) throws IOException {
        Path file = folder.resolve("long");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        easy.set(URL, file.toUri().toString());
        CurlException failure = assertThrows(CurlException.class, easy::performBytes);
        assertEquals(CurlCode.WRITE_ERROR, failure.code());
        assertTrue(
                failure.getMessage().contains("the body is longer than 2147483639 bytes, the most that an array holds"),
                failure::getMessage);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortEndsIt(boolean virtual, Easy easy) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            asked.countDown();
            connection.readLine();
        })) {
            easy.set(URL, server.url("http", "/"));
            FutureTask<CurlException> task =
                    new FutureTask<>(() -> assertThrows(CurlException.class, easy::performBytes));
            if (virtual) {
                Thread.startVirtualThread(task);
            } else {
                Thread.ofPlatform().start(task);
            }
            assertTrue(asked.await(30, TimeUnit.SECONDS));
            easy.abort();
            assertTrue(task.get(30, TimeUnit.SECONDS).getMessage().contains("(aborted)"));
        }
    }
}
