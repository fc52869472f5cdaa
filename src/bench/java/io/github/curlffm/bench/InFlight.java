package io.github.curlffm.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Keeps a number of requests in flight: where one is done the next begins. */
final class InFlight implements Worker {

    private final AutoCloseable resource;
    private final int requests;
    private final Supplier<CompletionStage<?>> send;

    InFlight(AutoCloseable resource, int requests, Supplier<CompletionStage<?>> send) {
        this.resource = resource;
        this.requests = requests;
        this.send = send;
    }

    @Override
    public double work(long deadline) {
        AtomicInteger running = new AtomicInteger(requests);
        AtomicLong done = new AtomicLong();
        CompletableFuture<Void> all = new CompletableFuture<>();
        for (int i = 0; i < requests; i++) {
            next(deadline, running, done, all);
        }
        all.join();
        return done.get();
    }

    private void next(long deadline, AtomicInteger running, AtomicLong done, CompletableFuture<Void> all) {
        send.get().whenComplete((none, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
                return;
            }
            done.incrementAndGet();
            if (System.nanoTime() < deadline && !all.isDone()) {
                next(deadline, running, done, all);
            } else if (running.decrementAndGet() == 0) {
                all.complete(null);
            }
        });
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }
}
