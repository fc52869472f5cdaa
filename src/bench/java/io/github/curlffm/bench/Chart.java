package io.github.curlffm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws ratios as horizontal bars to the left and to the right of 1, on a logarithmic scale. */
final class Chart {

    private static final int WIDTH = 860;
    private static final int LEFT = 175;
    private static final int RIGHT = WIDTH - 60;
    private static final int BAR = 13;
    private static final int HEAD = 46;
    private static final int GAP = 24;
    private static final int TITLE_BASE = 15;
    private static final int LINE = 15;
    private static final int CAPTION = 120;
    private static final String GAIN = "#2a7f9e";
    private static final String LOSS = "#c8553d";
    private static final String INK = "#222";
    private static final double[] TICKS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500};

    private final StringBuilder svg = new StringBuilder();
    private final double lowest;
    private final double highest;
    private int y = HEAD;

    private Chart(double lowest, double highest) {
        this.lowest = Math.log(lowest);
        this.highest = Math.log(highest);
    }

    private record Bar(String label, double ratio, String text) {}

    /** {@return the picture of the main rows, with a caption} */
    static String draw(List<Ratios> rows, String caption) {
        List<Ratios> main = rows.stream().filter(Ratios::main).toList();
        double[] ratios = main.stream()
                .flatMap(row -> bars(row).stream())
                .mapToDouble(Bar::ratio)
                .filter(Double::isFinite)
                .toArray();
        double low = 0.5;
        double high = 2;
        for (double ratio : ratios) {
            low = Math.min(low, ratio);
            high = Math.max(high, ratio);
        }
        Chart chart = new Chart(low * 0.75, high * 1.1);
        main.forEach(chart::row);
        return chart.whole(caption);
    }

    private static List<Bar> bars(Ratios row) {
        List<Bar> bars = new ArrayList<>();
        for (String column : Ratios.COLUMNS) {
            if (row.best(column) != null) {
                double ratio = row.ratio(column);
                bars.add(new Bar(column, ratio, Double.isNaN(ratio) ? "failed" : Ratios.number(ratio)));
            }
        }
        return bars;
    }

    private double x(double ratio) {
        return LEFT + (Math.log(ratio) - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }

    private void row(Ratios row) {
        List<Bar> bars = bars(row);
        if (bars.isEmpty()) {
            return;
        }
        text(8, y + TITLE_BASE, "start", "font-weight=\"bold\"", row.title());
        y += GAP;
        for (Bar bar : bars) {
            text(LEFT - 8, y + BAR - 3, "end", "", bar.label);
            if (Double.isFinite(bar.ratio)) {
                double from = Math.min(x(1), x(bar.ratio));
                double length = Math.max(1, Math.abs(x(bar.ratio) - x(1)));
                shape(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                        from, y + 1, length, BAR - 2, bar.ratio < 1 ? LOSS : GAIN);
                boolean loss = bar.ratio < 1;
                text(x(bar.ratio) + (loss ? -4 : 4), y + BAR - 3, loss ? "end" : "start", "", bar.text);
            } else {
                text(x(1) + 4, y + BAR - 3, "start", "", bar.text);
            }
            y += BAR;
        }
        y += 6;
    }

    private void shape(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private void text(double x, double at, String anchor, String more, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        shape("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, at, anchor, more, escaped);
    }

    private String whole(String caption) {
        int bottom = y;
        StringBuilder bars = new StringBuilder(svg);
        svg.setLength(0);
        for (double tick : TICKS) {
            if (Math.log(tick) >= lowest && Math.log(tick) <= highest) {
                shape(
                        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>",
                        x(tick), HEAD - 6, x(tick), bottom, tick == 1 ? INK : "#ddd");
                text(x(tick), HEAD - 12, "middle", "", tick < 1 ? String.valueOf(tick) : String.format("%.0f", tick));
            }
        }
        text(8, 16, "start", "font-weight=\"bold\"", "curl-ffm: how many times as fast, or as small, as …");
        svg.append(bars);
        int at = bottom + LINE;
        for (String line : wrapped(caption)) {
            text(8, at, "start", "", line);
            at += LINE;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d"\
                 font-family="sans-serif" font-size="11" fill="%3$s">
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                """.formatted(WIDTH, at, INK) + svg + "</svg>\n";
    }

    /** {@return the lines of a paragraph, broken so that each fits in a README and below the picture} */
    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > CAPTION) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
