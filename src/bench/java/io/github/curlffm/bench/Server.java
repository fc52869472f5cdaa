package io.github.curlffm.bench;

import java.net.URI;
import java.nio.file.Path;

/** The nginx that {@code scripts/bench} has started, and what it serves. */
final class Server {

    static final long BIG_SIZE = 256L << 20;
    static final int UPLOAD_SIZE = 64 << 20;
    static final int SMALL_SIZE = 1024;

    private static final String HTTP = System.getProperty("bench.http");
    private static final String HTTPS = System.getProperty("bench.https");

    /** Where the files lie, in memory if there is a file system for that. */
    static final Path FILES = Path.of(System.getProperty("bench.files", "."));

    static final Path CERTIFICATE = Path.of(System.getProperty("bench.certificate", "none"));

    private Server() {}

    /** {@return 256 MiB} */
    static URI big() {
        return URI.create(HTTP + "/big");
    }

    /** {@return 1 KiB} */
    static URI small() {
        return URI.create(HTTP + "/small");
    }

    /** {@return 1 KiB by TLS, and by HTTP/2 for those who ask for it} */
    static URI smallByTls() {
        return URI.create(HTTPS + "/small");
    }

    /** {@return 4 KiB, at 1 KiB a second} */
    static URI slow() {
        return URI.create(HTTP + "/slow/page");
    }

    /** {@return where anything can be put} */
    static URI upload(String name) {
        return URI.create(HTTP + "/upload/" + name);
    }
}
