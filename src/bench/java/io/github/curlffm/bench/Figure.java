package io.github.curlffm.bench;

/**
 * What a contender has come to in a scenario.
 *
 * @param contender who
 * @param ours whether it is curl-ffm
 * @param first the figure of the first half second, or NaN
 * @param median the median of the rounds, or NaN when it failed
 * @param low the lowest round
 * @param high the highest round
 * @param failure what went wrong, or nothing
 */
record Figure(String contender, boolean ours, double first, double median, double low, double high, String failure) {

    private static final int FIELDS = 7;
    private static final String SEPARATOR = "\t";

    static Figure failed(Contender contender, Throwable thrown) {
        String why = String.valueOf(thrown).lines().findFirst().orElse("").replace(SEPARATOR, " ");
        return new Figure(contender.name(), contender.ours(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, why);
    }

    String line() {
        return String.join(
                SEPARATOR,
                contender,
                String.valueOf(ours),
                String.valueOf(first),
                String.valueOf(median),
                String.valueOf(low),
                String.valueOf(high),
                failure);
    }

    static Figure parse(String line) {
        String[] fields = line.split(SEPARATOR, FIELDS);
        return new Figure(
                fields[0],
                Boolean.parseBoolean(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                fields[6]);
    }
}
