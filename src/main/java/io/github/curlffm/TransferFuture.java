package io.github.curlffm;

import io.github.curlffm.internal.handle.PrivateMulti.Stopped;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The future of a transfer in a loop. It is done when the handle is out of the loop, and not before, whoever ends it: who
 * completes it from outside says how it is to end, and ends the transfer. The first to say so decides.
 */
final class TransferFuture extends LoopFuture<Easy> {

    /** How it ends: with a handle, or with what was thrown. */
    private record Ending(Easy easy, Throwable thrown) {}

    private final LoopThread thread;
    private final Easy easy;
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Runnable settling = this::settle; // made now: later there may be no memory
    private boolean isAdmitted;
    private boolean isIn;
    private boolean isNobodys;

    TransferFuture(LoopThread thread, Easy easy, Executor executor) {
        super(executor, new AtomicReference<>());
        transfer().set(this);
        this.thread = thread;
        this.easy = easy;
    }

    Easy easy() {
        return easy;
    }

    /** {@return what does the transfer} */
    LoopThread thread() {
        return thread;
    }

    /** Ends the transfer as {@link Easy#abort} does. */
    void abort() {
        if (failing(EasyHandle.failure(Stopped.ABORTED))) {
            thread.takeOutSoon(this);
        }
    }

    // --- for the loop's thread
    // ----------------------------------------------------------------------------------------

    /** {@return whether it is known whether the handle came into the multi} Before that nothing takes it out. */
    boolean isAdmitted() {
        return isAdmitted;
    }

    void admitted() {
        isAdmitted = true;
    }

    /** {@return whether the handle is in the multi} */
    boolean isIn() {
        return isIn;
    }

    void isIn(boolean in) {
        isIn = in;
    }

    /** {@return whether this has been given to nobody, so that the loop closes the handle} */
    boolean isNobodys() {
        return isNobodys;
    }

    void isNobodys(boolean nobodys) {
        isNobodys = nobodys;
    }

    // --- how it ends
    // --------------------------------------------------------------------------------------------------

    /** {@return whether it has been said how this ends} */
    boolean isEnding() {
        return ending.get() != null;
    }

    /** This fails, unless it has been said already how it ends; {@return whether it had not been}. */
    boolean failing(Throwable thrown) {
        return ending.compareAndSet(null, new Ending(null, thrown));
    }

    /** The transfer has ended, or is to: what was thrown is told in any case, with what has been said before if need be. */
    void ended(Throwable thrown) {
        if (!ending.compareAndSet(null, new Ending(easy, thrown)) && thrown != null) {
            Throwable first = ending.get().thrown;
            if (first == null) {
                thread.untold(thrown);
            } else if (first != thrown) {
                first.addSuppressed(thrown);
            }
        }
    }

    /** {@return why this fails, or null} */
    Throwable thrown() {
        return ending.get().thrown;
    }

    /** {@return what completes this as has been said, once the handle is out of the loop} */
    Runnable settling() {
        return settling;
    }

    private void settle() {
        Ending end = ending.get();
        transfer().set(null); // it has ended
        if (end.thrown != null) {
            super.completeExceptionally(end.thrown);
        } else {
            super.complete(end.easy);
        }
    }

    // --- for users
    // ----------------------------------------------------------------------------------------------------

    @Override
    public boolean complete(Easy value) {
        return endsBecauseOf(new Ending(value, null));
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        return endsBecauseOf(new Ending(null, Objects.requireNonNull(thrown)));
    }

    private boolean endsBecauseOf(Ending end) {
        boolean first = ending.compareAndSet(null, end);
        if (first) {
            thread.takeOutSoon(this);
        }
        return first;
    }

    @Override
    public CompletableFuture<Easy> completeAsync(Supplier<? extends Easy> supplier, Executor executor) {
        executor.execute(() -> {
            if (!isEnding()) {
                try {
                    complete(supplier.get());
                } catch (Throwable t) {
                    completeExceptionally(t);
                }
            }
        });
        return this;
    }

    /** Returns when the handle is out of the loop, unless that cannot be before the caller goes on, or is interrupted. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!failing(new CancellationException("the transfer was cancelled"))
                && !(thrown() instanceof CancellationException)) {
            return false;
        }
        if (!isDone() && thread.takeOutNow(this)) {
            settle();
        }
        return true;
    }
}
