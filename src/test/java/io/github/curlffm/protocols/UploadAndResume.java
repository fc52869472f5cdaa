package io.github.curlffm.protocols;

import static io.github.curlffm.option.Option.DIRLISTONLY;
import static io.github.curlffm.option.Option.FILETIME;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.RESUME_FROM_LARGE;
import static io.github.curlffm.option.Option.SEEKFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SeekCallback.Origin;
import io.github.curlffm.callback.SeekCallback.Result;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.Info;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.FilePeer;
import io.github.curlffm.testing.FileTransfers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What FTP and SFTP have in common: READ, WRITE and SEEK for whole files and to go on in one, and listings. */
abstract class UploadAndResume<P extends FilePeer> extends FileTransfers<P> {

    private static final byte[] LONG = new byte[300_000];
    private static final int HALF = 100_001;

    static {
        new Random(LONG.length).nextBytes(LONG);
    }

    private final ByteArrayInputStream source = new ByteArrayInputStream(LONG);
    private final List<Long> offsets = new ArrayList<>();

    UploadAndResume(String protocol) {
        super(protocol);
    }

    /** Checks the listing of the folder, which has another folder in it. */
    void assertLists(Easy easy, String... names) throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        download(easy).set(URL, peer.url("/"));
        String listing = bodyOf(easy);
        assertTrue(listing.lines().anyMatch(line -> line.startsWith("d") && line.endsWith(" sub")), listing);
        assertEquals(
                List.of(names),
                bodyOf(easy.set(DIRLISTONLY, true)).lines().sorted().toList());
    }

    private Easy upload(Easy easy) {
        return easy.set(URL, peer.url("/up.bin")).set(UPLOAD, true).set(READFUNCTION, source::read);
    }

    private byte[] uploaded() throws IOException {
        return Files.readAllBytes(folder.resolve("up.bin"));
    }

    /** An upload that goes on where the half of the file on the server ends. */
    private Easy resume(Easy easy, SeekCallback seek) throws IOException {
        Files.write(folder.resolve("up.bin"), Arrays.copyOf(LONG, HALF));
        return upload(easy).set(RESUME_FROM_LARGE, HALF).set(SEEKFUNCTION, seek);
    }

    private SeekCallback answering(Result result) {
        return (offset, origin) -> {
            assertEquals(Origin.SET, origin);
            offsets.add(offset);
            if (result == Result.OK) {
                source.reset();
                source.skipNBytes(offset);
            }
            return result;
        };
    }

    private static void assertFails(CurlCode code, Easy easy) {
        assertEquals(code, assertThrows(CurlException.class, easy::perform).code());
    }

    @Test
    void anUploadIsReadFromTheCallback() throws IOException {
        try (Easy easy = upload(new Easy())) {
            easy.perform();
        }
        assertArrayEquals(LONG, uploaded());
    }

    @Test
    void abortEndsAnUpload(Easy easy) {
        upload(easy);
        easy.set(READFUNCTION, buffer -> ReadCallback.ABORT);
        assertFails(CurlCode.ABORTED_BY_CALLBACK, easy);
    }

    @Test
    void whatReadThrowsReachesTheCallerOnce() throws Exception {
        Exploding.check(
                CurlCode.ABORTED_BY_CALLBACK,
                (easy, exploding) -> upload(easy).set(READFUNCTION, buffer -> exploding.explode()));
    }

    @Test
    void noOtherCallbackRunsAfterReadThrew() throws Exception {
        Bystanders.checkNoneRunsAfter(
                (easy, bystanders) -> upload(easy).set(READFUNCTION, buffer -> bystanders.explode()));
    }

    @Test
    void aResumedUploadSeeksToTheOffset() throws IOException {
        try (Easy easy = resume(new Easy(), answering(Result.OK))) {
            easy.perform();
        }
        assertEquals(List.of((long) HALF), offsets);
        assertArrayEquals(LONG, uploaded());
    }

    @Test
    void cantseekReadsAndDropsUpToTheOffset() throws IOException {
        try (Easy easy = resume(new Easy(), answering(Result.CANTSEEK))) {
            easy.perform();
        }
        assertEquals(List.of((long) HALF), offsets);
        assertArrayEquals(LONG, uploaded());
    }

    @Test
    void failEndsAResumedUpload() throws IOException {
        try (Easy easy = resume(new Easy(), answering(Result.FAIL))) {
            assertFails(CurlCode.FTP_COULDNT_USE_REST, easy);
        }
        assertEquals(LONG.length, source.available(), "bytes that were not read");
        assertEquals(HALF, uploaded().length);
    }

    @Test
    void nullFromSeekIsRefusedByName(Easy easy) throws IOException {
        resume(easy, answering(null));
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertEquals(CurlCode.FTP_COULDNT_USE_REST, e.code());
        NullPointerException cause = assertInstanceOf(NullPointerException.class, e.getCause());
        assertTrue(cause.getMessage().contains("SEEKFUNCTION returned null"), cause::getMessage);
    }

    @Test
    void whatSeekThrowsReachesTheCallerOnce() throws Exception {
        Exploding.check(
                CurlCode.FTP_COULDNT_USE_REST,
                (easy, exploding) -> resume(easy, (offset, origin) -> exploding.explode()));
    }

    @Test
    void noOtherCallbackRunsAfterSeekThrew() throws Exception {
        Bystanders.checkNoneRunsAfter((easy, bystanders) -> resume(easy, (offset, origin) -> bystanders.explode())
                .set(READFUNCTION, buffer -> {
                    bystanders.called("READ");
                    return 0;
                }));
    }

    @Test
    void withoutSeekTheDataIsTakenToBeginAtTheOffset() throws IOException {
        try (Easy easy = resume(new Easy(), answering(Result.FAIL)).unset(SEEKFUNCTION)) {
            source.skipNBytes(HALF);
            easy.perform();
        }
        assertEquals(List.of(), offsets);
        assertArrayEquals(LONG, uploaded());
    }

    @Test
    void seekCanBeReplacedFromInsideItself() throws IOException {
        try (Easy easy = new Easy()) {
            resume(easy, (offset, origin) -> {
                        easy.set(SEEKFUNCTION, answering(Result.FAIL));
                        return Result.CANTSEEK;
                    })
                    .perform();
            assertArrayEquals(LONG, uploaded());
            assertFails(CurlCode.FTP_COULDNT_USE_REST, easy);
        }
        assertEquals(List.of((long) HALF), offsets);
    }

    @Test
    void readAndSeekAreKeptByADuplicate() throws IOException {
        Easy original = resume(new Easy(), answering(Result.OK));
        try (Easy copy = original.duplicate()) {
            original.close();
            copy.perform();
        }
        assertEquals(List.of((long) HALF), offsets);
        assertArrayEquals(LONG, uploaded());
    }

    @Test
    void aDownloadIsWrittenToTheCallback() throws IOException {
        Files.write(folder.resolve("a.txt"), LONG);
        try (Easy easy = download(new Easy())) {
            easy.perform();
        }
        assertArrayEquals(LONG, body.toByteArray());
    }

    @Test
    void aResumedDownloadBeginsAtTheOffset(Easy easy) throws IOException {
        download(easy).set(RESUME_FROM_LARGE, 2);
        assertEquals("pha", bodyOf(easy));
    }

    @Test
    void anyOtherCountEndsADownload(Easy easy) {
        download(easy).set(WRITEFUNCTION, WriteCallback.counted(data -> data.length - 1));
        assertFails(CurlCode.WRITE_ERROR, easy);
    }

    @Test
    void whatWriteThrowsReachesTheCallerOnce() throws Exception {
        Exploding.check(
                CurlCode.WRITE_ERROR,
                (easy, exploding) -> download(easy).set(WRITEFUNCTION, data -> exploding.explode()));
    }

    @Test
    void noOtherCallbackRunsAfterWriteThrew() throws Exception {
        Bystanders.checkNoneRunsAfter(
                (easy, bystanders) -> download(easy).set(WRITEFUNCTION, data -> bystanders.explode()));
    }

    @Test
    void theLoginDirectoryIsKnownAfterwards(Easy easy) throws IOException {
        download(easy);
        assertNull(easy.get(Info.FTP_ENTRY_PATH));
        easy.perform();
        assertEquals("/", easy.get(Info.FTP_ENTRY_PATH));
    }

    @Test
    void theTimeOfTheFileIsKnownWhenAskedFor(Easy easy) throws IOException {
        Instant time = Instant.parse("2001-09-09T01:46:40Z");
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.from(time));
        download(easy);
        easy.perform();
        assertNull(easy.get(Info.FILETIME_T));
        easy.set(FILETIME, true).perform();
        assertEquals(time, easy.get(Info.FILETIME));
        assertEquals(time, easy.get(Info.FILETIME_T));
    }
}
