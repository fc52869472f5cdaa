package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.CONNECT_ONLY;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes over a connection that was made with {@code CONNECT_ONLY}. */
class SendRecvTest {

    private final Easy easy = new Easy();

    private void connect(WireServer server) throws IOException {
        easy.set(URL, server.url("http", "/")).set(CONNECT_ONLY, 1).perform();
    }

    /** Echoes line by line. */
    private static WireServer echo() {
        return new WireServer(connection -> {
            for (String line; (line = connection.readLine()) != null; ) {
                connection.write("echo " + line + "\n");
            }
        });
    }

    /** Nothing waits in send and recv, so this does. */
    private static void within(CurlIo call) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!call.done()) {
            assertTrue(System.nanoTime() < deadline, "nothing came for a minute");
            Thread.onSpinWait();
        }
    }

    @FunctionalInterface
    private interface CurlIo {
        boolean done() throws IOException;
    }

    private void send(ByteBuffer data) throws IOException {
        within(() -> {
            int before = data.position();
            int sent = easy.send(data);
            assertEquals(before + sent, data.position());
            return !data.hasRemaining();
        });
    }

    private String receive(ByteBuffer buffer, int length) throws IOException {
        int start = buffer.position();
        within(() -> {
            int before = buffer.position();
            int received = easy.recv(buffer);
            assertTrue(received >= 0, () -> "recv() returned " + received);
            assertEquals(before + received, buffer.position());
            return buffer.position() == start + length;
        });
        byte[] bytes = new byte[length];
        buffer.get(start, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static Stream<Arguments> buffers() {
        return Stream.of(
                buffer("heap", text -> ByteBuffer.wrap(text)),
                buffer("read-only heap", text -> ByteBuffer.wrap(text).asReadOnlyBuffer()),
                buffer(
                        "direct",
                        text -> ByteBuffer.allocateDirect(text.length).put(text).flip()),
                buffer(
                        "part of a heap buffer",
                        text -> ByteBuffer.allocate(100)
                                .position(7)
                                .put(text)
                                .flip()
                                .position(7)),
                buffer(
                        "slice",
                        text -> ByteBuffer.allocateDirect(100).put(9, text).slice(9, text.length)));
    }

    private static Arguments buffer(String name, Function<byte[], ByteBuffer> of) {
        return arguments(name, of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("buffers")
    void whatIsSentComesFromThePositionOn(String name, Function<byte[], ByteBuffer> of) throws IOException {
        try (WireServer server = echo()) {
            connect(server);
            ByteBuffer data = of.apply("hello\n".getBytes(StandardCharsets.US_ASCII));
            int limit = data.limit();
            send(data);
            assertEquals(limit, data.position());
            assertEquals("echo hello\n", receive(ByteBuffer.allocate(100), 11));
            assertEquals(0, easy.send(data), "nothing is left");
        }
    }

    @Test
    void whatIsReceivedGoesToThePositionAndNotBeyondTheLimit() throws IOException {
        try (WireServer server = echo()) {
            connect(server);
            send(ByteBuffer.wrap("12345\n".getBytes(StandardCharsets.US_ASCII)));
            assertEquals("echo", receivedInto3To7(ByteBuffer.allocate(10)));
            assertEquals(" 123", receivedInto3To7(ByteBuffer.allocateDirect(10)));
            assertEquals("45\n", receive(ByteBuffer.allocate(3).slice(), 3));
        }
    }

    private String receivedInto3To7(ByteBuffer buffer) throws IOException {
        String received = receive(buffer.position(3).limit(7), 4);
        assertEquals(0, buffer.get(2));
        assertEquals(0, buffer.limit(10).get(7));
        return received;
    }

    @Test
    void nothingThereIsZeroAndTheEndIsMinusOne(WireServer server) throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        server.serve(connection -> end.await());
        connect(server);
        ByteBuffer buffer = ByteBuffer.allocate(10);
        assertEquals(0, easy.recv(buffer));
        assertEquals(0, buffer.position());
        end.countDown();
        within(() -> easy.recv(buffer) == -1);
        assertEquals(-1, easy.recv(buffer), "and again");
        assertEquals(0, buffer.position());
    }

    @Test
    void sendTakesWhatFitsAndThenNothing(WireServer server) throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        server.serve(connection -> end.await());
        connect(server);
        ByteBuffer data = ByteBuffer.allocate(20_000_000);
        within(() -> easy.send(data) == 0);
        assertTrue(data.position() > 0 && data.hasRemaining(), data::toString);
        end.countDown();
    }

    @Test
    void bufferWithoutRoomReceivesNothing() throws IOException {
        try (WireServer server = echo()) {
            connect(server);
            assertEquals(0, easy.recv(ByteBuffer.allocate(0)));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> easy.recv(ByteBuffer.allocate(5).asReadOnlyBuffer()));
        }
    }

    @Test
    void withoutAConnectionBothFail() {
        CurlException e = assertThrows(CurlException.class, () -> easy.send(ByteBuffer.allocate(1)));
        assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, e.code(), e::getMessage);
        e = assertThrows(CurlException.class, () -> easy.recv(ByteBuffer.allocate(1)));
        assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, e.code(), e::getMessage);
    }
}
