package io.github.curlffm.callbacks;

import static io.github.curlffm.option.Option.FORBID_REUSE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.SshPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A file on an SFTP server, and transfers that ask for it over a connection of their own each. */
abstract class SftpTransfers {

    @TempDir
    Path folder;

    SshPeer peer;
    final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @BeforeEach
    void startServer() throws IOException {
        Needs.protocol("sftp");
        Files.writeString(folder.resolve("a.txt"), "alpha");
        peer = new SshPeer(folder);
    }

    @AfterEach
    void stopServer() {
        if (peer != null) {
            peer.close();
        }
    }

    Easy download(Easy easy) {
        return aim(easy, peer).set(FORBID_REUSE, true).set(WRITEFUNCTION, body::writeBytes);
    }

    static Easy aim(Easy easy, SshPeer peer) {
        return easy.set(URL, peer.url("/a.txt"));
    }

    /** Performs, and returns the body. */
    String bodyOf(Easy easy) throws IOException {
        body.reset();
        easy.perform();
        return body.toString();
    }
}
