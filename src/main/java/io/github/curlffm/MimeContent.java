package io.github.curlffm;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.internal.c.FileName;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.handle.MimeData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** What a part has that libcurl reads by callbacks or frees: nothing, data that come from lambdas, or other parts. */
final class MimeContent {

    private MimeData reader;
    private Mime subparts;

    /** Adds the data that libcurl reads by callbacks. */
    void addReadersTo(List<MimeData> readers) {
        if (reader != null) {
            readers.add(reader);
        }
        if (subparts != null) {
            readers.addAll(subparts.readers());
        }
    }

    /** {@return the bytes of the name of a file that a part can have} */
    static byte[] fileName(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("the file of a MIME part is a directory: " + file);
        }
        String shown = file.toString();
        Text.UTF_8.line(shown, Text.refusal("the file of a MIME part", shown));
        return FileName.bytes(file);
    }

    /** {@return data that cannot be read} */
    static ReadCallback refusing(Exception e) {
        return buffer -> {
            throw e;
        };
    }

    /**
     * {@return libcurl's code} Replaces the content; libcurl frees the old one before it checks the new one.
     *
     * @throws java.io.UncheckedIOException with what closing the old data threw
     */
    int replace(MimeData newReader, Mime newSubparts, IntSupplier setter) {
        List<MimeData> mayFail = new ArrayList<>();
        addReadersTo(mayFail);
        int code = setter.getAsInt();
        if (subparts != null) {
            subparts.ended();
        }
        reader = newReader;
        subparts = code == 0 ? newSubparts : null;
        if (newSubparts != null) {
            mayFail.addAll(newSubparts.readers());
        }
        Easy.throwUnchecked(AttachedMime.takePending(mayFail));
        return code;
    }
}
