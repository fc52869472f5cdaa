package io.github.curlffm.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs against a hostile server: {@code -Dcurlffm.seed=...} runs the one that failed. */
@Timeout(300)
class RandomProgramsTest {

    private static final String SEED = "curlffm.seed";
    private static final int PROGRAMS = 12;
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    static List<Long> seeds() {
        String seed = System.getProperty(SEED);
        return seed != null ? List.of(Long.parseLong(seed)) : List.of(1L, 1_000_000L, System.nanoTime() >>> 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endAsDocumented(long seed) throws Exception {
        Soak soak = new Soak(folder);
        soak.run(seed, System.getProperty(SEED) == null ? PROGRAMS : 1, SECONDS);
        assertEquals(List.of(), soak.failures(), () -> "replayed by -D" + SEED + "=<the seed below>");
        assertTrue(soak.report().contains("\noperations "), soak::report);
    }

    @Test
    void transfersAndChangesOfCallbacksLeaveNothing() throws Exception {
        Soak soak = new Soak(folder);
        soak.leaks(2_000, 50_000);
        assertEquals(List.of(), soak.failures());
    }
}
