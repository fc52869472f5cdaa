package io.github.curlffm;

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
        if (threads.contains(Thread.currentThread())) {
            throw refused(what);
        }
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

    static IllegalStateException refused(String what) {
        return new IllegalStateException(what + " is not possible in a thread of this EventLoop, which would wait for itself;"
                + " do it in another one");
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
