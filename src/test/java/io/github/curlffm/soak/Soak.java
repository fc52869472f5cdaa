package io.github.curlffm.soak;

import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs random programs in JVMs of their own, one after another, and adds up what they say. */
public final class Soak {

    private static final int LONGEST_CHILD_SECONDS = 100;
    private static final int LAST_OPERATIONS = 60;

    /** Fewer programs in a JVM say nothing about its memory. */
    private static final int ENOUGH = 100;

    private final Path folder;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int crashes;
    private int hangs;
    private long growthKiB;
    private long largestKiB;
    private int children;

    /** Puts logs into a folder. */
    public Soak(Path folder) {
        this.folder = folder;
    }

    /** Arguments: minutes and, if given, the first seed. */
    public static void main(String[] arguments) throws Exception {
        long minutes = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime() >>> 16;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        Soak soak = new Soak(Files.createDirectories(Path.of("target/soak").toAbsolutePath()));
        System.out.println("the first seed is " + seed);
        String leaks = soak.leaks(100_000, 1_000_000, false) + soak.leaks(10_000, 100_000, true);
        while (System.nanoTime() < end) {
            long left = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()) + 1;
            boolean ledger = soak.children % 3 == 2;
            seed = soak.run(seed, Long.MAX_VALUE, Math.min(LONGEST_CHILD_SECONDS, left), ledger);
        }
        System.out.println(soak.report() + leaks);
        System.exit(soak.failures.isEmpty() ? 0 : 1);
    }

    private ChildJvm child(Class<?> main) {
        ChildJvm child = ChildJvm.of(main)
                .options("-Xms200m", "-Xmx200m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-Xcheck:jni")
                .options("-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"))
                .environment("MALLOC_ARENA_MAX", "2");
        for (String proxy : List.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "ALL_PROXY")) {
            child.environment(proxy, "");
        }
        return child;
    }

    /** {@return the report of a run of {@link Leaks}; its memory is measured, or libcurl's own is counted} */
    String leaks(int transfers, int changes, boolean ledger) throws IOException, InterruptedException {
        Child.Outcome outcome = child(Leaks.class)
                .arguments(String.valueOf(transfers), String.valueOf(changes))
                .arguments(flag(ledger))
                .run();
        if (outcome.exit() != 0) {
            failures.add("the transfers one after another: exit status " + outcome.exit() + "\n" + outcome.err());
        }
        return outcome.out();
    }

    private static String[] flag(boolean ledger) {
        return ledger ? new String[] {"ledger"} : new String[0];
    }

    /**
     * Runs programs in one JVM.
     *
     * @param ledger whether libcurl's allocations are counted
     * @return the seed after the last one
     */
    long run(long seed, long programs, long seconds, boolean ledger) throws IOException, InterruptedException {
        Path log = folder.resolve("operations.log");
        children++;
        Child.Outcome outcome = child(SoakChild.class)
                .arguments(log.toString(), String.valueOf(seed), String.valueOf(programs), String.valueOf(seconds))
                .arguments(flag(ledger))
                .run();
        List<String> lines =
                outcome.out().lines().filter(line -> line.contains("\t")).toList();
        List<Long> resident = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split("\t");
            resident.add(Long.parseLong(words[1]));
            for (int i = 2; i < words.length; i++) {
                int at = words[i].lastIndexOf('=');
                counts.merge(words[i].substring(0, at), Long.parseLong(words[i].substring(at + 1)), Long::sum);
            }
        }
        if (resident.size() > ENOUGH && !ledger) { // the ledger itself grows
            growthKiB = Math.max(growthKiB, resident.getLast() - resident.get(resident.size() / 2));
            largestKiB = Math.max(largestKiB, resident.getLast());
        }
        long next = seed + lines.size();
        if (outcome.exit() == 0) {
            return next;
        }
        return failed(outcome, log);
    }

    private long failed(Child.Outcome outcome, Path log) throws IOException {
        List<String> operations = Files.readAllLines(log);
        long seed = Long.parseLong(operations.getFirst().substring("seed ".length()));
        Path kept = folder.resolve("operations-" + seed + ".log");
        Files.write(kept, operations);
        boolean failed = outcome.exit() == SoakChild.FAILED;
        boolean hangs = outcome.exit() == SoakChild.HANGS;
        this.hangs += hangs ? 1 : 0;
        crashes += failed || hangs ? 0 : 1;
        String last = String.join(
                "\n", operations.subList(Math.max(0, operations.size() - LAST_OPERATIONS), operations.size()));
        failures.add("seed " + seed + " "
                + (failed ? "failed" : hangs ? "hangs" : "ended the JVM with status " + outcome.exit())
                + "; its operations are in " + kept + "\n" + outcome.err() + "\n" + last);
        return seed + 1;
    }

    /** {@return what went wrong, each with its seed} */
    List<String> failures() {
        return failures;
    }

    /** {@return what there is to tell} */
    String report() {
        StringBuilder report = new StringBuilder();
        failures.forEach(failure -> report.append(failure).append("\n\n"));
        long operations = counts.entrySet().stream()
                .filter(entry -> isOutcome(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        report.append("programs         ")
                .append(counts.getOrDefault("programs", 0L))
                .append('\n');
        report.append("operations       ").append(operations).append('\n');
        report.append("transfers        ")
                .append(counts.getOrDefault("transfers", 0L))
                .append('\n');
        counts.forEach((what, count) -> {
            if (what.startsWith("lambda ")) {
                report.append("  ").append(what).append(' ').append(count).append('\n');
            }
        });
        report.append("exceptions by kind\n");
        counts.forEach((what, count) -> {
            if (isOutcome(what)) {
                report.append("  ").append(what).append(' ').append(count).append('\n');
            }
        });
        report.append("crashes          ").append(crashes).append('\n');
        report.append("hangs            ").append(hangs).append('\n');
        report.append("leaked handles   ")
                .append(counts.getOrDefault("leaked handles", 0L))
                .append('\n');
        report.append("lost blocks      ")
                .append(counts.getOrDefault("lost blocks", 0L))
                .append(" of libcurl's\n");
        report.append("other failures   ")
                .append(failures.size() - crashes - hangs)
                .append('\n');
        report.append("memory growth    at most ")
                .append(growthKiB)
                .append(" KiB in the second half of a JVM, to ")
                .append(largestKiB)
                .append(" KiB\n");
        return report.toString();
    }

    private static boolean isOutcome(String what) {
        return !what.contains(" ") && !what.equals("programs") && !what.equals("transfers");
    }
}
