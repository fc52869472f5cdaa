package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.mime.MimeTransfers.giving;
import static io.github.curlffm.option.Option.HSTSREADFUNCTION;
import static io.github.curlffm.option.Option.HSTS_CTRL;
import static io.github.curlffm.option.Option.MIMEPOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.mime.MimeTransfers.Source;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.Needs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when libcurl needs the data of a MIME part no more: once, whoever has had a copy. */
class MimeFreeCallbackTest {

    private final MimeTransfers transfers = new MimeTransfers();
    private final Source source = new Source("text");
    private final Easy easy = transfers.easy("/");
    private final Mime mime = new Mime(easy);

    @AfterEach
    void close() {
        mime.close();
        easy.close();
        assertEquals(1, source.closed, "in the end");
    }

    private void assertClosed(int times) {
        assertEquals(times, source.closed);
    }

    @Test
    void atTheEndOfAStructureThatWasNeverSent() {
        source.fill(mime.addPart());
        mime.close();
        assertClosed(1);
    }

    @Test
    void whenTheStructureIsClosedAfterTheHandle() throws IOException {
        source.fill(mime.addPart());
        easy.set(MIMEPOST, mime).perform();
        easy.close();
        assertClosed(0);
        mime.close();
        assertClosed(1);
    }

    @Test
    void whenTheHandleIsClosedAfterTheStructure() throws IOException {
        source.fill(mime.addPart().name("part"));
        easy.set(MIMEPOST, mime);
        mime.close();
        assertClosed(0);
        easy.perform();
        assertEquals("text", transfers.peer.take().part().text());
        assertClosed(0);
        easy.close();
        assertClosed(1);
    }

    @Test
    void whenAClosedStructureIsTakenAway() {
        source.fill(mime.addPart());
        easy.set(MIMEPOST, mime);
        mime.close();
        assertClosed(0);
        easy.unset(MIMEPOST);
        assertClosed(1);
    }

    static Stream<Named<BiConsumer<MimePart, Easy>>> otherData() {
        return Stream.of(
                Named.of("bytes", (part, easy) -> part.data("other")),
                Named.of("a callback", (part, easy) -> part.data(giving("other"), UNKNOWN_SIZE)),
                Named.of("subparts", (part, easy) -> part.subparts(new Mime(easy))),
                Named.of(
                        "a file that is not there",
                        (part, easy) -> assertThrows(NoSuchFileException.class, () -> part.file(Path.of("missing")))));
    }

    @ParameterizedTest
    @MethodSource("otherData")
    void whenThePartGetsOtherData(BiConsumer<MimePart, Easy> other) throws IOException {
        MimePart part = source.fill(mime.addPart().name("part"));
        easy.set(MIMEPOST, mime).perform();
        assertClosed(0);
        other.accept(part, easy);
        assertClosed(1);
        part.data("at last");
        easy.perform();
    }

    @Test
    void whenSubpartsAreReplaced() {
        Mime inner = new Mime(easy);
        Mime innermost = new Mime(easy);
        source.fill(innermost.addPart());
        inner.addPart().subparts(innermost);
        MimePart part = mime.addPart().subparts(inner);
        inner.close();
        innermost.close();
        assertClosed(0);
        part.data("other");
        assertClosed(1);
    }

