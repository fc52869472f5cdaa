package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.mime.MimeTransfers.giving;
import static io.github.curlffm.option.Option.HTTPGET;
import static io.github.curlffm.option.Option.MIMEPOST;
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
import io.github.curlffm.callback.SeekCallback.Result;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.mime.MimeTransfers.Source;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.Multipart;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data from callbacks that a handle and its duplicates send in turn: whole, or not at all. */
@Timeout(120)
class MimeCopiesTest {

    private static final String TEXT = "from a callback";

    /** Gives a part data that read {@link #TEXT}. */
    private record Data(String name, Fill fill) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Fill {
        void to(MimePart part, Path folder) throws IOException;
    }

    private final MimeTransfers transfers = new MimeTransfers();
    private final List<Easy> duplicates = new ArrayList<>();

    @TempDir
    Path folder;

    static Stream<Data> seekable() {
        return Stream.of(
                new Data("callbacks", (part, folder) -> new Source(TEXT).fill(part)),
                new Data("sized callbacks", (part, folder) -> {
                    Source source = new Source(TEXT);
                    part.data(source.read(), TEXT.length(), source.seek(), null);
                }),
                new Data("first bytes of callbacks", (part, folder) -> {
                    Source source = new Source(TEXT + " and more");
                    part.data(source.read(), TEXT.length(), source.seek(), null);
                }),
                new Data("channel", (part, folder) -> {
                    Path file = Files.writeString(folder.resolve("file"), ".." + TEXT);
                    part.channel(FileChannel.open(file).position(2));
                }));
    }

    static Stream<Data> unseekable() {
        return Stream.of(
                new Data("callback", (part, folder) -> part.data(giving(TEXT), UNKNOWN_SIZE)),
                new Data("sized callback", (part, folder) -> part.data(giving(TEXT), TEXT.length())),
                new Data("stream", (part, folder) -> part.stream(new ByteArrayInputStream(MimeTransfers.bytes(TEXT)))),
                new Data(
                        "sized stream",
                        (part, folder) ->
                                part.stream(new ByteArrayInputStream(MimeTransfers.bytes(TEXT)), TEXT.length())),
                new Data("channel that cannot seek", (part, folder) -> {
                    Pipe pipe = Pipe.open();
                    try (Pipe.SinkChannel sink = pipe.sink()) {
                        sink.write(ByteBuffer.wrap(MimeTransfers.bytes(TEXT)));
                    }
                    part.channel(pipe.source());
                }));
    }

    private Easy original(Easy easy, Data data, boolean nested) throws IOException {
        MimePart part = transfers.part(easy, "/");
        if (nested) {
            Mime inner = transfers.mime(easy);
            part.subparts(inner);
            part = inner.addPart().name("inner");
        }
        data.fill.to(part, folder);
        return easy;
    }

    private Easy duplicate(Easy easy) {
        duplicates.add(easy.duplicate());
        return duplicates.getLast();
    }

    private void closeDuplicates() {
        duplicates.forEach(Easy::close);
    }

    private void assertArrived(boolean nested) {
        Multipart.Part part = transfers.peer.take().part();
        assertEquals(TEXT, nested ? part.parts().getFirst().text() : part.text());
    }

