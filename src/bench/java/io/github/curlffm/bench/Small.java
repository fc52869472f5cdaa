package io.github.curlffm.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link SmallCosts}; a figure's {@code first} is how many bytes of the heap an operation takes. */
final class Small {

    static final String ID = "small";

    /** What the benchmarks are called where people read of them, in this order. */
    static final Map<String, String> TITLES = titles();

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Small() {}

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("writeView", "write callback, 1 KiB: view");
        titles.put("writeArray", "write callback, 1 KiB: reused array");
        titles.put("writeBytes", "write callback, 1 KiB: `byte[]`");
        titles.put("setNumber", "`set` of a number");
        titles.put("setString", "`set` of a string");
        titles.put("setList", "`set` of a list of two strings");
        titles.put("setPostFields", "`set` of `POSTFIELDS`");
        titles.put("setLambda", "`set` of a lambda");
        titles.put("getNumber", "`get` of a number");
        titles.put("handle", "handle made and closed");
        titles.put("handleWithSixLambdas", "the same with six lambdas and a URL");
        return titles;
    }

    static Measured measure(boolean quick) throws Exception {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(SmallCosts.class.getName() + "\\." + System.getProperty("bench.only", ""))
                .addProfiler(GCProfiler.class)
                .forks(1)
                .jvmArgs(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dcurlffm.library=" + System.getProperty("curlffm.library", ""),
                        "-Dbench.files=" + Server.FILES)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 3000))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 300 : 700));
        return Measured.now(ID, quick, figures(options.build()));
    }

    private static List<Figure> figures(Options options) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            String label = result.getPrimaryResult().getLabel();
            var times = result.getPrimaryResult().getStatistics();
            double bytes = result.getSecondaryResults().get(ALLOCATED).getScore();
            figures.add(new Figure(
                    label, true, bytes, 1 / times.getPercentile(50), 1 / times.getMax(), 1 / times.getMin(), ""));
        }
        return figures;
    }
}
