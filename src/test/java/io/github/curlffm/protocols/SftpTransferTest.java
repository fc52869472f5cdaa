package io.github.curlffm.protocols;

import static io.github.curlffm.option.Option.DIRLISTONLY;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.SshPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
