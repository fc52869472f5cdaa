package io.github.curlffm.bench;

import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps a number of transfers in flight in one thread, which waits by {@link Multi#poll}. */
class PollLoop implements Worker {

    private static final Duration SECOND = Duration.ofSeconds(1);

    final Multi multi = new Multi();
    private final List<Easy> easies = new ArrayList<>();
    private double done;

    PollLoop(int transfers, Supplier<Easy> easy) {
        for (int i = 0; i < transfers; i++) {
            easies.add(easy.get());
        }
    }

    @Override
    public double work(long deadline) throws IOException {
        done = 0;
        int running = easies.size();
        for (Easy easy : easies) {
            multi.add(easy);
        }
        while (running > 0) {
            drive();
            for (Message message : multi.messages()) {
                message.orThrow();
                done++;
                multi.remove(message.easy());
                if (System.nanoTime() < deadline) {
                    multi.add(message.easy());
                } else {
                    running--;
                }
            }
        }
        return done;
    }

    /** Waits and does what can be done then. */
    void drive() throws IOException {
        multi.poll(SECOND);
        multi.perform();
    }

    @Override
    public void close() throws IOException {
        multi.close();
        easies.forEach(Easy::close);
    }
}
