package io.github.curlffm.http;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * What {@code sendAsync} returns. To cancel it, or what depends on it, ends the call; so does who completes it from outside,
 * as {@code orTimeout} does: nobody would read the body. A failure is a {@link CompletionException}, as with the JDK's client:
 * dependents see that, and its cause.
 */
final class ResultFuture<T> extends OwnFuture<HttpResponse<T>> implements Outcome<T> {

    private volatile Runnable whenCancelled = () -> {};

    void whenCancelled(Runnable action) {
        whenCancelled = action;
    }

    @Override
    public void succeed(Supplier<HttpResponse<T>> response) {
        completeAsync(response, DEPENDENTS);
    }

    @Override
    public void fail(Throwable thrown) {
        CompletionException wrapped = new CompletionException(Failures.ofCall(thrown));
        completeAsync(
                () -> {
                    throw wrapped;
                },
                DEPENDENTS);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && mayInterruptIfRunning) {
            whenCancelled.run();
        }
        return cancelled;
    }

    /** From outside. */
    @Override
    public boolean complete(HttpResponse<T> value) {
        return ending(super.complete(value));
    }

    /** From outside. */
    @Override
    public boolean completeExceptionally(Throwable thrown) {
        return ending(super.completeExceptionally(thrown));
    }

    private boolean ending(boolean isFirst) {
        if (isFirst) {
            whenCancelled.run();
        }
        return isFirst;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Dependent<>(this);
    }

    /** What was made from a result: to cancel it cancels that. */
    private static final class Dependent<U> extends OwnFuture<U> {

        private final ResultFuture<?> result;

        Dependent(ResultFuture<?> result) {
            this.result = result;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && mayInterruptIfRunning) {
                result.whenCancelled.run(); // which fails, as it does when something else ends the call
            }
            return cancelled;
        }

        @Override
        public <V> CompletableFuture<V> newIncompleteFuture() {
            return new Dependent<>(result);
        }
    }
}
