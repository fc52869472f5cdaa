package io.github.curlffm.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bar of the examples, in a terminal and elsewhere. */
class ProgressBarTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed);

    private void showAllBy500Threads(ProgressBar bar) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                threads.execute(() -> bar.showOneMore("requests", 500));
            }
        }
        bar.done();
    }

    @Test
    void inATerminalItIsOneLineThatIsRedrawn() {
        showAllBy500Threads(new ProgressBar(out, true));
        String text = printed.toString();
        assertEquals(text.length() - 1, text.indexOf('\n'), text);
        String[] bars = text.strip().split("\r");
        List<Integer> percents = IntStream.range(0, bars.length)
                .mapToObj(i -> Integer.valueOf(bars[i].replaceAll("^requests \\[#*\\.*] +(\\d+) %$", "$1")))
                .toList();
        assertEquals(IntStream.rangeClosed(0, 100).boxed().toList(), percents);
        assertTrue(text.endsWith("\rrequests [" + "#".repeat(40) + "] 100 %\n"), text);
    }

    @Test
    void elsewhereItIsALineForEachQuarter() {
        showAllBy500Threads(new ProgressBar(out, false));
        assertEquals("requests 0 %\nrequests 25 %\nrequests 50 %\nrequests 75 %\nrequests 100 %\n", printed.toString());
    }
}
