package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.POST;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.UPLOAD_BUFFERSIZE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCallbackTest extends HttpCallbackContract<ReadCallback> {

    private static final String LARGE = BODY.repeat(10);

    private final List<String> uploads = new CopyOnWriteArrayList<>();

    @Override
    public Option<ReadCallback> option() {
        return READFUNCTION;
    }

    @Override
    public ReadCallback harmless(Action action) {
        RepeatableBody body = new RepeatableBody(BODY);
        return buffer -> {
            action.run();
            return body.read(buffer);
        };
    }

    @Override
    public void prepare(Easy easy) {
        super.prepare(easy);
        easy.set(UPLOAD, true);
    }

    @Override
    void serve(HttpExchange exchange) throws IOException {
        uploads.add(new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
        HttpPeer.answer(exchange, 200, "");
    }

    @Override
    public void performWithout(Easy easy) throws Exception {
        uploads.clear();
        Console.typing("typed", easy::perform);
        assertEquals(List.of("typed"), uploads);
    }

    @Override
    public void performUnsettingInside(Easy easy) throws Exception {
        Console.typing(" and then typed", easy::perform);
        assertTrue(BODY.startsWith(uploads.getFirst().replace(" and then typed", "")), uploads::toString);
        assertTrue(uploads.getFirst().endsWith(" and then typed"), uploads::toString);
    }

    private void upload(ReadCallback callback) throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(READFUNCTION, callback).perform();
        }
    }

    @Test
    void fitsTheReadMethodOfAnInputStream() throws Exception {
        InputStream in = new ByteArrayInputStream(LARGE.getBytes(US_ASCII));
        upload(in::read);
        assertEquals(List.of(LARGE), uploads);
    }

    @Test
    void aViewFitsTheReadMethodOfAChannel(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("body"), LARGE);
        try (FileChannel channel = FileChannel.open(file)) {
            upload(ReadCallback.view(channel::read));
        }
        ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(BODY.getBytes(US_ASCII)));
        upload(ReadCallback.view(channel::read));
        assertEquals(List.of(LARGE, BODY), uploads);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void bothEndsMeanTheEnd(int end) throws Exception {
        List<Integer> lengths = new ArrayList<>();
        upload(buffer -> {
            lengths.add(buffer.length);
            buffer[0] = 'a';
            return lengths.size() <= 2 ? 1 : end;
        });
        assertEquals(List.of("aa"), uploads);
        assertEquals(3, lengths.size());
    }

    @Test
    void anUploadMayBeEmpty() throws Exception {
        upload(InputStream.nullInputStream()::read);
        assertEquals(List.of(""), uploads);
    }

    @Test
    void feedsAPostWithoutPostFields() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(UPLOAD, false)
                    .set(POST, true)
                    .set(HTTPHEADER, List.of("Transfer-Encoding: chunked"))
                    .set(READFUNCTION, new ByteArrayInputStream(BODY.getBytes(US_ASCII))::read)
                    .perform();
        }
        assertEquals(List.of(BODY), uploads);
    }

    @Test
    void theBufferIsAtMostUploadBufferSizeLong() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            RepeatableBody body = new RepeatableBody(LARGE);
            easy.set(UPLOAD_BUFFERSIZE, 16384)
                    .set(READFUNCTION, buffer -> {
                        lengths.add(buffer.length);
                        return body.read(buffer);
                    })
                    .perform();
        }
        assertTrue(lengths.stream().allMatch(length -> length > 0 && length <= 16384), lengths::toString);
        assertEquals(List.of(LARGE), uploads);
    }

    @Test
    void abortEndsTheTransfer(Easy easy) {
        prepare(easy);
        easy.set(READFUNCTION, buffer -> ReadCallback.ABORT);
        Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        easy.set(READFUNCTION, ReadCallback.view(buffer -> ReadCallback.ABORT));
        Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
    }

    @Test
    void pauseLastsUntilResumeFromXferInfo() throws Exception {
        List<String> calls = new ArrayList<>();
        ReadCallback body = new RepeatableBody(BODY);
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(READFUNCTION, buffer -> {
                        if (calls.isEmpty()) {
                            calls.add("paused");
                            return ReadCallback.PAUSE;
                        }
                        calls.add("read");
                        return body.read(buffer);
                    })
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
                        if (calls.size() == 1) {
                            calls.add("resumed");
                            easy.resume();
                        }
                    })
                    .perform();
        }
        assertEquals(List.of("paused", "resumed", "read"), calls.subList(0, 3));
        assertEquals(List.of(BODY), uploads);
    }

    static Stream<ReadCallback> impossibleCounts() {
        return Stream.of(
                buffer -> buffer.length + 1,
                buffer -> -2,
                buffer -> Integer.MIN_VALUE,
                ReadCallback.view(buffer -> buffer.remaining() + 1),
                ReadCallback.view(buffer -> -2));
    }

    @ParameterizedTest
    @MethodSource("impossibleCounts")
    void anImpossibleCountEndsTheTransferWithAnExceptionThatNamesIt(ReadCallback callback, Easy easy) {
        prepare(easy);
        easy.set(READFUNCTION, callback);
        Throwable thrown = Perform.thrownInside(CurlCode.ABORTED_BY_CALLBACK, easy);
        assertInstanceOf(IllegalStateException.class, thrown);
        assertTrue(
                thrown.getMessage().matches("READFUNCTION returned -?\\d+ for a buffer of \\d+ bytes; .*"),
                thrown::toString);
    }

    @Test
    void aViewKeptAfterTheCallThrows() throws Exception {
        List<ByteBuffer> kept = new ArrayList<>();
        upload(ReadCallback.view(buffer -> {
            kept.add(buffer);
            return -1;
        }));
        assertThrows(IllegalStateException.class, () -> kept.getFirst().put(0, (byte) 'x'));
    }

    @Test
    void theReplacementGivesTheNextData() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(READFUNCTION, first -> {
                        easy.set(READFUNCTION, new ByteArrayInputStream("second".getBytes(US_ASCII))::read);
                        return new ByteArrayInputStream("first, ".getBytes(US_ASCII)).read(first);
                    })
                    .perform();
        }
        assertEquals(List.of("first, second"), uploads);
    }

    /** libcurl notices since 8.7.0; before, it waits for an answer, as the server waits for the rest. */
    @Test
    void anEndBeforeTheAnnouncedSizeIsAReadError(WireServer server, Easy easy) throws Exception {
        server.serve(connection -> {
            connection.readHead();
            connection.in().readNBytes(3);
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        prepare(easy);
        easy.set(URL, server.url("http", "/"))
                .set(INFILESIZE_LARGE, 10)
                .set(READFUNCTION, new ByteArrayInputStream("abc".getBytes(US_ASCII))::read);
        if (Curl.version().isAtLeast(8, 7, 0)) {
            Perform.failsWith(CurlCode.READ_ERROR, easy);
        } else {
            easy.perform();
        }
    }

    @Test
    void withoutOneTheBodyComesFromSystemIn(Easy easy) throws Exception {
        prepare(easy);
        easy.set(READFUNCTION, buffer -> ReadCallback.ABORT).unset(READFUNCTION);
        Console.typing(LARGE, easy::perform);
        assertEquals(List.of(LARGE), uploads);
    }
}
