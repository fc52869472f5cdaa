package io.github.curlffm.examples;

import java.io.PrintStream;

/** A bar that grows in place in a terminal; elsewhere one line a step of a quarter. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private String last = "";
    private int now;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** {@return a bar on standard output} */
    static ProgressBar inTheConsole() {
        return new ProgressBar(
                System.out, System.console() != null && System.console().isTerminal());
    }

    void show(String what, long now, long total) {
        if (total == 0) {
            return;
        }
        long percent = 100 * now / total;
        String line = terminal ? bar(what, percent) : "%s %d %%".formatted(what, percent - percent % 25);
        if (!line.equals(last)) {
            out.print(terminal ? "\r" + line : line + "\n");
            out.flush();
            last = line;
        }
    }

    /** Shows that one more is done, for many threads at once. */
    synchronized void showOneMore(String what, int total) {
        show(what, ++now, total);
    }

    private static String bar(String what, long percent) {
        int filled = (int) (WIDTH * percent / 100);
        return "%-8s [%s%s] %3d %%".formatted(what, "#".repeat(filled), ".".repeat(WIDTH - filled), percent);
    }

    void done() {
        if (terminal) {
            out.println();
        }
        last = "";
    }
}
