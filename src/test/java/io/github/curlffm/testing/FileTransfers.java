package io.github.curlffm.testing;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a file on a server, and a place for what a transfer brings. */
public abstract class FileTransfers<P extends FilePeer> {

    @TempDir
    protected Path folder;

    protected P peer;
    protected final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private final String protocol;

    protected FileTransfers(String protocol) {
        this.protocol = protocol;
    }

    /** Starts the server, over the folder. */
    protected abstract P serve(Path folder);

    @BeforeEach
    void startServer() throws IOException {
        Needs.protocol(protocol);
        Files.writeString(folder.resolve("a.txt"), "alpha");
        peer = serve(folder);
    }

    /** Aims a handle at the file. */
    protected Easy download(Easy easy) {
        return easy.set(URL, peer.url("/a.txt")).set(WRITEFUNCTION, body::writeBytes);
    }

    /** Performs, and returns the body. */
    protected String bodyOf(Easy easy) throws IOException {
        body.reset();
        easy.perform();
        return body.toString();
    }
}