    private void sendSeveralTimes(Easy easy, Data data, boolean nested) throws IOException {
        original(easy, data, nested);
        Easy copy = duplicate(easy);
        Easy copyOfCopy = duplicate(copy);
        for (Easy sender : List.of(copyOfCopy, easy, copy, copy, easy, copyOfCopy, easy, easy)) {
            sender.perform();
            assertArrived(nested);
        }
        Easy late = duplicate(easy);
        for (Easy sender : List.of(late, copy, late)) {
            sender.perform();
            assertArrived(nested);
        }
        closeDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seekable")
    void whatCanSeekComesWholeEachTime(Data data, Easy easy) throws IOException {
        sendSeveralTimes(easy, data, false);
    }

    @ParameterizedTest
    @MethodSource("seekable")
    void whatCanSeekComesWholeInAPartOfAPart(Data data, Easy easy) throws IOException {
        sendSeveralTimes(easy, data, true);
    }

    @ParameterizedTest
    @MethodSource("unseekable")
    void whatCannotSeekIsSentOnce(Data data, Easy easy) throws IOException {
        for (boolean nested : List.of(false, true)) {
            original(easy, data, nested);
            Easy copy = duplicate(easy);
            Easy copyOfCopy = duplicate(copy);
            copy.perform();
            assertArrived(nested);
            Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
            Perform.failsWith(CurlCode.SEND_FAIL_REWIND, copyOfCopy);
            Perform.failsWith(CurlCode.SEND_FAIL_REWIND, copy);
            assertTrue(transfers.peer.isEmpty(), "nothing was sent");
        }
        closeDuplicates();
    }

    @Test
    void theMessageOfAMultiSaysSo(Easy easy, Multi multi) throws IOException {
        transfers.part(easy, "/").data(giving(TEXT), UNKNOWN_SIZE);
        try (Easy copy = easy.duplicate()) {
            easy.perform();
            multi.add(copy);
            Message message = Transfers.performOne(multi);
            assertEquals(CurlCode.SEND_FAIL_REWIND, message.code());
        }
    }

    @Test
    void aSeekThatRefusesOrThrowsEndsTheTransfer(Easy easy) throws IOException {
        RuntimeException thrown = new IllegalStateException("thrown");
        boolean[] throwing = {false};
        transfers
                .part(easy, "/")
                .data(
                        giving(TEXT),
                        UNKNOWN_SIZE,
                        (offset, origin) -> {
                            if (throwing[0]) {
                                throw thrown;
                            }
                            return Result.CANTSEEK;
                        },
                        null);
        try (Easy copy = easy.duplicate()) {
            easy.perform();
            Perform.failsWith(CurlCode.SEND_FAIL_REWIND, copy);
            throwing[0] = true;
            try (Easy another = easy.duplicate()) {
                assertSame(thrown, Perform.thrownInside(CurlCode.SEND_FAIL_REWIND, another));
            }
        }
    }

    @Test
    void aTransferThatDoesNotSendTheFormNeedsNoRewinding(Easy easy) throws IOException {
        transfers.part(easy, "/").data(giving(TEXT), UNKNOWN_SIZE);
        try (Easy copy = easy.duplicate()) {
            easy.perform();
            copy.set(HTTPGET, true).perform();
        }
    }

    @Test
    void anAbortedTransferOfOneDoesNotCutTheOther(Easy easy) throws IOException {
        Source source = new Source(TEXT);
        boolean[] failing = {true};
        transfers
                .part(easy, "/")
                .data(
                        buffer -> {
                            byte[] two = new byte[2];
                            int count = source.read().read(two);
                            if (failing[0]) {
                                throw new IOException("no luck");
                            }
                            System.arraycopy(two, 0, buffer, 0, Math.max(0, count));
                            return count;
                        },
                        UNKNOWN_SIZE,
                        source.seek(),
                        null);
        try (Easy copy = easy.duplicate()) {
            assertThrows(CallbackException.class, copy::perform);
            failing[0] = false;
            easy.perform();
            assertArrived(false);
        }
    }

    /** libcurl does not say for whom it reads: each would get a half. */
    @Test
    void twoDoNotSendTheSameDataAtOnce(Easy easy, Multi multi, Multi other) throws IOException {
        new Source(TEXT).fill(transfers.part(easy, "/"));
        try (Easy copy = easy.duplicate()) {
            multi.add(easy).perform();
            for (Multi any : List.of(multi, other)) {
                IllegalStateException e = assertThrows(IllegalStateException.class, () -> any.add(copy));
                assertTrue(e.getMessage().contains("one after the other"), e::toString);
            }
            assertThrows(IllegalStateException.class, copy::perform);
            Transfers.performOne(multi).orThrow();
            assertArrived(false);
            copy.perform();
            assertArrived(false);
            multi.remove(easy).add(copy).perform();
            multi.remove(copy);
            easy.perform();
            assertArrived(false);
        }
    }

    @Test
    void aForgottenHandleDoesNotKeepItsDataForItself(Easy easy) throws IOException {
        new Source(TEXT).fill(transfers.part(easy, "/"));
        int before = Registry.size() + 1; // and what the first transfer of the handle registers
        Garbage.collectUntil(() -> isSentAfterAnotherWasForgotten(easy), "the data are free again");
        assertArrived(false);
        Garbage.collectUntil(() -> Registry.size() <= before, "what was forgotten has ended");
    }

    private boolean isSentAfterAnotherWasForgotten(Easy easy) {
        try {
            if (duplicates.isEmpty()) {
                duplicates.add(null);
                new Multi().add(easy.duplicate());
            }
            easy.perform();
            return true;
        } catch (IllegalStateException inUse) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** libcurl takes the part for sent, and asks for the beginning. */
    @Test
    void newDataOfAPartThatWasSentNeedNoRewinding(Easy easy) throws IOException {
        MimePart part = transfers.part(easy, "/");
        for (int i = 0; i < 3; i++) {
            part.stream(new ByteArrayInputStream(MimeTransfers.bytes(TEXT)), i == 1 ? TEXT.length() : UNKNOWN_SIZE);
            easy.perform();
            assertArrived(false);
        }
        Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
    }

    @Test
    void aPartWhoseFileWasRefusedIsNotSentEmpty(Easy easy) throws IOException {
        Mime mime = transfers.mime(transfers.prepare(easy, "/"));
        Mime inner = transfers.mime(easy);
        mime.addPart().name("whole").data("whole");
        MimePart part = inner.addPart().name("refused");
        mime.addPart().name("subparts").subparts(inner);
        easy.set(MIMEPOST, mime);
        FileChannel closed = FileChannel.open(Files.writeString(folder.resolve("file"), TEXT));
        closed.close();
        List<Executable> refusals = List.of(
                () -> part.file(folder.resolve("missing")), () -> part.file(folder), () -> part.channel(closed));
        for (Executable refusal : refusals) {
            Exception refused = assertThrows(Exception.class, refusal);
            try (Easy copy = easy.duplicate()) {
                for (Easy sender : List.of(easy, copy)) {
                    assertSame(
                            refused,
                            assertThrows(CallbackException.class, sender::perform)
                                    .getCause());
                }
            }
            assertTrue(transfers.peer.isEmpty());
        }
        part.file(folder.resolve("file"));
        easy.perform();
        Multipart.Part sent = transfers.peer.take().parts().get(1);
        assertEquals(TEXT, sent.parts().getFirst().text());
    }

    @Test
    void aPartWhoseSubpartsLibcurlRefusedIsNotSentEmpty(Easy easy) throws IOException {
        Mime held = transfers.mime(transfers.prepare(easy, "/"));
        easy.set(MIMEPOST, held);
        Mime mime = transfers.mime(easy);
        MimePart part = mime.addPart().name("part").data("before");
        assertThrows(IllegalArgumentException.class, () -> part.subparts(held));
        easy.set(MIMEPOST, mime);
        Throwable cause = assertThrows(CallbackException.class, easy::perform).getCause();
        assertInstanceOf(IllegalArgumentException.class, cause);
    }
}
