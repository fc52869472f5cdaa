package io.github.curlffm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A future of an {@link EventLoop}: whose dependents know its executor, and which transfer ends when they are cancelled. */
class LoopFuture<T> extends CompletableFuture<T> {

    private final Executor executor;
    private final TransferFuture transfer;

    /**
     * Makes one that is not done.
     *
     * @param executor for what is not told another one
     * @param transfer what is cancelled with this, or null
     */
    LoopFuture(Executor executor, TransferFuture transfer) {
        this.executor = executor;
        this.transfer = transfer;
    }

    /** {@return what is cancelled with what depends on this, or null} */
    TransferFuture transfer() {
        return transfer;
    }

    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        return new LoopFuture<>(executor, transfer());
    }

    @Override
    public final Executor defaultExecutor() {
        return executor;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && transfer != null) {
            transfer.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
