package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CHUNK_BGN_FUNCTION;
import static io.github.curlffm.option.Option.CHUNK_END_FUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.ChunkBgnCallback.Result;
import io.github.curlffm.callback.FileInfo.Type;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.FtpPeer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CHUNK_BGN_FUNCTION: before each file of an FTP wildcard transfer. */
class ChunkBgnCallbackTest extends WildcardTransfers implements RepeatedCallbackContract<ChunkBgnCallback> {

    @Override
    public Option<ChunkBgnCallback> option() {
        return CHUNK_BGN_FUNCTION;
    }

    @Override
    public ChunkBgnCallback harmless(Action action) {
        return (file, remaining) -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.CHUNK_FAILED;
    }

    @Override
    public void prepare(Easy easy) {
        wildcard(easy, "*.txt");
    }

    @Override
    public void addBystanders(Easy easy, Bystanders bystanders) {
        RepeatedCallbackContract.super.addBystanders(easy, bystanders);
        easy.set(CHUNK_END_FUNCTION, () -> bystanders.called("CHUNK_END"));
    }

    private ChunkBgnCallback nameThen(Result result) {
        return (file, remaining) -> {
            events.add(file.name());
            return result;
        };
    }

    @Test
    void isToldOfEachMatchWithHowManyAreLeft() throws IOException {
        List<FileInfo> files = new ArrayList<>();
        List<Integer> remainings = new ArrayList<>();
        try (Easy easy = wildcard(new Easy(), "*.txt")) {
            easy.set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                files.add(file);
                remainings.add(remaining);
                return Result.OK;
            });
            easy.perform();
        }
        assertEquals(List.of(3, 2, 1), remainings);
        files.sort(Comparator.comparing(FileInfo::name));
        assertEquals(
                List.of("a.txt", "b.txt", "sub.txt"),
                files.stream().map(FileInfo::name).toList());
        assertEquals(
                List.of(Type.FILE, Type.FILE, Type.DIRECTORY),
                files.stream().map(FileInfo::type).toList());
        assertEquals(5, files.get(0).size());
        assertEquals(4, files.get(1).size());
    }

    @Test
    void isToldEveryFieldOfTheListing() throws IOException {
        List<String> listing = List.of(
                "drwxr-xr-x  12 root     wheel        4096 Jan  9  2024 things",
                "-rwsr-x--T   3 ada      staff    5000000000 Nov 22 16:53 with space.txt",
                "brw-rw----   1 root     disk            8 Feb  1 01:02 sda",
                "crw--w----   1 root     tty             9 Feb  1 01:03 tty1",
                "prw-r--r--   1 ada      staff           0 Feb  1 01:04 pipe",
                "srw-------   1 ada      staff           0 Feb  1 01:05 sock",
                "Drw-------   1 ada      staff           0 Feb  1 01:06 door",
                "lrwxrwxrwx   1 ada      staff           6 Feb  1 01:07 link -> things");
        List<FileInfo> files = new ArrayList<>();
        try (FtpPeer odd = FtpPeer.listing(folder, listing);
                Easy easy = wildcard(new Easy(), "*")) {
            easy.set(URL, odd.url("/*")).set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                files.add(file);
                return Result.SKIP;
            });
            easy.perform();
        }
        assertEquals(
                List.of(
                        file("things", Type.DIRECTORY, 0755, 4096, 12, "Jan  9  2024", "rwxr-xr-x", "root", "wheel"),
                        file(
                                "with space.txt",
                                Type.FILE,
                                05750,
                                5_000_000_000L,
                                3,
                                "Nov 22 16:53",
                                "rwsr-x--T",
                                "ada",
                                "staff"),
                        file("sda", Type.DEVICE_BLOCK, 0660, 8, 1, "Feb  1 01:02", "rw-rw----", "root", "disk"),
                        file("tty1", Type.DEVICE_CHAR, 0620, 9, 1, "Feb  1 01:03", "rw--w----", "root", "tty"),
                        file("pipe", Type.NAMEDPIPE, 0644, 0, 1, "Feb  1 01:04", "rw-r--r--", "ada", "staff"),
                        file("sock", Type.SOCKET, 0600, 0, 1, "Feb  1 01:05", "rw-------", "ada", "staff"),
                        file("door", Type.DOOR, 0600, 0, 1, "Feb  1 01:06", "rw-------", "ada", "staff")),
                files.subList(0, 7));
        FileInfo link = files.get(7);
        assertEquals("link", link.name());
        assertEquals(Type.SYMLINK, link.type());
        assertEquals("things", link.target());
        assertEquals(8, files.size());
    }

    /** Before 8.21.0 libcurl leaves a pointer to what the last link was to, and frees that, or puts other names there. */
    @Test
    void onlyALinkHasATarget() throws IOException {
        String far = "x".repeat(3000);
        List<String> listing = new ArrayList<>();
        listing.add("lrwxrwxrwx   1 ada      staff           6 Feb  1 01:07 link -> " + far);
        for (int i = 0; i < 200; i++) {
            listing.add("-rw-r--r--   1 ada      staff           0 Feb  1 01:04 f" + i);
        }
        listing.add("lrwxrwxrwx   1 ada      staff           6 Feb  1 01:07 other -> near");
        listing.add("drwxr-xr-x   1 ada      staff           0 Feb  1 01:04 d");
        Map<String, String> targets = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        try (FtpPeer links = FtpPeer.listing(folder, listing);
                Easy easy = wildcard(new Easy(), "*")) {
            easy.set(URL, links.url("/*")).set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                names.add(file.name());
                if (file.target() != null) {
                    targets.put(file.name(), file.target());
                }
                return Result.SKIP;
            });
            easy.perform();
        }
        assertEquals(listing.size(), names.size());
        assertEquals(List.of("link", "other"), List.copyOf(targets.keySet()));
        assertTrue(far.equals(targets.get("link")) && targets.get("other").equals("near"));
    }

    /** libcurl has no numbers for owner and group, and never reads the time. */
    private static FileInfo file(
            String name,
            Type type,
            int permissions,
            long size,
            long hardlinks,
            String time,
            String permissionText,
            String user,
            String group) {
        return new FileInfo(
                name, type, null, permissions, -1, -1, size, hardlinks, time, permissionText, user, group, null);
    }

    @Test
    void whatTheListingDoesNotSayIsNullOrMinusOne() throws IOException {
        List<String> listing = List.of("01-29-97  11:32PM <DIR>          prog", "03-05-24  09:01AM             1234 x");
        List<FileInfo> files = new ArrayList<>();
        try (FtpPeer dos = FtpPeer.listing(folder, listing);
                Easy easy = wildcard(new Easy(), "*")) {
            easy.set(URL, dos.url("/*")).set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                files.add(file);
                return Result.SKIP;
            });
            easy.perform();
        }
        FileInfo directory = files.get(0);
        assertEquals("prog", directory.name());
        assertEquals(Type.DIRECTORY, directory.type());
        assertEquals("01-29-97  11:32PM", directory.timeText());
        FileInfo file = files.get(1);
        assertEquals(
                new FileInfo("x", Type.FILE, null, -1, -1, -1, 1234, -1, "03-05-24  09:01AM", null, null, null, null),
                file);
        assertNull(file.time());
    }

    @Test
    void nullTransfersTheFileAsOkDoes(Easy easy) throws IOException {
        wildcard(easy, "a.*");
        easy.set(CHUNK_BGN_FUNCTION, nameThen(null));
        assertEquals(List.of("a.txt", "alpha"), eventsOf(easy));
        easy.set(CHUNK_BGN_FUNCTION, nameThen(Result.OK));
        assertEquals(List.of("a.txt", "alpha"), eventsOf(easy));
    }

    @Test
    void skipLeavesTheFileOut(Easy easy) throws IOException {
        wildcard(easy, "[ab].txt");
        easy.set(CHUNK_BGN_FUNCTION, (file, remaining) -> file.name().equals("a.txt") ? Result.SKIP : Result.OK);
        assertEquals(List.of("beta"), eventsOf(easy));
    }

    @Test
    void failEndsEverythingWithChunkFailed(Easy easy) {
        wildcard(easy, "*.txt");
        easy.set(CHUNK_BGN_FUNCTION, nameThen(Result.FAIL));
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.CHUNK_FAILED, e.code());
        assertEquals(1, events.size(), "calls after FAIL");
    }

    @Test
    void unsetTransfersEveryFile(Easy easy) throws IOException {
        wildcard(easy, "a.txt");
        easy.set(CHUNK_BGN_FUNCTION, nameThen(Result.SKIP))
                .set(CHUNK_END_FUNCTION, () -> events.add("end"))
                .unset(CHUNK_BGN_FUNCTION);
        assertEquals(List.of("alpha", "end"), eventsOf(easy));
    }

    /** libcurl before 8.0.0 forgets CHUNK_DATA at the end of a transfer. */
    @Test
    void runsInEveryTransferOfTheHandle(Easy easy) throws IOException {
        wildcard(easy, "a.txt");
        easy.set(CHUNK_BGN_FUNCTION, nameThen(Result.OK));
        assertEquals(List.of("a.txt", "alpha"), eventsOf(easy));
        assertEquals(List.of("a.txt", "alpha"), eventsOf(easy));
    }

    @Test
    void runsInEveryTransferInAMulti() throws IOException {
        try (Multi multi = new Multi();
                Easy easy = wildcard(new Easy(), "a.txt")) {
            easy.set(CHUNK_BGN_FUNCTION, nameThen(Result.OK));
            for (int transfer = 0; transfer < 2; transfer++) {
                multi.add(easy);
                while (multi.perform() > 0) {
                    multi.poll(Duration.ofSeconds(10));
                }
                multi.messages().getFirst().orThrow();
                multi.remove(easy);
            }
        }
        assertEquals(List.of("a.txt", "alpha", "a.txt", "alpha"), events);
    }
}
