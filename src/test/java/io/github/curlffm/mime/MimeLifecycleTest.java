package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.mime.MimeTransfers.giving;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.Multipart;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who may do what with a MIME structure, and when. */
class MimeLifecycleTest {

    private final MimeTransfers transfers = new MimeTransfers();
    private final Easy easy = transfers.easy("/");
    private final Mime mime = new Mime(easy);

    private void refused(Executable change) {
        assertThrows(IllegalStateException.class, change);
    }

    @Test
    void nothingIsDoneWithAPartOfAClosedStructure() {
        MimePart part = mime.addPart();
        mime.close();
        MimeTransfers.changes(part, mime).forEach(this::refused);
        refused(mime::addPart);
        refused(() -> easy.set(MIMEPOST, mime));
        assertTrue(mime.toString().endsWith("(closed)"), mime::toString);
    }

    @Test
    void nothingIsDoneWithAPartOnceTheHandleIsClosed() {
        MimePart part = mime.addPart();
        easy.close();
        MimeTransfers.changes(part, mime).forEach(this::refused);
        refused(mime::addPart);
        refused(() -> new Mime(easy));
    }

    @Test
    void nothingIsDoneWithPartsThatEndedWithAnother() {
        Mime inner = new Mime(easy);
        Mime innermost = new Mime(easy);
        MimePart outerPart = mime.addPart().subparts(inner);
        MimePart innerPart = inner.addPart().subparts(innermost);
        MimePart part = innermost.addPart();
        outerPart.data("instead of the subparts");
        for (MimePart ended : List.of(innerPart, part)) {
            MimeTransfers.changes(ended, mime).forEach(this::refused);
        }
        refused(inner::addPart);
        refused(innermost::addPart);
        refused(() -> mime.addPart().subparts(inner));
        refused(() -> easy.set(MIMEPOST, inner));
        inner.close();
        innermost.close();
    }

    @Test
    void aStructureIsForOneHandle() {
        try (Easy other = new Easy();
                Mime others = new Mime(other)) {
            assertThrows(CurlOptionException.class, () -> other.set(MIMEPOST, mime));
            assertThrows(IllegalArgumentException.class, () -> mime.addPart().subparts(others));
        }
    }

    @Test
    void aStructureIsAPartOnceAndNeverOfItself() throws IOException {
        Mime inner = new Mime(easy);
        Mime innermost = new Mime(easy);
        MimePart part = mime.addPart().name("part").subparts(inner);
        inner.addPart().subparts(innermost);
        for (MimePart any : List.of(part, mime.addPart(), inner.addPart(), innermost.addPart())) {
            for (Mime structure : List.of(mime, inner, innermost)) {
                assertThrows(IllegalArgumentException.class, () -> any.subparts(structure));
            }
        }
        assertThrows(CurlOptionException.class, () -> easy.set(MIMEPOST, inner));
        easy.set(MIMEPOST, mime).perform();
        assertEquals(2, transfers.peer.take().parts().size());
    }

    @Test
    void whatIsSentByItselfBecomesNoPart() {
        MimePart part = mime.addPart();
        try (Mime sent = new Mime(easy)) {
            easy.set(MIMEPOST, sent);
            assertThrows(IllegalArgumentException.class, () -> part.subparts(sent));
            easy.unset(MIMEPOST);
            part.subparts(sent);
        }
    }

    @Test
    void itIsChangedBetweenTransfersAndSentAgain() throws IOException {
        MimePart part = mime.addPart().name("part").data("first");
        easy.set(MIMEPOST, mime).perform();
        part.name("renamed").data("second");
        mime.addPart().name("new").data("third");
        easy.set(MIMEPOST, mime).perform();
        assertEquals("first", transfers.peer.take().part().text());
        assertEquals("renamed", transfers.peer.take().parts().getFirst().name());
    }

    @Test
    void nothingIsChangedWhileAnotherThreadSendsIt() throws Exception {
        MimePart part = mime.addPart().name("part");
        List<Executable> changes = new ArrayList<>(MimeTransfers.changes(part, mime));
        changes.add(mime::addPart);
        changes.add(mime::close);
        changes.add(() -> new Mime(easy));
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            part.data(
                    buffer -> {
                        executor.submit(() -> changes.forEach(this::refused)).get();
                        return 0;
                    },
                    UNKNOWN_SIZE);
            easy.set(MIMEPOST, mime).perform();
        }
        assertEquals("", transfers.peer.take().part().text());
    }

    @Test
    void nothingIsChangedFromInsideACallbackOfItsHandle() throws IOException {
        MimePart part = mime.addPart().name("part");
        Mime other = transfers.mime(easy);
        List<Executable> changes = new ArrayList<>(MimeTransfers.changes(part, mime));
        changes.add(mime::addPart);
        changes.add(mime::close);
        changes.add(() -> easy.set(MIMEPOST, other));
        changes.add(() -> easy.set(MIMEPOST, mime));
        changes.add(() -> easy.unset(MIMEPOST));
        int[] calls = {0};
        part.data(
                buffer -> {
                    changes.forEach(this::refused);
                    return calls[0]++ == 0 ? 0 : -1;
                },
                UNKNOWN_SIZE);
        easy.set(MIMEPOST, mime)
                .set(WRITEFUNCTION, body -> changes.forEach(this::refused))
                .perform();
        assertEquals("", transfers.peer.take().part().text());
        assertEquals(1, calls[0]);
    }

    @Test
    void nothingIsTakenAwayInAMulti() throws IOException {
        mime.addPart().name("part").data("text");
        easy.set(MIMEPOST, mime);
        try (Multi multi = new Multi()) {
            multi.add(easy).perform();
            refused(() -> easy.unset(MIMEPOST));
            refused(() -> easy.set(MIMEPOST, mime));
            mime.close();
            Garbage.collect();
            Transfers.performOne(multi).orThrow();
        }
        assertEquals("text", transfers.peer.take().part().text());
        easy.unset(MIMEPOST);
    }

    @Test
    void itLivesOnWithTheHandleThatIsGoingToSendIt() throws IOException {
        int before = Registry.size() + 1; // and what the first transfer of the handle registers
        prepareForgotten();
        Garbage.collect();
        easy.perform();
        List<Multipart.Part> parts = transfers.peer.take().parts();
        assertEquals("callback", parts.get(0).text());
        assertEquals("inner callback", parts.get(1).parts().getFirst().text());
        easy.unset(MIMEPOST);
        Garbage.collectUntil(() -> Registry.size() <= before, "what was sent is given back");
    }

    /** Nobody but the handle knows the structure afterwards. */
    private void prepareForgotten() {
        Mime forgotten = new Mime(easy);
        Mime inner = new Mime(easy);
        forgotten.addPart().name("a").data(giving("callback"), UNKNOWN_SIZE);
        forgotten.addPart().name("b").subparts(inner);
        inner.addPart().data(giving("inner callback"), UNKNOWN_SIZE);
        easy.set(MIMEPOST, forgotten);
    }

    @Test
    void aChannelThatDoesNotBlockIsRefused() throws IOException {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            source.configureBlocking(false);
            assertThrows(IllegalArgumentException.class, () -> mime.addPart().channel(source));
        }
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> mime.addPart().data(giving("x"), -2));
    }

    @Test
    void nullIsRefusedByName() {
        MimePart part = mime.addPart();
        assertEquals(
                "filename",
                assertThrows(NullPointerException.class, () -> part.filename(null))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> part.data((byte[]) null));
        assertThrows(NullPointerException.class, () -> part.data(null, UNKNOWN_SIZE));
        assertThrows(NullPointerException.class, () -> part.subparts(null));
    }
}
