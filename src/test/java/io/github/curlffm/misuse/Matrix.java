package io.github.curlffm.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** The side of a matrix that looks on: starts the JVM, and compares what came of each cell with what is expected. */
final class Matrix {

    private static final int MOST_SHOWN = 40;

    private final Map<String, String> outcomes = new LinkedHashMap<>();

    private Matrix() {}

    /** Runs the cells of a class, whose {@code main} uses {@link Cells}, to the end of them. */
    static Matrix of(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Matrix matrix = new Matrix();
        Child.Outcome child = ChildJvm.of(main)
                .arguments(arguments)
                .options("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dsun.net.httpserver.nodelay=true")
                .environment("MALLOC_PERTURB_", "165") // memory that is freed looks freed
                .run();
        String running = null;
        boolean ended = false;
        for (String line : child.out().lines().toList()) {
            if (line.startsWith(Cells.BEGIN)) {
                running = line.substring(Cells.BEGIN.length());
            } else if (line.startsWith(Cells.OUTCOME)) {
                String before = matrix.outcomes.put(running, line.substring(Cells.OUTCOME.length()));
                assertEquals(null, before, "the cell ran twice: " + running);
                running = null;
            }
            ended |= line.equals(Cells.END);
        }
        assertTrue(
                ended && child.exit() == 0,
                "the JVM ended with " + child.exit() + " in the cell: " + running + "\n" + end(child.err()));
        return matrix;
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - 8000));
    }

    /** Checks each cell. */
    void check(int atLeast, BiPredicate<String, String> expected) {
        List<String> wrong = new ArrayList<>();
        outcomes.forEach((cell, outcome) -> {
            if (!expected.test(cell, outcome)) {
                wrong.add(cell + ": " + outcome);
            }
        });
        assertEquals(
                List.of(),
                wrong.stream().limit(MOST_SHOWN).toList(),
                () -> wrong.size() + " cells of " + outcomes.size());
        assertTrue(outcomes.size() >= atLeast, () -> "only " + outcomes.size() + " cells");
    }

    Map<String, String> outcomes() {
        return outcomes;
    }
}
