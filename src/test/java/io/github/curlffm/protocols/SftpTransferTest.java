package io.github.curlffm.protocols;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.SshPeer;
import java.io.IOException;
import java.nio.file.Path;
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
        assertLists(easy, ".", "a.txt", "sub");
    }
}
