package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WILDCARDMATCH;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.FileTransfers;
import io.github.curlffm.testing.FtpPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Three files and a directory on an FTP server, and transfers that ask for them by a wildcard. */
abstract class WildcardTransfers extends FileTransfers<FtpPeer> {

    /** What the callbacks of a transfer saw, in order. */
    final List<String> events = new ArrayList<>();

    WildcardTransfers() {
        super("ftp");
    }

    @Override
    protected FtpPeer serve(Path folder) {
        return new FtpPeer(folder);
    }

    @BeforeEach
    void addFiles() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "beta");
        Files.writeString(folder.resolve("c.log"), "gamma");
        Files.createDirectory(folder.resolve("sub.txt"));
    }

    /** Aims a handle at all names that match a pattern; the bodies become events. */
    Easy wildcard(Easy easy, String pattern) {
        return easy.set(URL, peer.url("/" + pattern))
                .set(WILDCARDMATCH, true)
                .set(WRITEFUNCTION, data -> events.add(new String(data)));
    }

    /** Performs, and returns what happened. */
    List<String> eventsOf(Easy easy) throws IOException {
        events.clear();
        easy.perform();
        return List.copyOf(events);
    }
}
