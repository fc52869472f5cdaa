package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Perform;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zero-copy forms of the write callback, held to the same contract. */
class WriteViewTest extends WriteContract {

    @Override
    public WriteCallback harmless(Action action) {
        return WriteCallback.viewAll(data -> action.run());
    }

    private void perform(WriteCallback callback) throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, callback).perform();
        }
    }

    private static String text(ByteBuffer data) {
        return US_ASCII.decode(data).toString();
    }

    @Test
    void aViewShowsTheWholeBodyInPieces() throws Exception {
        StringBuilder seen = new StringBuilder();
        perform(WriteCallback.view(data -> {
            int length = data.remaining();
            assertTrue(length <= 16384, "at most 16384 bytes");
            seen.append(text(data));
            return length;
        }));
        assertEquals(BODY, seen.toString());
    }

    @Test
    void viewAllConsumesEverythingHoweverMuchTheLambdaReads() throws Exception {
        StringBuilder seen = new StringBuilder();
        perform(WriteCallback.viewAll(data -> seen.append((char) data.get()).append(text(data.slice()))));
        assertEquals(BODY, seen.toString());
    }

    @Test
    void aViewFitsTheWriteMethodOfAChannel(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("body");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            perform(WriteCallback.view(channel::write));
        }
        assertEquals(BODY, Files.readString(file, US_ASCII));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WritableByteChannel channel = Channels.newChannel(bytes);
        perform(WriteCallback.view(channel::write));
        assertEquals(BODY, bytes.toString(US_ASCII));
    }

    /** Why the form that consumes everything has another name: as an overload it would be taken here. */
    @Test
    void whatAChannelDoesNotTakeIsNotLost() {
        class Full implements WritableByteChannel {
            @Override
            public int write(ByteBuffer data) {
                return data.remaining() - 1;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        }
        WritableByteChannel channel = new Full();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, WriteCallback.view(channel::write));
            Perform.failsWith(CurlCode.WRITE_ERROR, easy);
        }
    }

    @Test
    void aViewKeptAfterTheCallThrows() throws Exception {
        List<ByteBuffer> kept = new ArrayList<>();
        List<Throwable> thrownDuringTransfer = new ArrayList<>();
        perform(WriteCallback.viewAll(data -> {
            if (!kept.isEmpty()) {
                thrownDuringTransfer.add(assertThrows(
                        IllegalStateException.class, () -> kept.getFirst().get(0)));
            }
            kept.add(data);
        }));
        assertTrue(thrownDuringTransfer.size() > 0, "more than one call");
        for (ByteBuffer view : kept) {
            assertThrows(IllegalStateException.class, () -> view.get(0));
            assertThrows(IllegalStateException.class, view.duplicate()::get);
        }
    }

    @Test
    void aViewIsReadOnly(Easy easy) {
        prepare(easy);
        easy.set(WRITEFUNCTION, WriteCallback.viewAll(data -> data.put(0, (byte) 0)));
        assertInstanceOf(ReadOnlyBufferException.class, Perform.thrownInside(CurlCode.WRITE_ERROR, easy));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, WriteCallback.ERROR})
    void aViewsCountThatIsNotTheLengthEndsTheTransfer(long count, Easy easy) {
        prepare(easy);
        easy.set(WRITEFUNCTION, WriteCallback.view(data -> count));
        Perform.failsWith(CurlCode.WRITE_ERROR, easy);
    }

    @Test
    void whatAViewPausedComesAgainAfterResumeFromXferInfo() throws Exception {
        StringBuilder seen = new StringBuilder();
        boolean[] paused = {false};
        boolean[] resumed = {false};
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(WRITEFUNCTION, WriteCallback.view(data -> {
                        if (!paused[0]) {
                            paused[0] = true;
                            return WriteCallback.PAUSE;
                        }
                        int length = data.remaining();
                        seen.append(text(data));
                        return length;
                    }))
                    .set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
                        if (paused[0] && !resumed[0]) {
                            resumed[0] = true;
                            easy.resume();
                        }
                    })
                    .perform();
        }
        assertEquals(BODY, seen.toString());
    }
}
