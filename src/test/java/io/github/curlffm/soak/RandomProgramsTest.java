package io.github.curlffm.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.curlffm.testing.Child;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random programs against a hostile server: {@code -Dcurlffm.seed=...} runs the one that failed. */
@Tag("slow")
class RandomProgramsTest {

    private static final String SEED = "curlffm.seed";
    private static final int PROGRAMS = 8;
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    static Stream<Arguments> seeds() {
        String seed = System.getProperty(SEED);
        return seed != null
                ? Stream.of(Arguments.of(Long.parseLong(seed), 1, false))
                : Stream.of(
                        Arguments.of(1, PROGRAMS, false),
                        Arguments.of(1_000_000, PROGRAMS, true),
                        Arguments.of(System.nanoTime() >>> 16, PROGRAMS, false));
    }

    @ParameterizedTest(name = "seed {0}, {1} programs, libcurl''s allocations counted: {2}")
    @MethodSource("seeds")
    void endAsDocumented(long seed, int programs, boolean ledger) throws Exception {
        Soak soak = new Soak(folder);
        soak.run(seed, programs, SECONDS, ledger);
        assertEquals(List.of(), soak.failures(), () -> "replayed by -D" + SEED + "=<the seed below>");
        assertFalse(soak.report().contains("operations       0\n"), soak::report);
    }

    @ParameterizedTest(name = "libcurl''s allocations counted: {0}")
    @ValueSource(booleans = {false, true})
    void transfersAndChangesOfCallbacksLeaveNothing(boolean ledger) throws Exception {
        Soak soak = new Soak(folder);
        soak.leaks(2_000, 50_000, ledger);
        assertEquals(List.of(), soak.failures());
    }

    @Test
    void theScriptSaysHowItIsCalled() throws Exception {
        for (String wrong : List.of("", "soon", "-1")) {
            Child.Outcome outcome = new Child(folder).bash("scripts/soak", wrong);
            assertEquals(new Child.Outcome(2, "", "usage: scripts/soak MINUTES [SEED]\n"), outcome);
        }
    }
}
