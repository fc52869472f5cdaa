package io.github.curlffm.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One way of doing a scenario with curl-ffm, beside what the others do.
 *
 * @param scenario which one
 * @param ours what curl-ffm has come to
 * @param main whether it is the way that is named first
 * @param others what the others have
 */
record Ratios(Scenario scenario, Figure ours, boolean main, List<Figure> others) {

    /** The columns of the tables; what follows a comma in a contender's name is one of its ways. */
    static final List<String> COLUMNS =
            List.of("curl", "PycURL", "java.net.http", "OkHttp", "HttpClient 5", "HttpClient 5 async", "Jetty");

    private static final double FEW = 10;

    /** {@return everything that was measured of a scenario, a row for each way of curl-ffm} */
    static List<Ratios> of(Scenario scenario, List<Figure> figures) {
        List<Figure> ours = figures.stream().filter(Figure::ours).toList();
        List<Figure> others = figures.stream().filter(figure -> !figure.ours()).toList();
        return ours.stream()
                .map(figure -> new Ratios(scenario, figure, figure == ours.getFirst(), others))
                .toList();
    }

    String title() {
        return scenario.title + (ours.contender().isEmpty() ? "" : ": " + ours.contender());
    }

    /** {@return the best that a contender has come to, a failure if there is nothing else, or null} */
    Figure best(String column) {
        return others.stream()
                .filter(figure ->
                        figure.contender().equals(column) || figure.contender().startsWith(column + ","))
                .max(Comparator.comparingDouble(figure -> Double.isNaN(figure.median()) ? -1 : figure.median()))
                .orElse(null);
    }

    /** {@return how many times as much curl-ffm does as a contender, NaN if that is not known} */
    double ratio(String column) {
        Figure other = best(column);
        return other == null ? Double.NaN : ours.median() / other.median();
    }

    /** {@return the ratio as it stands in a table: a loss in bold} */
    String cell(String column, ToDoubleFunction<Figure> figure) {
        Figure other = best(column);
        if (other == null) {
            return "";
        }
        if (!other.failure().isEmpty() || !ours.failure().isEmpty()) {
            return "failed";
        }
        double ratio = figure.applyAsDouble(ours) / figure.applyAsDouble(other);
        if (Double.isNaN(ratio)) {
            return "";
        }
        String number = number(ratio);
        return Double.parseDouble(number) < 1 ? "**" + number + "**" : number;
    }

    static String number(double ratio) {
        return String.format(Locale.ROOT, ratio < FEW ? "%.2f" : "%.0f", ratio);
    }
}
