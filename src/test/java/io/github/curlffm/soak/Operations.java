package io.github.curlffm.soak;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import java.util.List;
import java.util.stream.Stream;

/** All operations, picked by their weight. */
final class Operations {

    private static final List<Operation> ALL = Stream.of(
                    EasyOperations.all().stream().map(Operations::onAnyEasy),
                    EasyOperations.ofSlots().stream(),
                    MultiOperations.all().stream(),
                    LoopOperations.all().stream(),
                    ClientOperations.all().stream(),
                    OtherOperations.all().stream(),
                    Stream.of(
                            new Operation("begin a thread", 6, actor -> {
                                if (actor.depth == 0) {
                                    actor.program.begin(actor.random.split());
                                }
                            }),
                            new Operation("collect garbage", 1, actor -> System.gc()),
                            new Operation("escape", 1, actor -> Curl.unescape(Curl.escape("a\u00e4 %00")))))
            .flatMap(operations -> operations)
            .toList();

    private static final int OWN = 4;

    private Operations() {}

    /** An operation on an easy handle, on one that is picked when it happens. */
    private static Operation onAnyEasy(EasyOperations.OnEasy operation) {
        return new Operation(
                operation.name(),
                operation.weight(),
                actor -> operation.action().run(actor.easy(), actor));
    }

    static Operation any(Actor actor) {
        int sum = ALL.stream().mapToInt(Operation::weight).sum();
        int at = actor.random.nextInt(sum);
        for (Operation operation : ALL) {
            at -= operation.weight();
            if (at < 0) {
                return operation;
            }
        }
        throw new AssertionError(at);
    }

    /** {@return the attempt to close something, the handle whose lambda this is above all} */
    static Operation closing(Easy own, Actor actor) {
        AutoCloseable other = switch (actor.random.nextInt(8)) {
            case 0 -> actor.program.multis.pick(actor.random);
            case 1 -> actor.program.shares.pick(actor.random);
            case 2 -> actor.program.mimes.pick(actor.random);
            case 3 -> actor.program.easies.pick(actor.random);
            default -> own;
        };
        return new Operation("close " + other, 0, ignored -> {
            if (other != null) {
                other.close();
            }
        });
    }
}
