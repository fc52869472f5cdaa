package io.github.curlffm.bench;

import java.util.Locale;

/** Measures one scenario: its arguments are the id of the scenario, and {@code --quick} for trying out. */
final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        boolean quick = args.length > 1;
        Measured measured = args[0].equals(Small.ID)
                ? Small.measure(quick)
                : Scenario.measure(Scenario.valueOf(args[0].toUpperCase(Locale.ROOT)), quick);
        measured.write();
        System.exit(0);
    }
}
