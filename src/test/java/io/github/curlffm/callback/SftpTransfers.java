package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FORBID_REUSE;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.FileTransfers;
import io.github.curlffm.testing.SshPeer;
import java.nio.file.Path;

/** SFTP transfers over a connection of their own each, so that each asks for the key of the host. */
abstract class SftpTransfers extends FileTransfers<SshPeer> {

    SftpTransfers() {
        super("sftp");
    }

    @Override
    protected SshPeer serve(Path folder) {
        return new SshPeer(folder);
    }

    @Override
    protected Easy download(Easy easy) {
        return super.download(easy).set(FORBID_REUSE, true);
    }

    static Easy aim(Easy easy, SshPeer peer) {
        return easy.set(URL, peer.url("/a.txt"));
    }
}
