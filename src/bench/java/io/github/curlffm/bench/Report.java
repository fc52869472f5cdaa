package io.github.curlffm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Turns what was measured into tables and a picture, and with {@code --publish} puts them into the project. */
final class Report {

    private static final Path OUTPUT = Path.of(System.getProperty("bench.output", "target/bench"));
    private static final Path PROJECT = Path.of("src/bench");
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- scripts/bench writes from here -->\n";
    private static final String END = "<!-- to here -->\n";
    private static final String KEY = """
            How many times as much curl-ffm does in the same time as the client of the column. A number below 1, in bold,
            is a loss. If a client was measured in several ways, its best result counts. For memory: how many times as
            little curl-ffm needs.
            """;

    private static final double MICROS = 1e6;

    private final List<Measured> measured = new ArrayList<>();
    private final List<Ratios> rows = new ArrayList<>();
    private final Measured small = Measured.read(Small.ID);

    private Report() throws IOException {
        for (Scenario scenario : Scenario.values()) {
            Measured found = Measured.read(scenario.id());
            if (found != null) {
                measured.add(found);
                rows.addAll(Ratios.of(scenario, found.figures()));
            }
        }
        if (small != null) {
            measured.add(small);
        }
    }

    public static void main(String[] args) throws IOException {
        Report report = new Report();
        System.out.print(report.document());
        Path folder = args.length > 0 ? PROJECT : OUTPUT;
        Files.writeString(folder.resolve("results.md"), report.document());
        Files.writeString(folder.resolve("results.svg"), Chart.draw(report.rows, report.caption()));
        if (args.length > 0) {
            report.writeReadme();
        }
        report.writeAll();
    }

    private Collection<String> dates() {
        return new TreeSet<>(measured.stream().map(Measured::date).toList());
    }

    private Collection<String> versions() {
        return new TreeSet<>(measured.stream().map(Measured::versions).toList());
    }

    private String caption() {
        return (isTrial() ? "A TRIAL RUN: THESE NUMBERS MEAN NOTHING. " : "") + "Measured on "
                + String.join(", ", dates()) + ": " + String.join(" / ", versions()) + ".";
    }

    private String paragraph() {
        return String.join("\n", Chart.wrapped(caption()));
    }

    private boolean isTrial() {
        return measured.stream().anyMatch(Measured::quick);
    }

    private String table(ToDoubleFunction<Figure> figure) {
        StringBuilder table = new StringBuilder("| |");
        Ratios.COLUMNS.forEach(column -> table.append(' ').append(column).append(" |"));
        table.append("\n|---|").append("---|".repeat(Ratios.COLUMNS.size())).append('\n');
        for (Ratios row : rows) {
            List<String> cells = Ratios.COLUMNS.stream()
                    .map(column -> row.cell(column, figure))
                    .toList();
            if (!cells.stream().allMatch(String::isEmpty)) {
                table.append("| ")
                        .append(row.title())
                        .append(" | ")
                        .append(String.join(" | ", cells))
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private String document() {
        StringBuilder text = new StringBuilder("# Speed\n\n");
        text.append(paragraph()).append("\n\n");
        text.append("![How fast curl-ffm is beside others](results.svg)\n\n");
        text.append(KEY).append('\n').append(table(Figure::median)).append('\n');
        text.append("## The first half second\n\nFrom a cold start, before the JIT has compiled much.\n\n");
        text.append(table(Figure::first)).append('\n');
        if (small != null) {
            text.append(smallCosts()).append('\n');
        }
        text.append(abortLatency()).append(codeCache()).append(spread());
        return text.toString();
    }

    private Figure smallCost(String name) {
        return small.figures().stream()
                .filter(figure -> figure.contender().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String smallCosts() {
        StringBuilder text = new StringBuilder("""
                ## Small costs

                What each takes, in units of a write callback by view, and how many bytes of the heap.

                | | time | bytes |
                |---|---|---|
                """);
        Figure unit = smallCost("writeView");
        Small.TITLES.forEach((name, title) -> {
            Figure figure = smallCost(name);
            if (figure != null && unit != null) {
                text.append("| %s | %s | %.0f |%n"
                        .formatted(title, Ratios.number(unit.median() / figure.median()), Math.abs(figure.first())));
            }
        });
        return text.toString();
    }

    private String abortLatency() {
        return measured.stream()
                .filter(each -> each.scenario().equals(Scenario.ABORT.id()))
                .findFirst()
                .map(each -> each.figures().stream()
                        .map(figure -> "%.0f µs on %s".formatted(MICROS / figure.median(), figure.contender()))
                        .collect(Collectors.joining(", ")))
                .map("From `abort` to the end of a `perform` that waits for a silent server: %s.%n%n"::formatted)
                .orElse("");
    }

    private String codeCache() {
        return measured.stream()
                .filter(each -> each.scenario().equals(Scenario.MEMORY.id()))
                .flatMap(each -> each.figures().stream())
                .filter(figure -> figure.contender().equals(Scenario.CODE_CACHE))
                .findFirst()
                .map(Figure::median)
                .map(
                        "A live handle with six lambdas takes %.1f bytes of the code cache, measured on 10,000.%n%n"
                                ::formatted)
                .orElse("");
    }

    private String spread() {
        StringBuilder text = new StringBuilder("""
                ## Spread

                The slowest and the fastest round of each contender, relative to its median; and what failed.

                | scenario | contender | slowest | fastest | |
                |---|---|---|---|---|
                """);
        for (Measured each : measured) {
            for (Figure figure : each == small ? List.<Figure>of() : each.figures()) {
                String name = (figure.ours() ? "curl-ffm " : "") + figure.contender();
                boolean failed = !figure.failure().isEmpty();
                if (figure.contender().equals(Scenario.CODE_CACHE)) {
                    continue;
                }
                text.append("| %s | %s | %s | %s | %s |%n"
                        .formatted(
                                each.scenario(),
                                name.strip(),
                                failed ? "" : Ratios.number(figure.low() / figure.median()),
                                failed ? "" : Ratios.number(figure.high() / figure.median()),
                                figure.failure().replace("|", "/")));
            }
        }
        return text.toString();
    }

    private void writeReadme() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String section = "\n" + paragraph() + "\n\n![How fast curl-ffm is beside others](src/bench/results.svg)\n\n"
                + KEY + "\n" + table(Figure::median) + "\n";
        Files.writeString(README, readme.substring(0, begin) + section + readme.substring(end));
    }

    /** All figures in one file, for programs: how much was done a second. */
    private void writeAll() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("scenario\tcontender\tours\tfirst half second\tmedian\tlowest\thighest\tfailure"));
        for (Measured each : measured) {
            each.figures().forEach(figure -> lines.add(each.scenario() + "\t" + figure.line()));
        }
        Files.write(OUTPUT.resolve("results.tsv"), lines);
    }
}
