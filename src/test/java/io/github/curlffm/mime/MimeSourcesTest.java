package io.github.curlffm.mime;

import static io.github.curlffm.option.Option.MIMEPOST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.testing.FormPeer;
import io.github.curlffm.testing.Multipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, streams and channels as the data of a part. */
class MimeSourcesTest {

    private final MimeTransfers transfers = new MimeTransfers();

    @TempDir
    Path folder;

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void aFileIsSentUnderItsName() throws IOException {
        byte[] content = random(70_000);
        Path file = file("some file.txt", content);
        Multipart.Part part = transfers.send(it -> filled(it, file)).part();
        assertEquals("some file.txt", part.filename());
        assertEquals("text/plain", part.type());
        assertArrayEquals(content, part.bytes());
        assertEquals(
                "other.bin",
                transfers
                        .send(it -> filled(it, file).filename("other.bin"))
                        .part()
                        .filename());
    }

    private static MimePart filled(MimePart part, Path file) {
        try {
            return part.file(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of the part: see MimeCopiesTest. */
    @Test
    void aFileThatDoesNotExistIsRefusedWithItsName() throws IOException {
        Path missing = folder.resolve("missing.txt");
        Multipart.Part part = transfers
                .send(it -> {
                    Exception e = assertThrows(NoSuchFileException.class, () -> it.file(missing));
                    assertTrue(e.getMessage().contains(missing.toString()), e::toString);
                    assertTrue(e.getMessage().contains("[26]"), e::toString);
                    it.data("after");
                })
                .part();
        assertEquals("after", part.text());
    }

    @Test
    void aFileThatIsGoneWhenItIsSentIsAnError() throws IOException {
        Path file = file("gone.txt", random(10));
        try (Easy easy = transfers.easy("/");
                Mime mime = new Mime(easy)) {
            mime.addPart().name("part").file(file);
            Files.delete(file);
            MimeTransfers.assertIsNotSent(easy.set(MIMEPOST, mime));
        }
    }

    @Test
    void aFileInAnArchiveIsRefused() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = Files.write(zip.getPath("/etc"), random(10));
            transfers.send(it -> {
                assertThrows(UnsupportedOperationException.class, () -> it.file(inside));
                it.data("after");
            });
        }
    }

    @Test
    void aStreamIsSentInChunks() throws IOException {
        byte[] content = random(150_000);
        FormPeer.Form form = transfers.send(it -> it.stream(new ByteArrayInputStream(content)));
        assertEquals("chunked", form.header("Transfer-Encoding"));
        assertNull(form.header("Content-Length"));
        assertArrayEquals(content, form.part().bytes());
    }

    @Test
    void aStreamOfKnownLengthIsSentWithItsLength() throws IOException {
        byte[] content = random(150_000);
        FormPeer.Form form = transfers.send(it -> it.stream(new ByteArrayInputStream(content), content.length));
        assertEquals(String.valueOf(form.body().length), form.header("Content-Length"));
        assertNull(form.header("Transfer-Encoding"));
        assertArrayEquals(content, form.part().bytes());
    }

    @Test
    void aChannelIsSentFromItsPositionAndWithItsLength() throws IOException {
        byte[] content = random(50_000);
        try (FileChannel channel = FileChannel.open(file("channel", content))) {
            channel.position(20_000);
            FormPeer.Form form = transfers.send(it -> it.channel(channel));
            assertEquals(String.valueOf(form.body().length), form.header("Content-Length"));
            assertArrayEquals(
                    Arrays.copyOfRange(content, 20_000, 50_000), form.part().bytes());
        }
    }
}
