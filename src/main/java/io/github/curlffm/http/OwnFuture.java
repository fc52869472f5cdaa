package io.github.curlffm.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A future of the client's, whose result nobody replaces. What depends on it runs where Java runs it by default. */
class OwnFuture<T> extends CompletableFuture<T> {

    /** Where futures run what depends on them: not in the client's executor, which may have one thread that waits for it. */
    static final Executor DEPENDENTS = new CompletableFuture<Void>().defaultExecutor();

    static <T> CompletableFuture<T> failed(Throwable thrown) {
        CompletableFuture<T> failed = new OwnFuture<>();
        failed.completeExceptionally(thrown);
        return failed;
    }

    /** Completes this, so that no lock is held and nothing of the client's is below what depends on it. */
    final void end(T value, Throwable thrown) {
        DEPENDENTS.execute(() -> {
            if (thrown == null) {
                complete(value);
            } else {
                completeExceptionally(thrown);
            }
        });
    }

    @Override
    public void obtrudeValue(T value) {
        throw new UnsupportedOperationException("the result of this future cannot be replaced");
    }

    @Override
    public void obtrudeException(Throwable thrown) {
        throw new UnsupportedOperationException("the result of this future cannot be replaced");
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new OwnFuture<>();
    }
}
