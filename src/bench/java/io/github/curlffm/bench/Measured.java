package io.github.curlffm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a scenario, in a file of its own.
 *
 * @param scenario its id
 * @param date when
 * @param quick whether it was only tried out
 * @param versions of everything that took part
 * @param figures one for each contender
 */
record Measured(String scenario, String date, boolean quick, String versions, List<Figure> figures) {

    private static final Path OUTPUT = Path.of(System.getProperty("bench.output", "target/bench"));
    private static final String SUFFIX = ".tsv";
    private static final int HEADER = 3;

    static Measured now(String scenario, boolean quick, List<Figure> figures) throws Exception {
        return new Measured(scenario, LocalDate.now(ZoneOffset.UTC).toString(), quick, Versions.all(), figures);
    }

    private static Path file(String scenario) {
        return OUTPUT.resolve(scenario + SUFFIX);
    }

    void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(date, String.valueOf(quick), versions));
        figures.forEach(figure -> lines.add(figure.line()));
        Files.write(file(scenario), lines);
    }

    /** {@return what the last run of a scenario has left, or null} */
    static Measured read(String scenario) throws IOException {
        if (!Files.exists(file(scenario))) {
            return null;
        }
        List<String> lines = Files.readAllLines(file(scenario));
        return new Measured(
                scenario,
                lines.get(0),
                Boolean.parseBoolean(lines.get(1)),
                lines.get(2),
                lines.stream().skip(HEADER).map(Figure::parse).toList());
    }
}
