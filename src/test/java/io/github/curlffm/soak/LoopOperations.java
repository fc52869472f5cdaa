package io.github.curlffm.soak;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** What can be done with a loop and its futures. Its threads are others, so only programs of several threads have one. */
final class LoopOperations {

    private static final int LONGEST_MS = 30;

    private static final List<Executor> EXECUTORS =
            List.of(Runnable::run, task -> Thread.ofVirtual().start(task), task -> {
                throw new RejectedExecutionException("always");
            });

    private static final List<EventLoop.Action<?>> ACTIONS = List.of(
            Easy::pause,
            Easy::resume,
            Easy::reset,
            easy -> easy.get(Info.SIZE_DOWNLOAD_T),
            easy -> easy.set(Option.MAX_RECV_SPEED_LARGE, 1_000_000),
            easy -> {
                easy.close();
                return null;
            });

    private LoopOperations() {}

    static List<Operation> all() {
        return List.of(
                new Operation("new loop", 6, LoopOperations::begin),
                new Operation("start in a loop", 20, LoopOperations::start),
                new Operation("cancel", 6, LoopOperations::cancel),
                new Operation("run in a loop", 8, LoopOperations::run),
                onLoop(
                        "set an option of a loop",
                        1,
                        (loop, actor) -> loop.set(MultiOption.MAX_TOTAL_CONNECTIONS, actor.random.nextInt(3))),
                onLoop("size of a loop", 1, (loop, actor) -> loop.size()),
                onLoop(
                        "await the end of a loop",
                        1,
                        (loop, actor) -> loop.awaitTermination(Duration.ofMillis(actor.random.nextInt(LONGEST_MS)))),
                onLoop("shut a loop down", 1, (loop, actor) -> loop.shutdown()),
                onLoop("shut a loop down now", 1, (loop, actor) -> loop.shutdownNow()),
                onLoop("close a loop", 2, (loop, actor) -> loop.close()),
                new Operation(
                        "forget a loop", 1, actor -> actor.program.forget(actor.program.loops.take(actor.random))));
    }

    @FunctionalInterface
    private interface OnLoop {
        void act(EventLoop loop, Actor actor) throws Exception;
    }

    /** In a lambda nothing may wait for a loop, which may wait for it. */
    private static Operation onLoop(String name, int weight, OnLoop action) {
        return new Operation(name, weight, actor -> {
            EventLoop loop = actor.program.loops.pick(actor.random);
            if (loop != null && actor.depth == 0) {
                action.act(loop, actor);
            }
        });
    }

    private static void begin(Actor actor) {
        if (actor.program.threaded && actor.depth == 0) {
            int threads = actor.random.nextInt(1, 3);
            actor.program.loops.put(
                    actor.random,
                    actor.program.opened(
                            actor.chance(50) ? new EventLoop(threads) : new EventLoop(threads, actor.one(EXECUTORS))));
        }
    }

    private static void start(Actor actor) {
        EventLoop loop = actor.program.loops.pick(actor.random);
        if (loop != null) {
            Easy easy = actor.bounded(actor.chance(50) ? actor.newEasy() : actor.easy());
            CompletableFuture<Easy> future = loop.start(easy);
            actor.program.report.count("transfers");
            actor.program.futures.put(actor.random, future);
            actor.program.watch("the transfer of " + easy, future);
        }
    }

    private static void cancel(Actor actor) {
        CompletableFuture<Easy> future = actor.program.futures.pick(actor.random);
        if (future != null) {
            switch (actor.random.nextInt(5)) {
                case 0 -> future.thenApply(easy -> easy).cancel(true);
                case 1 -> future.orTimeout(actor.random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
                case 2 -> future.complete(null);
                default -> future.cancel(true);
            }
        }
    }

    private static void run(Actor actor) {
        EventLoop loop = actor.program.loops.pick(actor.random);
        if (loop != null) {
            actor.program.watch("an action in a loop", loop.run(actor.easy(), actor.one(ACTIONS)));
        }
    }
}