    @Test
    void withTheStructureThatItBecameAPartOf() {
        Mime inner = new Mime(easy);
        mime.addPart().subparts(inner);
        source.fill(inner.addPart());
        inner.close();
        assertClosed(0);
        mime.close();
        assertClosed(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void notBeforeTheLastDuplicateIsClosed(boolean originalFirst) throws IOException {
        source.fill(mime.addPart().name("part"));
        easy.set(MIMEPOST, mime);
        try (Easy copy = easy.duplicate();
                Easy copyOfTheCopy = copy.duplicate()) {
            if (originalFirst) {
                mime.close();
                easy.close();
                Garbage.collect();
            }
            copy.close();
            assertClosed(0);
            copyOfTheCopy.perform();
            assertEquals("text", transfers.peer.take().part().text());
        }
        assertClosed(originalFirst ? 1 : 0);
        easy.close();
        mime.close();
        assertClosed(1);
    }

    @Test
    void notBeforeTheDuplicateIsDoneWithWhatTheOriginalHadBefore() throws IOException {
        MimePart part = source.fill(mime.addPart().name("part"));
        easy.set(MIMEPOST, mime);
        Source second = new Source("second");
        try (Easy copy = easy.duplicate()) {
            second.fill(part);
            try (Easy later = easy.duplicate()) {
                later.perform();
                assertEquals("second", transfers.peer.take().part().text());
                assertClosed(0);
            }
            try (Easy copyOfTheCopy = copy.duplicate()) {
                copyOfTheCopy.perform();
                assertEquals("text", transfers.peer.take().part().text());
            }
            assertClosed(0);
        }
        assertClosed(1);
        assertEquals(0, second.closed);
        part.data("third");
        assertEquals(1, second.closed);
    }

    static Stream<Named<BiConsumer<Easy, Mime>>> waysToTakeAway() {
        return Stream.of(
                Named.of("unset", (copy, other) -> copy.unset(MIMEPOST)),
                Named.of("reset", (copy, other) -> copy.reset()),
                Named.of("set to another", (copy, other) -> copy.set(MIMEPOST, other)));
    }

    @ParameterizedTest
    @MethodSource("waysToTakeAway")
    void whenItIsTakenFromTheDuplicate(BiConsumer<Easy, Mime> takeAway) {
        source.fill(mime.addPart());
        easy.set(MIMEPOST, mime);
        try (Easy copy = easy.duplicate();
                Mime other = new Mime(copy)) {
            easy.close();
            mime.close();
            assertClosed(0);
            takeAway.accept(copy, other);
            assertClosed(1);
        }
    }

    @Test
    void notWhenADuplicateCannotBeMade() throws IOException {
        Needs.feature("HSTS");
        source.fill(mime.addPart().name("part"));
        RuntimeException thrown = new IllegalStateException("thrown");
        easy.set(MIMEPOST, mime).set(HSTS_CTRL, Set.of(HstsCtrl.ENABLE)).set(HSTSREADFUNCTION, () -> {
            throw thrown;
        });
        assertThrows(UncheckedIOException.class, easy::duplicate);
        assertClosed(0);
        easy.unset(HSTSREADFUNCTION).perform();
        assertEquals("text", transfers.peer.take().part().text());
    }

    /** What it throws must come out of whatever lets go of the data. */
    static Stream<Named<BiConsumer<Easy, Mime>>> lastOnes() {
        return Stream.of(
                Named.of("close the structure", (easy, mime) -> mime.close()),
                Named.of("close the handle after it", (easy, mime) -> {
                    easy.set(MIMEPOST, mime);
                    mime.close();
                    easy.close();
                }),
                Named.of("unset", (easy, mime) -> {
                    easy.set(MIMEPOST, mime);
                    mime.close();
                    easy.unset(MIMEPOST);
                }),
                Named.of("reset", (easy, mime) -> {
                    easy.set(MIMEPOST, mime);
                    mime.close();
                    easy.reset();
                }),
                Named.of("set another", (easy, mime) -> {
                    easy.set(MIMEPOST, mime);
                    mime.close();
                    try (Mime other = new Mime(easy)) {
                        easy.set(MIMEPOST, other);
                    }
                }),
                Named.of("close a duplicate", (easy, mime) -> {
                    easy.set(MIMEPOST, mime);
                    Easy copy = easy.duplicate();
                    mime.close();
                    easy.close();
                    copy.close();
                }));
    }

    @ParameterizedTest
    @MethodSource("lastOnes")
    void whatItThrowsReachesTheCaller(BiConsumer<Easy, Mime> lastOne) {
        source.fill(mime.addPart());
        for (Throwable thrown : List.of(
                new IllegalStateException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            try (Easy another = transfers.easy("/")) {
                Mime failing = transfers.mime(another);
                failing.addPart().data(giving("x"), UNKNOWN_SIZE, null, () -> sneak(thrown));
                assertThrown(thrown, () -> lastOne.accept(another, failing));
            }
        }
    }

    @Test
    void whatItThrowsReachesTheCallerThatGivesThePartOtherData() throws IOException {
        RuntimeException thrown = new IllegalStateException("thrown");
        MimePart part = mime.addPart().name("part").data(giving("x"), UNKNOWN_SIZE, null, () -> sneak(thrown));
        assertThrown(thrown, () -> source.fill(part));
        easy.set(MIMEPOST, mime).perform();
        assertEquals("text", transfers.peer.take().part().text());
    }

    private static void assertThrown(Throwable thrown, Runnable run) {
        if (thrown instanceof Error) {
            assertSame(thrown, assertThrows(Error.class, run::run));
        } else {
            UncheckedIOException e = assertThrows(UncheckedIOException.class, run::run);
            CallbackException wrapped = (CallbackException) e.getCause();
            assertSame(thrown, wrapped.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable throwable) throws T {
        throw (T) throwable;
    }

    @Test
    void runsAfterWhatElseTheTransferHasThrown() {
        MimePart part = mime.addPart();
        part.data(
                buffer -> {
                    throw new IOException("read");
                },
                UNKNOWN_SIZE,
                null,
                source.whenFree());
        easy.set(MIMEPOST, mime);
        assertThrows(CallbackException.class, easy::perform);
        assertClosed(0);
        part.data("other");
        assertClosed(1);
    }

    @Test
    void streamsAndChannelsAreClosed(@TempDir Path folder) throws IOException {
        source.fill(mime.addPart());
        AtomicInteger closed = new AtomicInteger();
        InputStream stream = new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        FileChannel file = FileChannel.open(Files.writeString(folder.resolve("file"), "x"));
        ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(new byte[1]));
        mime.addPart().stream(stream);
        mime.addPart().channel(file);
        mime.addPart().channel(channel);
        easy.set(MIMEPOST, mime).perform();
        assertTrue(file.isOpen() && channel.isOpen());
        mime.close();
        easy.close();
        assertEquals(1, closed.get());
        assertFalse(file.isOpen() || channel.isOpen());
    }

    @Test
    void whenNobodyClosesAnything() {
        int before = Registry.size();
        source.fill(mime.addPart());
        AtomicInteger closed = new AtomicInteger();
        WeakReference<Mime> forgotten = forget(closed);
        Garbage.collectUntil(() -> forgotten.refersTo(null), "the structure is reclaimed");
        Garbage.collectUntil(() -> closed.get() == 2, "the data are freed");
        Garbage.collectUntil(() -> Registry.size() <= before + 1, "the handles are forgotten");
        assertEquals(2, closed.get());
    }

    /** The lambdas that read know the handle; what is closed does not. */
    private WeakReference<Mime> forget(AtomicInteger closed) {
        Easy unclosed = transfers.easy("/");
        Mime sent = new Mime(unclosed);
        Mime inner = new Mime(unclosed);
        sent.addPart().data(buffer -> sent.hashCode(), UNKNOWN_SIZE, null, closed::incrementAndGet);
        inner.addPart().data(buffer -> unclosed.hashCode(), UNKNOWN_SIZE, null, closed::incrementAndGet);
        sent.addPart().subparts(inner);
        unclosed.set(MIMEPOST, sent).duplicate();
        return new WeakReference<>(sent);
    }
}
