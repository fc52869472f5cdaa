package io.github.curlffm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;

/** A number of threads, each of which does the same thing again and again. */
final class InThreads implements Worker {

    private final AutoCloseable resource;
    private final List<? extends Once> tasks;
    private final ExecutorService threads;

    private InThreads(AutoCloseable resource, List<? extends Once> tasks, ExecutorService threads) {
        this.resource = resource;
        this.tasks = tasks;
        this.threads = threads;
    }

    static InThreads virtual(AutoCloseable resource, List<? extends Once> tasks) {
        return new InThreads(resource, tasks, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** These are made once, as an application does. */
    static InThreads platform(AutoCloseable resource, List<? extends Once> tasks) {
        ThreadFactory factory = Thread.ofPlatform().factory();
        return new InThreads(resource, tasks, Executors.newFixedThreadPool(tasks.size(), factory));
    }

    @Override
    public double work(long deadline) throws Exception {
        LongAdder done = new LongAdder();
        List<Future<?>> working = new ArrayList<>();
        for (Once task : tasks) {
            working.add(threads.submit(() -> {
                do {
                    task.once();
                    done.increment();
                } while (System.nanoTime() < deadline);
                return null;
            }));
        }
        for (Future<?> each : working) {
            each.get();
        }
        return done.sum();
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        threads.close();
        resource.close();
    }
}
