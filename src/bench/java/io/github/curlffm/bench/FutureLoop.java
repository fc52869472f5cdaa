package io.github.curlffm.bench;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps a number of transfers in flight in an {@link EventLoop}, in one thread: where one is done it begins again. */
final class FutureLoop {

    private FutureLoop() {}

    /** {@return a worker whose dependents run where the loop sees fit} */
    static Worker of(EventLoop loop, int transfers, Supplier<Easy> easy) {
        List<Easy> easies = Stream.generate(easy).limit(transfers).toList();
        Queue<Easy> free = new ConcurrentLinkedQueue<>(easies);
        AutoCloseable all = () -> {
            loop.close();
            easies.forEach(Easy::close);
        };
        return new InFlight(all, transfers, () -> {
            Easy next = free.remove();
            return loop.start(next).whenComplete((none, failure) -> free.add(next));
        });
    }
}
