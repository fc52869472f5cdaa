package io.github.curlffm.easy;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A handle whose stream is open. */
class OpenInUseTest {

    private static final byte[] BODY = new byte[1_000_000];

    private final HttpPeer server = new HttpPeer(exchange -> {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        exchange.sendResponseHeaders(200, BODY.length);
        exchange.getResponseBody().write(BODY);
    });

    private static String refusal(Executable use) {
        return assertThrows(IllegalStateException.class, use).getMessage();
    }

    @Test
    void whatIsRefusedSaysThatTheStreamIsToBeClosed(Easy easy, Multi multi) throws IOException {
        easy.set(URL, server.url("/"));
        Map<String, Executable> refused = new LinkedHashMap<>();
        refused.put("perform()", easy::perform);
        refused.put("performBytes()", easy::performBytes);
        refused.put("performString()", easy::performString);
        refused.put("open()", easy::open);
        refused.put("reset()", easy::reset);
        refused.put("duplicate()", easy::duplicate);
        refused.put("send()", () -> easy.send(ByteBuffer.allocate(1)));
        refused.put("recv()", () -> easy.recv(ByteBuffer.allocate(1)));
        refused.put("add()", () -> multi.add(easy));
        try (InputStream in = easy.open()) {
            assertEquals(0, in.read());
            refused.forEach((name, use) -> assertEquals(
                    name + " is not possible while the stream of open() is open; close the stream first",
                    refusal(use)));
            assertEquals(BODY.length - 1, in.readAllBytes().length);
        }
        easy.performBytes();
        easy.duplicate().close();
        multi.add(easy);
    }

    @Test
    void optionsAreRefusedAsInACallback(Easy easy) throws IOException {
        easy.set(URL, server.url("/"));
        try (InputStream in = easy.open()) {
            assertEquals(
                    "CURLOPT_URL cannot be changed while the stream of open() is open; close the stream first",
                    refusal(() -> easy.set(URL, "http://127.0.0.1/")));
            assertTrue(refusal(() -> easy.unset(HEADERFUNCTION)).contains("cannot be unset while the stream"));
            easy.set(TIMEOUT_MS, 30_000).set(HEADERFUNCTION, line -> {});
            assertEquals(200, easy.get(RESPONSE_CODE));
            in.readAllBytes();
        }
        easy.set(URL, server.url("/"));
    }

    @Test
    void atItsEndTheHandleIsFreeAlsoIfItIsNotClosed(Easy easy) throws IOException {
        easy.set(URL, server.url("/"));
        InputStream in = easy.open();
        assertEquals(BODY.length, in.readAllBytes().length);
        assertArrayEquals(BODY, easy.set(URL, server.url("/another")).performBytes());
        assertEquals(-1, in.read());
    }

    @Test
    void aHandleInAMultiHasNoStream(Multi multi) throws Exception {
        try (Transfers transfers = new Transfers()) {
            Easy easy = transfers.get(server.url("/"));
            multi.add(easy);
            assertEquals("open() is not for a handle in a Multi; remove it first", refusal(easy::open));
            assertEquals("performBytes() is not for a handle in a Multi; remove it first", refusal(easy::performBytes));
            multi.remove(easy);
            try (InputStream in = easy.open()) {
                assertEquals(BODY.length, in.readAllBytes().length);
            }
            multi.add(easy);
            Transfers.perform(multi);
            assertEquals(BODY.length, transfers.body(easy).length());
        }
    }

    @Test
    void theFormThatIsSentCannotBeChanged(Easy easy) throws IOException {
        try (Mime mime = new Mime(easy)) {
            mime.addPart().name("a").data("b");
            easy.set(URL, server.url("/")).set(MIMEPOST, mime);
            try (InputStream in = easy.open()) {
                assertEquals(
                        "a Mime that is sent cannot be changed while the stream of open() is open; close the stream"
                                + " first",
                        refusal(mime::addPart));
                in.readAllBytes();
            }
            mime.addPart().name("c").data("d");
        }
    }

    @Test
    void fromInsideACallbackItIsRefused(Easy easy) throws IOException {
        AtomicReference<InputStream> stream = new AtomicReference<>();
        Map<String, Throwable> thrown = new LinkedHashMap<>();
        easy.set(URL, server.url("/")).set(XFERINFOFUNCTION, (a, b, c, d) -> {
            InputStream in = stream.get();
            if (in != null && thrown.isEmpty()) {
                thrown.put("read()", assertThrows(IllegalStateException.class, in::read));
                thrown.put("available()", assertThrows(IllegalStateException.class, in::available));
                thrown.put("close()", assertThrows(IllegalStateException.class, in::close));
                thrown.put("open()", assertThrows(IllegalStateException.class, easy::open));
                thrown.put("performBytes()", assertThrows(IllegalStateException.class, easy::performBytes));
                thrown.put("performString()", assertThrows(IllegalStateException.class, easy::performString));
                easy.duplicate().close();
            }
        });
        try (InputStream in = easy.open()) {
            stream.set(in);
            assertEquals(BODY.length, in.readAllBytes().length);
        }
        assertEquals(6, thrown.size());
        thrown.forEach((name, refused) -> assertEquals(
                name + " is not possible from inside a callback of this Easy; do it afterwards", refused.getMessage()));
    }

    @Test
    void anotherThreadIsRefusedWhileOneReads(Easy easy) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (WireServer silent = new WireServer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n");
            over.await();
            connection.write("x");
        })) {
            InputStream in = easy.set(URL, silent.url("http", "/")).open();
            CountDownLatch reading = new CountDownLatch(1);
            easy.set(XFERINFOFUNCTION, (a, b, c, d) -> {
                reading.countDown();
            });
            FutureTask<Integer> read = new FutureTask<>(in::read);
            Thread.ofPlatform().start(read);
            assertTrue(reading.await(30, TimeUnit.SECONDS));
            assertTrue(refusal(in::read).contains("in use by another thread"));
            assertTrue(refusal(in::close).contains("in use by another thread"));
            assertTrue(refusal(easy::close).contains("in use by another thread"));
            over.countDown();
            assertEquals('x', read.get(30, TimeUnit.SECONDS));
            assertEquals(-1, in.read());
            in.close();
        }
    }

    @Test
    void oneThreadAfterTheOtherMayRead(Easy easy) throws Exception {
        for (boolean first : new boolean[] {true, false}) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            InputStream in = on(first, () -> easy.set(URL, server.url("/")).open());
            boolean virtual = first;
            for (byte[] some; (some = on(virtual, () -> in.readNBytes(77_777))).length > 0; virtual = !virtual) {
                all.writeBytes(some);
            }
            on(virtual, () -> {
                in.close();
                return null;
            });
            assertArrayEquals(BODY, all.toByteArray());
        }
    }

    private static <T> T on(boolean virtual, Callable<T> what) throws Exception {
        FutureTask<T> task = new FutureTask<>(what);
        if (virtual) {
            Thread.startVirtualThread(task);
        } else {
            Thread.ofPlatform().start(task);
        }
        return task.get(30, TimeUnit.SECONDS);
    }
}
