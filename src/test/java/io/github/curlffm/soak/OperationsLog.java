package io.github.curlffm.soak;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a program has done, in a file: with the system before the next operation begins, whatever becomes of the JVM. */
final class OperationsLog implements AutoCloseable {

    private final OutputStream out;

    OperationsLog(Path file) throws IOException {
        out = new FileOutputStream(file.toFile()); // not a channel, which an interrupted thread would close
    }

    synchronized void add(String line) {
        try {
            out.write((line.replace('\n', ' ').replace('\r', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
