package io.github.curlffm.protocols;

import static io.github.curlffm.option.Option.DIRLISTONLY;
import static io.github.curlffm.option.Option.FILETIME;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.testing.SshPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SFTP: files in both directions, directories, and the infos that come with them. */
class SftpTransferTest extends UploadAndResume<SshPeer> {

    SftpTransferTest() {
        super("sftp");
    }

    @Override
    protected SshPeer serve(Path folder) {
        return new SshPeer(folder);
    }

    @Test
    void aDirectoryIsListedToTheBody(Easy easy) throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        download(easy).set(URL, peer.url("/"));
        String listing = bodyOf(easy);
        assertTrue(listing.lines().anyMatch(line -> line.startsWith("d") && line.endsWith(" sub")), listing);
        List<String> names =
                bodyOf(easy.set(DIRLISTONLY, true)).lines().sorted().toList();
        assertEquals(List.of(".", "a.txt", "sub"), names);
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
