package io.github.curlffm;

import io.github.curlffm.internal.upcall.Turns;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that all threads of a loop do, while who wants it waits. */
final class LoopCall {

    /** What one of them does. */
    @FunctionalInterface
    interface Step<E extends Exception> {
        void in(LoopThread thread) throws E;
    }

    private LoopCall() {}

    /**
     * Returns when all have done it.
     *
     * @param what for the message
     * @throws E what the step throws
     * @throws IllegalStateException in one of these threads, or after their end
     */
    static <E extends Exception> void inEach(List<LoopThread> threads, String what, Step<E> step) throws E {
        refuseToWait(threads, what);
        for (LoopThread thread : threads) {
            CompletableFuture<Throwable> done = new CompletableFuture<>();
            if (!thread.give(() -> done.complete(thrown(thread, step)))) {
                throw new IllegalStateException("this EventLoop has terminated");
            }
            Throwable thrown = done.join();
            if (thrown != null) {
                throw LoopCall.<E>asItIs(thrown);
            }
        }
    }

    /** {@return whether this thread must not wait for one of a loop}, which may wait for this one. */
    static boolean mustNotWait() {
        return Thread.currentThread() instanceof LoopThread || Turns.isHeldHere();
    }

    /** A thread of the loop would wait for itself, and one that has a turn for one that may wait for that. */
    static void refuseToWait(List<LoopThread> threads, String what) {
        boolean isOwn = threads.contains(Thread.currentThread());
        if (isOwn || Turns.isHeldHere()) {
            throw new IllegalStateException(what + " is not possible in a "
                    + (isOwn
                            ? "thread of this EventLoop, which would wait for itself"
                            : "callback that has the turn of a share")
                    + "; do it in another thread");
        }
    }

    private static Throwable thrown(LoopThread thread, Step<?> step) {
        try {
            step.in(thread);
            return null;
        } catch (Throwable t) {
            return t;
        }
    }

    @SuppressWarnings("unchecked") // a step throws nothing else
    private static <E extends Exception> E asItIs(Throwable thrown) throws E {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (E) thrown;
    }
}
