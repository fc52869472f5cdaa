package io.github.curlffm;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** An action that a user wants done in a loop with a handle that is in it, and the future of what comes of it. */
final class LoopAction<T> extends LoopFuture<T> {

    private final LoopThread thread;
    private final Easy easy;
    private final EventLoop.Action<T> action;
    private final Runnable settling = this::settle; // made now: later there may be no memory
    private T result;
    private Throwable thrown;

    LoopAction(LoopThread thread, Easy easy, EventLoop.Action<T> action, Executor executor) {
        super(executor, new AtomicReference<>());
        this.thread = thread;
        this.easy = easy;
        this.action = action;
    }

    /** {@return this, which is going to be done} */
    LoopAction<T> begin() {
        if (thread == null || !thread.give(this::act)) {
            completeExceptionally(isNotIn(easy));
        }
        return this;
    }

    static IllegalStateException isNotIn(Easy easy) {
        return new IllegalStateException(easy + " is not in this EventLoop");
    }

    private void act() {
        if (!isDone()) { // by who has cancelled it
            try {
                result = thread.act(easy, action);
            } catch (Throwable t) {
                thrown = t;
            }
            thread.deliver(this, settling);
        }
    }

    private void settle() {
        if (thrown != null) {
            completeExceptionally(thrown);
        } else {
            complete(result);
        }
    }
}
