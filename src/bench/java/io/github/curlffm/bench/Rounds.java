package io.github.curlffm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets contenders work in turn: first half a second each from a cold start, then the warm-up in slices, then the rounds
 * that count.
 */
final class Rounds {

    /**
     * How long.
     *
     * @param first seconds of the cold start
     * @param slices how many slices of warm-up
     * @param slice seconds of a slice
     * @param rounds how many rounds count
     * @param round seconds of a round
     */
    record Plan(double first, int slices, double slice, int rounds, double round) {
        static final Plan FULL = new Plan(0.5, 6, 2, 5, 1);
        static final Plan QUICK = new Plan(0.5, 1, 0.5, 2, 0.3);

        /** {@return a plan for work that has its own length, however short the rounds are} */
        static Plan ofWholes(int warmUp, int rounds) {
            return new Plan(0, warmUp, 0, rounds, 0);
        }
    }

    private final Plan plan;
    private final boolean countsCpu;
    private final Map<Contender, Worker> working = new LinkedHashMap<>();
    private final Map<Contender, Double> first = new LinkedHashMap<>();
    private final Map<Contender, List<Double>> rates = new LinkedHashMap<>();
    private final Map<Contender, Figure> failed = new LinkedHashMap<>();

    /** Makes rounds that count how much is done in a second, of the clock or of CPU time. */
    Rounds(Plan plan, boolean countsCpu) {
        this.plan = plan;
        this.countsCpu = countsCpu;
    }

    List<Figure> run(List<Contender> contenders) {
        try {
            contenders.forEach(this::start);
            for (int i = 0; i < plan.slices; i++) {
                boolean processesToo = i == 0;
                turn(contenders, contender -> {
                    if (contender.warmsUp() || processesToo) {
                        working.get(contender).rate(plan.slice, countsCpu);
                    }
                });
            }
            for (int i = 0; i < plan.rounds; i++) {
                turn(
                        contenders,
                        contender -> rates.computeIfAbsent(contender, none -> new ArrayList<>())
                                .add(working.get(contender).rate(plan.round, countsCpu)));
            }
            return contenders.stream().map(this::figure).toList();
        } finally {
            working.forEach(Rounds::close);
        }
    }

    @FunctionalInterface
    private interface Turn {
        void take(Contender contender) throws Exception;
    }

    private void turn(List<Contender> contenders, Turn turn) {
        for (Contender contender : contenders) {
            if (!failed.containsKey(contender)) {
                guarded(contender, turn);
            }
        }
    }

    private void guarded(Contender contender, Turn turn) {
        try {
            turn.take(contender);
        } catch (Exception | Error e) {
            System.err.println(contender.name() + " failed");
            e.printStackTrace();
            failed.put(contender, Figure.failed(contender, e));
        }
    }

    private void start(Contender contender) {
        guarded(contender, none -> {
            long before = System.nanoTime();
            Worker worker = contender.start().start();
            working.put(contender, worker);
            if (plan.first > 0) {
                double amount = worker.work(before + (long) (plan.first * Worker.NANOS));
                first.put(contender, amount * Worker.NANOS / (System.nanoTime() - before));
            }
        });
    }

    private Figure figure(Contender contender) {
        if (failed.containsKey(contender)) {
            return failed.get(contender);
        }
        double[] sorted =
                rates.get(contender).stream().mapToDouble(Double::doubleValue).toArray();
        return of(contender, first.getOrDefault(contender, Double.NaN), sorted);
    }

    /** {@return the figure of some rounds} */
    static Figure of(Contender contender, double first, double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Figure(contender.name(), contender.ours(), first, median, sorted[0], sorted[sorted.length - 1], "");
    }

    private static void close(Contender contender, Worker worker) {
        try {
            worker.close();
        } catch (Exception | Error e) {
            System.err.println(contender.name() + " does not end well: " + e);
        }
    }
}
