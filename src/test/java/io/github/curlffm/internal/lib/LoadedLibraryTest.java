package io.github.curlffm.internal.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Curl;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests run on the libcurl that was asked for. */
class LoadedLibraryTest {

    private static final Path MAPS = Path.of("/proc/self/maps");

    private static List<Path> loaded() throws IOException {
        try (Stream<String> maps = Files.lines(MAPS)) {
            return maps.filter(line -> line.matches(".*/libcurl[^/]*\\.so[^/]*"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .toList();
        }
    }

    /** The line that it prints is what scripts/test-matrix shows. */
    @Test
    void isTheOneThatWasAskedForAndTheOnlyOne() throws IOException {
        System.out.println("tested on libcurl " + Curl.version().version());
        Needs.file(MAPS);
        List<Path> loaded = loaded();
        assertEquals(1, loaded.size(), loaded::toString);
        String asked = System.getProperty("curlffm.library", "");
        if (!asked.isEmpty()) {
            assertEquals(Path.of(asked).toRealPath(), loaded.getFirst());
        }
    }
}
