package io.github.curlffm.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What a thread that waits for its response is told. */
final class CallerOutcome<T> implements Outcome<T> {

    private record Told<T>(Supplier<HttpResponse<T>> response, Throwable thrown) {}

    private final AtomicReference<Told<T>> told = new AtomicReference<>();
    private final CallerThread caller;

    CallerOutcome(CallerThread caller) {
        this.caller = caller;
    }

    @Override
    public void succeed(Supplier<HttpResponse<T>> response) {
        tell(new Told<>(response, null));
    }

    @Override
    public void fail(Throwable thrown) {
        tell(new Told<>(null, thrown));
    }

    private void tell(Told<T> what) {
        if (told.compareAndSet(null, what)) {
            caller.wakeUp();
        }
    }

    /** Runs what is to be done by the caller, and then returns the response. */
    HttpResponse<T> await() throws IOException, InterruptedException {
        caller.runUntil(() -> told.get() != null);
        Told<T> it = told.get();
        if (it.thrown != null) {
            throw Failures.here(it.thrown);
        }
        return it.response.get();
    }
}
