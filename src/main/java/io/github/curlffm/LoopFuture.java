package io.github.curlffm;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** A future of an {@link EventLoop}: whose dependents know its executor, and which transfer ends when they are completed before it. */
class LoopFuture<T> extends CompletableFuture<T> {

    private final Executor executor;
    private final AtomicReference<TransferFuture> transfer;

    /**
     * Makes one that is not done.
     *
     * @param executor for what is not told another one
     * @param transfer what ends with this and with what depends on this; null when it is done, since whoever keeps
     *     a result need not keep the handle
     */
    LoopFuture(Executor executor, AtomicReference<TransferFuture> transfer) {
        this.executor = executor;
        this.transfer = transfer;
    }

    final AtomicReference<TransferFuture> transfer() {
        return transfer;
    }

    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        return new LoopFuture<>(executor, transfer);
    }

    @Override
    public final Executor defaultExecutor() {
        return executor;
    }

    @Override
    public boolean complete(T value) {
        return endingTransfer(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        return endingTransfer(super.completeExceptionally(thrown));
    }

    /** What this depends on calls neither: somebody has completed this from outside, {@code orTimeout} for example. */
    private boolean endingTransfer(boolean completed) {
        TransferFuture its = transfer.get();
        if (completed && its != null) {
            its.completeExceptionally(
                    new CancellationException("what depends on the transfer was completed before it"));
        }
        return completed;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        TransferFuture its = transfer.get();
        if (cancelled && its != null) {
            its.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
