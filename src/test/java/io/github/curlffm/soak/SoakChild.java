package io.github.curlffm.soak;

import io.github.curlffm.Curl;
import io.github.curlffm.testing.HostilePeer;
import io.github.curlffm.testing.Memory;
import io.github.curlffm.testing.MemoryLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Random programs in a JVM of its own. Arguments: the file for the log of operations, the first seed, how many programs,
 * for how many seconds at the most, and {@code ledger} for counting libcurl's allocations.
 */
public final class SoakChild {

    /** How this ends when a program misbehaved. */
    static final int FAILED = 10;

    /** How this ends when a program does not. */
    static final int HANGS = 11;

    private static final int PATIENCE_SECONDS = 60;

    private static final int CLEANING_SECONDS = 10;

    /** The size of what libcurl 7.88.1 itself loses now and then: a {@code struct HTTP}. */
    private static final long STRUCT_HTTP = 920;

    private SoakChild() {}

    public static void main(String[] arguments) throws Exception {
        Path log = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        long programs = Long.parseLong(arguments[2]);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[3]));
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        MemoryLedger ledger = arguments.length > 4 ? new MemoryLedger().install() : null;
        Curl.version();
        Set<Long> blocks = ledger == null ? Set.of() : ledger.addresses();
        for (long i = 0; i < programs && System.nanoTime() < end; i++) {
            Report report = new Report();
            report.count("programs");
            List<String> failures = new ArrayList<>(run(seed + i, log, report));
            if (ledger != null && !balances(ledger, blocks)) {
                List<Long> left = ledger.sizesBut(blocks);
                report.add("lost blocks", left.size());
                blocks = ledger.addresses();
                boolean known = !Curl.version().isAtLeast(8, 14, 0)
                        && Set.of(STRUCT_HTTP).containsAll(left);
                if (!ledger.wrong().isEmpty() || !known) {
                    failures.add("blocks of libcurl's of these sizes are left: " + left + "; " + ledger.wrong());
                }
            }
            out.println(line(seed + i, report.counts()));
            if (!failures.isEmpty()) {
                System.err.println(String.join("\n", failures));
                System.exit(FAILED);
            }
        }
        System.exit(0);
    }

    /** The cleaner may not have come yet to a URL that was forgotten, which is in no registry. */
    private static boolean balances(MemoryLedger ledger, Set<Long> blocks) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLEANING_SECONDS);
        while (!ledger.sizesBut(blocks).isEmpty() && System.nanoTime() < end) {
            System.gc();
            Thread.yield();
        }
        return ledger.sizesBut(blocks).isEmpty() && ledger.wrong().isEmpty();
    }

    private static List<String> run(long seed, Path file, Report report) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> watch(done));
        try (HostilePeer peer = new HostilePeer();
                OperationsLog log = new OperationsLog(file)) {
            log.add("seed " + seed);
            return new Program(seed, peer, log, report).run();
        } finally {
            done.countDown();
        }
    }

    private static void watch(CountDownLatch done) {
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            return;
        }
        System.err.println("the program has not ended; its threads are at");
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            System.err.println(thread);
            for (StackTraceElement element : stack) {
                System.err.println("    " + element);
            }
        });
        Runtime.getRuntime().halt(HANGS);
    }

    private static String line(long seed, Map<String, Long> counts) {
        return seed + "\t" + Memory.residentKiB() + "\t"
                + counts.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\t"));
    }

    static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
