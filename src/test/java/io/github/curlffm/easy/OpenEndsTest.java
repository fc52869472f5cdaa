package io.github.curlffm.easy;

import static io.github.curlffm.option.Info.NUM_CONNECTS;
import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.FAILONERROR;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Printed;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the stream of a body ends in other ways than by its last byte. */
class OpenEndsTest {

    private static final String HALF = "half a body";

    /** Answers with half a body, and then does something. */
    private static WireServer half(WireServer.Script then) {
        return new WireServer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + HALF);
            then.run(connection);
        });
    }

    private static void untilItGoes(WireServer.Connection connection) throws IOException {
        connection.in().transferTo(OutputStream.nullOutputStream());
    }

    private static void readHalf(InputStream in) throws IOException {
        assertEquals(HALF, new String(in.readNBytes(HALF.length()), StandardCharsets.US_ASCII));
    }

    private static void stillPerforms(Easy easy) throws IOException {
        try (HttpPeer server = HttpPeer.answering("still")) {
            assertEquals("still", easy.set(URL, server.url("/")).performString());
        }
    }

    private static <T> T on(boolean virtual, FutureTask<T> task) throws Exception {
        start(virtual, task);
        return task.get(30, TimeUnit.SECONDS);
    }

    private static Thread start(boolean virtual, Runnable task) {
        return virtual ? Thread.startVirtualThread(task) : Thread.ofPlatform().start(task);
    }

    // --- failures
    // -----------------------------------------------------------------------------------------------------

    @Test
    void aFailureInTheMiddleIsThrownAfterWhatCameAndEachTimeAgain(Easy easy) throws IOException {
        try (WireServer server = half(connection -> {})) {
            easy.set(URL, server.url("http", "/"));
            try (InputStream in = easy.open()) {
                assertEquals(200, easy.get(RESPONSE_CODE));
                readHalf(in);
                CurlException first = assertThrows(CurlException.class, in::read);
                assertEquals(CurlCode.PARTIAL_FILE, first.code());
                CurlException second = assertThrows(CurlException.class, () -> in.read(new byte[10]));
                assertNotSame(first, second);
                assertEquals(first.getMessage(), second.getMessage());
                first.addSuppressed(second);
                stillPerforms(easy);
                assertEquals(
                        first.getMessage(),
                        assertThrows(CurlException.class, in::read).getMessage());
            }
        }
        stillPerforms(easy);
    }

    @Test
    void aFailureBeforeThereIsAnythingIsThrownByOpen(Easy easy) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        easy.set(URL, "http://127.0.0.1:" + port + "/");
        assertEquals(
                CurlCode.COULDNT_CONNECT,
                assertThrows(CurlException.class, easy::open).code());
        stillPerforms(easy);
    }

    @Test
    void failOnErrorIsThrownByOpen(Easy easy) throws IOException {
        try (HttpPeer server = new HttpPeer(exchange -> HttpPeer.answer(exchange, 404, "not here"))) {
            easy.set(URL, server.url("/")).set(FAILONERROR, true);
            assertEquals(
                    CurlCode.HTTP_RETURNED_ERROR,
                    assertThrows(CurlException.class, easy::open).code());
            assertEquals(404, easy.get(RESPONSE_CODE));
            easy.set(FAILONERROR, false);
            try (InputStream in = easy.open()) {
                assertEquals("not here", new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTimeoutEndsARead(boolean virtual, Easy easy) throws Exception {
        try (StallingPeer server = new StallingPeer()) {
            easy.set(URL, server.url()).set(TIMEOUT_MS, 300);
            CurlException failure = on(virtual, new FutureTask<>(() -> {
                try (InputStream in = easy.open()) {
                    assertEquals(StallingPeer.BEGUN, new String(in.readNBytes(StallingPeer.BEGUN.length())));
                    return assertThrows(CurlException.class, in::read);
                }
            }));
            assertEquals(CurlCode.OPERATION_TIMEDOUT, failure.code());
            stillPerforms(easy.set(TIMEOUT_MS, 0));
        }
    }

    // --- callbacks
    // ----------------------------------------------------------------------------------------------------

    @Test
    void whatAHeaderLambdaThrowsIsThrownByOpen(HttpPeer server, Easy easy) throws IOException {
        IOException thrown = new IOException("no header");
        easy.set(URL, server.url("/")).set(HEADERFUNCTION, line -> {
            throw thrown;
        });
        assertSame(thrown, assertThrows(CallbackException.class, easy::open).getCause());
        stillPerforms(easy.set(HEADERFUNCTION, line -> {}));
    }

    @Test
    void whatALambdaThrowsInAReadIsThrownByIt(Easy easy) throws IOException {
        IOException thrown = new IOException("no progress");
        boolean[] now = {false};
        try (WireServer server = half(OpenEndsTest::untilItGoes)) {
            easy.set(URL, server.url("http", "/")).set(XFERINFOFUNCTION, (a, b, c, d) -> {
                if (now[0]) {
                    throw thrown;
                }
            });
            try (InputStream in = easy.open()) {
                readHalf(in);
                now[0] = true;
                assertSame(
                        thrown, assertThrows(CallbackException.class, in::read).getCause());
                assertSame(
                        thrown, assertThrows(CallbackException.class, in::read).getCause());
            }
            now[0] = false;
            stillPerforms(easy);
        }
    }

    @Test
    void anErrorOfALambdaIsThrownAsItIs(Easy easy) throws IOException {
        AssertionError thrown = new AssertionError("no progress");
        boolean[] now = {false};
        try (WireServer server = half(OpenEndsTest::untilItGoes)) {
            easy.set(URL, server.url("http", "/")).set(XFERINFOFUNCTION, (a, b, c, d) -> {
                if (now[0]) {
                    throw thrown;
                }
            });
            try (InputStream in = easy.open()) {
                readHalf(in);
                now[0] = true;
                assertSame(thrown, assertThrows(AssertionError.class, in::read));
                assertSame(thrown, assertThrows(AssertionError.class, in::read));
            }
        }
    }

    @Test
    void whatALambdaThrowsWhenItIsClosedEarlyIsThrownByClose(Easy easy) throws IOException {
        IOException thrown = new IOException("no end");
        try (WireServer server = half(OpenEndsTest::untilItGoes)) {
            easy.set(URL, server.url("http", "/")).set(CLOSESOCKETFUNCTION, socket -> {
                throw thrown;
            });
            InputStream in = easy.open();
            assertSame(thrown, assertThrows(CallbackException.class, in::close).getCause());
            in.close();
            easy.set(CLOSESOCKETFUNCTION, socket -> CloseSocketCallback.Result.CLOSE);
            stillPerforms(easy);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatALambdaThrewIsThrownByCloseIfNoReadHasThrownIt(boolean ofTheHandle, @TempDir Path folder)
            throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[100_000]);
        IOException thrown = new IOException("no progress");
        Easy easy = new Easy().set(URL, file.toUri().toString());
        int[] calls = {0};
        easy.set(XFERINFOFUNCTION, (total, now, c, d) -> {
            if (now > 0 && calls[0]++ == 0) {
                throw thrown;
            }
        });
        try (InputStream in = easy.open()) {
            assertEquals(0, in.read());
            if (ofTheHandle) {
                assertSame(
                        thrown,
                        assertThrows(UncheckedIOException.class, easy::close)
                                .getCause()
                                .getCause());
            } else {
                assertSame(
                        thrown, assertThrows(CallbackException.class, in::close).getCause());
            }
        }
        easy.close();
    }

    // --- from outside
    // -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortEndsARead(boolean virtual, Easy easy) throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        try (WireServer server = half(OpenEndsTest::untilItGoes)) {
            easy.set(URL, server.url("http", "/"));
            FutureTask<CurlException> task = new FutureTask<>(() -> {
                try (InputStream in = easy.open()) {
                    readHalf(in);
                    reading.countDown();
                    CurlException failure = assertThrows(CurlException.class, in::read);
                    assertEquals(
                            failure.getMessage(),
                            assertThrows(CurlException.class, in::read).getMessage());
                    return failure;
                }
            });
            start(virtual, task);
            assertTrue(reading.await(30, TimeUnit.SECONDS));
            easy.abort();
            CurlException failure = task.get(30, TimeUnit.SECONDS);
            assertEquals(CurlCode.ABORTED_BY_CALLBACK, failure.code());
            assertTrue(failure.getMessage().contains("(aborted)"), failure::getMessage);
            stillPerforms(easy);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortBetweenReadsEndsTheNextAlsoIfThereIsSomethingToRead(boolean virtual, Easy easy) throws Exception {
        try (WireServer server = half(OpenEndsTest::untilItGoes)) {
            easy.set(URL, server.url("http", "/"));
            CurlException failure = on(virtual, new FutureTask<>(() -> {
                try (InputStream in = easy.open()) {
                    assertEquals(HALF.charAt(0), in.read());
                    easy.abort();
                    CurlException first = assertThrows(CurlException.class, in::read);
                    assertEquals(0, in.available());
                    assertThrows(CurlException.class, in::read);
                    return first;
                }
            }));
            assertTrue(failure.getMessage().contains("(aborted)"), failure::getMessage);
            stillPerforms(easy);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortEndsOpen(boolean virtual, Easy easy) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            asked.countDown();
            untilItGoes(connection);
        })) {
            easy.set(URL, server.url("http", "/"));
            FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::open));
            start(virtual, task);
            assertTrue(asked.await(30, TimeUnit.SECONDS));
            easy.abort();
            assertTrue(task.get(30, TimeUnit.SECONDS).getMessage().contains("(aborted)"));
            stillPerforms(easy);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void anInterruptEndsAReadAndStays(boolean virtual, boolean before, Easy easy) throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicReference<Thread> reader = new AtomicReference<>();
        try (WireServer server = half(OpenEndsTest::untilItGoes)) {
            easy.set(URL, server.url("http", "/"));
            FutureTask<IOException> task = new FutureTask<>(() -> {
                reader.set(Thread.currentThread());
                try (InputStream in = easy.open()) {
                    readHalf(in);
                    if (before) {
                        Thread.currentThread().interrupt();
                    }
                    reading.countDown();
                    InterruptedIOException failure = assertThrows(InterruptedIOException.class, in::read);
                    assertTrue(Thread.interrupted(), "the interrupt status");
                    assertThrows(InterruptedIOException.class, in::read);
                    assertFalse(Thread.interrupted());
                    return failure;
                }
            });
            start(virtual, task);
            assertTrue(reading.await(30, TimeUnit.SECONDS));
            if (!before) {
                reader.get().interrupt();
            }
            assertTrue(task.get(30, TimeUnit.SECONDS).getMessage().contains("interrupted"));
            stillPerforms(easy);
        }
    }

    @Test
    void abortAfterTheTransferIsOverDoesNothing(HttpPeer server, Easy easy) throws IOException {
        try (InputStream in = easy.set(URL, server.url("/")).open()) {
            assertEquals(HttpPeer.BODY, new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            easy.abort();
            assertEquals(-1, in.read());
        }
        stillPerforms(easy);
    }

    // --- closing
    // ------------------------------------------------------------------------------------------------------

    private static void assertClosed(String message, InputStream in) {
        for (Executable use :
                List.<Executable>of(in::read, () -> in.read(new byte[1]), () -> in.read(new byte[0]), in::available)) {
            assertEquals(message, assertThrows(IOException.class, use).getMessage());
        }
    }

    @Test
    void aClosedStreamSaysSo(HttpPeer server, Easy easy) throws IOException {
        easy.set(URL, server.url("/"));
        InputStream early = easy.open();
        early.close();
        early.close();
        InputStream late = easy.open();
        late.readAllBytes();
        late.close();
        assertClosed("the stream is closed", early);
        assertClosed("the stream is closed", late);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHandleThatIsClosedClosesItsStream(boolean virtual) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (WireServer server = half(connection -> {
            untilItGoes(connection);
            gone.countDown();
        })) {
            on(virtual, new FutureTask<>(() -> {
                Easy easy = new Easy().set(URL, server.url("http", "/"));
                InputStream in = easy.open();
                easy.close();
                assertTrue(gone.await(30, TimeUnit.SECONDS), "the connection is closed");
                assertClosed("the stream is closed, since its Easy is", in);
                in.close();
                easy.abort();
                easy.close();
                return null;
            }));
        }
    }

    @Test
    void afterTheEndTheStreamDoesNotConcernItsHandle(HttpPeer server) throws IOException {
        InputStream in;
        try (Easy easy = new Easy().set(URL, server.url("/")).set(WRITEFUNCTION, data -> {})) {
            in = easy.open();
            in.readAllBytes();
            easy.perform();
            assertEquals(-1, in.read());
            try (InputStream next = easy.open()) {
                in.close();
                assertEquals(HttpPeer.BODY, new String(next.readAllBytes(), StandardCharsets.US_ASCII));
                assertEquals(0, easy.get(NUM_CONNECTS));
            }
        }
    }

    @Test
    void aFileThatIsClosedEarly(@TempDir Path folder, Easy easy) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1_000_000]);
        easy.set(URL, file.toUri().toString());
        try (InputStream in = easy.open()) {
            assertEquals(0, in.read());
        }
        assertEquals(1_000_000, easy.performBytes().length);
    }

    // --- forgetting
    // ---------------------------------------------------------------------------------------------------

    private static void forget(String url) throws IOException {
        new Easy().set(URL, url).open().read();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForgottenStreamIsGivenBackWithItsHandle(boolean virtual) throws Exception {
        int before = Registry.size();
        int count = 20;
        CountDownLatch gone = new CountDownLatch(count);
        byte[] much = new byte[10_000_000];
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            try {
                while (true) {
                    connection.write(much);
                }
            } finally {
                gone.countDown();
            }
        })) {
            Printed printed = Printed.by(() -> {
                on(virtual, new FutureTask<>(() -> {
                    for (int i = 0; i < count; i++) {
                        forget(server.url("http", "/"));
                    }
                    return null;
                }));
                Garbage.collectUntil(() -> gone.getCount() == 0, "the connections are closed");
                Garbage.collectUntil(() -> Registry.size() <= before, "nothing of the handles stays");
            });
            assertEquals(new Printed("", ""), printed);
        }
    }

    @Test
    void aStreamKeepsItsHandle() throws IOException {
        int before = Registry.size();
        byte[] body = new byte[1_000_000];
        try (HttpPeer server = new HttpPeer(exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        })) {
            assertEquals(body.length, readWhileCollecting(server.url("/")));
        }
        Garbage.collectUntil(() -> Registry.size() <= before, "nothing of the handle stays");
    }

    private static int readWhileCollecting(String url) throws IOException {
        int read = 0;
        try (InputStream in = new Easy().set(URL, url).open()) {
            byte[] array = new byte[100_000];
            for (int count; (count = in.read(array)) >= 0; read += count) {
                Garbage.collect();
            }
        }
        return read;
    }
}
