package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.mime.MimeTransfers.bytes;
import static io.github.curlffm.mime.MimeTransfers.giving;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD_BUFFERSIZE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The callback that gives the data of a MIME part. */
class MimeReadCallbackTest {

    private final MimeTransfers transfers = new MimeTransfers();

    private static Consumer<MimePart> reading(ReadCallback read) {
        return part -> part.data(read, UNKNOWN_SIZE);
    }

    @Test
    void getsABufferToFill() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        ReadCallback text = giving("from a callback");
        ReadCallback watched = buffer -> {
            lengths.add(buffer.length);
            return text.read(buffer);
        };
        assertEquals("from a callback", transfers.send(reading(watched)).part().text());
        assertEquals(2, lengths.size(), "the data, and the end");
        assertTrue(lengths.stream().allMatch(length -> length > 0), lengths::toString);
    }

    @Test
    void mayFillTheBufferWithoutACopy() throws IOException {
        List<ByteBuffer> kept = new ArrayList<>();
        ReadCallback view = ReadCallback.view(buffer -> {
            kept.add(buffer);
            buffer.put(bytes("view"));
            return kept.size() == 1 ? 4 : 0;
        });
        assertEquals("view", transfers.send(reading(view)).part().text());
        assertThrows(IllegalStateException.class, () -> kept.getFirst().put(0, (byte) 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void endsTheDataWith(int end) throws IOException {
        ReadCallback text = giving("text");
        ReadCallback read = buffer -> Math.max(text.read(buffer), end);
        assertEquals("text", transfers.send(reading(read)).part().text());
    }

    @Test
    void abortEndsTheTransfer(Easy easy) {
        transfers.part(easy, "/").data(buffer -> ReadCallback.ABORT, UNKNOWN_SIZE);
        Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
    }

    /** libcurl 8.14.1 may lose a request to go on that comes while the request's head is still being sent. */
    @Test
    void pauseWaitsUntilTheHandleIsResumed() throws IOException {
        List<String> events = new ArrayList<>();
        try (Easy easy = new Easy()) {
            transfers.part(easy, "/").data(pausingOnce(events, giving("after a pause")), UNKNOWN_SIZE);
            easy.set(XFERINFOFUNCTION, (a, b, c, d) -> {
                if (events.equals(List.of("paused"))) {
                    easy.resume();
                }
            });
            easy.perform();
        }
        assertEquals(List.of("paused", "read"), events.subList(0, 2));
        assertEquals("after a pause", transfers.peer.take().part().text());
    }

    @ParameterizedTest
    @ValueSource(longs = {UNKNOWN_SIZE, 13})
    void isPausedAndResumedInAMulti(long size) throws IOException {
        List<String> events = new ArrayList<>();
        try (Easy easy = new Easy();
                Multi multi = new Multi()) {
            transfers.part(easy, "/").data(pausingOnce(events, giving("after a pause")), size);
            multi.add(easy);
            boolean resumed = false;
            while (multi.perform() > 0) {
                if (!resumed && events.equals(List.of("paused"))) {
                    easy.resume();
                    resumed = true;
                }
                multi.poll(Duration.ofMillis(100));
            }
            Transfers.onlyMessage(multi).orThrow();
        }
        assertEquals("after a pause", transfers.peer.take().part().text());
    }

    private static ReadCallback pausingOnce(List<String> events, ReadCallback text) {
        return buffer -> {
            events.add(events.isEmpty() ? "paused" : "read");
            return events.size() == 1 ? ReadCallback.PAUSE : text.read(buffer);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {UNKNOWN_SIZE, 1})
    void moreThanTheBufferHoldsIsTurnedDown(long size, Easy easy) {
        transfers.part(easy, "/").data(buffer -> buffer.length + 1, size);
        Perform.turnsDown(IllegalStateException.class, "for a buffer of", easy);
    }

    @Test
    void fewerBytesThanPromisedEndTheTransfer() {
        for (ReadCallback read : List.of(giving("12345"), view("12345"))) {
            try (Easy easy = new Easy()) {
                transfers.part(easy, "/").data(read, 10);
                Perform.turnsDown(EOFException.class, "5 of 10 bytes", easy);
            }
        }
        assertTrue(transfers.peer.isEmpty());
    }

    @Test
    void moreBytesThanPromisedAreNotAskedFor() throws IOException {
        for (ReadCallback read : List.of(giving("1234567890"), view("1234567890"))) {
            assertEquals(
                    "12345", transfers.send(part -> part.data(read, 5)).part().text());
        }
        assertEquals(
                "1234567",
                transfers
                        .send(part -> part.stream(new ByteArrayInputStream(bytes("1234567890")), 7))
                        .part()
                        .text());
    }

    private static ReadCallback view(String text) {
        ByteBuffer source = ByteBuffer.wrap(bytes(text));
        return ReadCallback.view(buffer -> {
            int count = Math.min(buffer.remaining(), source.remaining());
            buffer.put(source.slice().limit(count));
            source.position(source.position() + count);
            return count == 0 ? -1 : count;
        });
    }

    @Test
    void everyPieceOfALongTextArrives() throws IOException {
        String text = "0123456789".repeat(30_000);
        for (long size : List.of(UNKNOWN_SIZE, (long) text.length())) {
            try (Easy easy = new Easy()) {
                transfers.part(easy, "/").data(giving(text), size);
                easy.set(UPLOAD_BUFFERSIZE, 16_384L).perform();
            }
            assertEquals(text, transfers.peer.take().part().text());
        }
    }

    @Test
    void whatItThrowsReachesTheCaller() throws Exception {
        Exploding.check(
                CurlCode.ABORTED_BY_CALLBACK,
                (easy, exploding) -> transfers.part(easy, "/").data(buffer -> exploding.explode(), UNKNOWN_SIZE));
    }

    @Test
    void noOtherCallbackRunsAfterItHasThrown() throws Exception {
        Bystanders.checkNoneRunsAfter((easy, bystanders) -> {
            Mime mime = transfers.mime(easy);
            mime.addPart().data(buffer -> bystanders.explode(), UNKNOWN_SIZE);
            mime.addPart().data(buffer -> explode(bystanders), UNKNOWN_SIZE);
            easy.set(URL, transfers.peer.url("/")).set(MIMEPOST, mime);
        });
    }

    private static int explode(Bystanders bystanders) {
        bystanders.called("the next part's READ");
        return 0;
    }

    @Test
    void isNotCalledAnyMoreOnceItIsTakenAway() throws IOException {
        List<Consumer<Easy>> ways = List.of(easy -> easy.unset(MIMEPOST), Easy::reset);
        for (Consumer<Easy> way : ways) {
            List<String> calls = new ArrayList<>();
            try (Easy easy = new Easy()) {
                transfers
                        .part(easy, "/")
                        .data(
                                buffer -> {
                                    calls.add("called");
                                    return 0;
                                },
                                UNKNOWN_SIZE);
                easy.perform();
                assertEquals(List.of("called"), calls);
                way.accept(easy);
                transfers.prepare(easy, "/").set(READFUNCTION, buffer -> 0).perform();
                assertEquals(List.of("called"), calls);
            }
        }
    }

    @Test
    void isReplacedByNewDataButNotFromInsideItself(Easy easy) throws IOException {
        MimePart part = transfers.part(easy, "/");
        part.data(buffer -> part.data("new") == part ? 0 : 1, UNKNOWN_SIZE);
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertInstanceOf(IllegalStateException.class, e.getCause());
        part.data(giving("new"), UNKNOWN_SIZE);
        easy.perform();
        assertEquals("new", transfers.peer.take().part().text());
    }

    @Test
    void aDuplicateCallsItToo() throws IOException {
        try (Easy easy = new Easy()) {
            Mime mime = transfers.mime(transfers.prepare(easy, "/"));
            mime.addPart().name("part").data(giving("copied"), UNKNOWN_SIZE);
            easy.set(MIMEPOST, mime);
            try (Easy copy = easy.duplicate()) {
                mime.close();
                easy.close();
                System.gc();
                copy.perform();
            }
        }
        assertEquals("copied", transfers.peer.take().part().text());
    }

    @Test
    void whatItThrowsReachesTheHandleThatSends(Easy easy) {
        RuntimeException thrown = new IllegalStateException("thrown");
        transfers
                .part(easy, "/")
                .data(
                        buffer -> {
                            throw thrown;
                        },
                        UNKNOWN_SIZE,
                        (offset, origin) -> SeekCallback.Result.OK,
                        null);
        try (Easy copy = easy.duplicate()) {
            for (Easy one : List.of(copy, easy)) {
                assertSame(
                        thrown,
                        assertThrows(CallbackException.class, one::perform).getCause());
            }
        }
    }

    @Test
    void whatItThrowsInAMultiComesWithTheMessage(Easy easy, Multi multi) throws Exception {
        transfers
                .part(easy, "/")
                .data(
                        buffer -> {
                            throw new IOException("thrown");
                        },
                        UNKNOWN_SIZE);
        multi.add(easy);
        Message message = Transfers.performOne(multi);
        assertEquals("thrown", message.failure().getCause().getMessage());
        assertEquals(CurlCode.ABORTED_BY_CALLBACK, message.code());
    }
}
