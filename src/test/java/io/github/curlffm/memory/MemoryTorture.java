package io.github.curlffm.memory;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.memory.MemoryScenarios.Scenario;
import io.github.curlffm.testing.MemoryLedger;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/**
 * A program for a JVM of its own: refuses libcurl memory at one point after the other, and looks at how each scenario
 * takes it.
 */
public final class MemoryTorture {

    private static final int SECONDS = 20;

    private final MemoryLedger ledger = new MemoryLedger().install();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private MemoryTorture() {}

    public static void main(String[] args) throws Exception {
        MemoryTorture torture = new MemoryTorture();
        try (MemoryScenarios scenarios = new MemoryScenarios()) {
            for (Map.Entry<String, Scenario> scenario : scenarios.all().entrySet()) {
                torture.run(scenario.getKey(), scenario.getValue());
            }
        }
        System.out.println(torture.outcomes);
    }

    private void run(String name, Scenario scenario) throws IOException {
        scenario.run();
        ledger.refuse(allocation -> false);
        scenario.run();
        int count = (int) ledger.allocations();
        for (int point = 1; point <= count; point++) {
            int first = point;
            check(name + ": only allocation " + point + " of " + count, scenario, allocation -> allocation == first);
            check(name + ": all from " + point + " of " + count, scenario, allocation -> allocation >= first);
        }
    }

    private void check(String what, Scenario scenario, LongPredicate refused) {
        System.out.println(what); // the last line names the point at which a JVM crashed
        int live = ledger.live();
        int handles = Registry.size();
        ledger.refuse(refused);
        String outcome = outcome(what, scenario);
        ledger.refuseNothing();
        outcomes.merge(outcome, 1, Integer::sum);
        nothingIsLeft(live, handles, what);
    }

    /** {@return how a scenario ended}, which must be well, by a code of libcurl's or by what says it is memory. */
    private static String outcome(String what, Scenario scenario) {
        try {
            scenario.run();
            return "done";
        } catch (CurlException e) {
            return e.code().name();
        } catch (CurlMultiException e) {
            return e.code().name();
        } catch (OutOfMemoryError e) {
            return "NULL";
        } catch (CurlUrlException e) {
            return e.code().name();
        } catch (IllegalArgumentException e) {
            if (e.getMessage().contains("] Out of memory")) {
                return "refused";
            }
            throw new AssertionError(what, e);
        } catch (Exception | Error e) {
            throw new AssertionError(what, e);
        }
    }

    /** A handle that could not be made whole is given back with its object. */
    private void nothingIsLeft(int live, int handles, String what) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (ledger.live() > live || Registry.size() > handles) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + ": left over " + (ledger.live() - live) + " blocks, "
                        + (Registry.size() - handles) + " handles");
            }
            System.gc();
            Thread.yield();
        }
        if (!ledger.wrong().isEmpty()) {
            throw new AssertionError(what + ": " + ledger.wrong());
        }
    }
}
