package io.github.curlffm;

import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.Reclaim;
import io.github.curlffm.internal.upcall.Pending;
import io.github.curlffm.option.MultiOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Transfers as futures: threads of its own drive a {@link Multi} each, with as many transfers as are started.
 *
 * <pre>{@code
 * try (var loop = new EventLoop()) {
 *     CompletableFuture<Easy> page = loop.start(new Easy().set(URL, url).set(WRITEFUNCTION, body -> file.write(body)));
 *     page.thenAccept(easy -> System.out.println(easy.get(RESPONSE_CODE)));
 *     page.orTimeout(10, TimeUnit.SECONDS);
 * }
 * }</pre>
 *
 * <p>All methods are for any thread. <b>A handle that has been started belongs to the loop until its future is done</b>;
 * what other threads call on it is refused with {@link IllegalStateException}. {@link #run} does something with it
 * meanwhile. When the future is done the handle is out of the loop, however that came about, and can be asked, set,
 * started again, or closed: the loop closes no handle that was started.
 *
 * <p><b>The callbacks of a transfer run in a thread of the loop and must not block it</b>: all transfers of that thread
 * would wait. One that cannot go on returns {@code PAUSE}, and {@code loop.run(easy, Easy::resume)} lets it go on.
 *
 * <p><b>What depends on a future runs in the executor</b> of the loop, by default in a virtual thread of its own, and may
 * block. If the executor refuses, it is a virtual thread. In a thread that cancels, or that asks a future which is done
 * already, dependents run there, as those of any {@link CompletableFuture} do.
 *
 * <p>A future fails with what {@link Easy#perform} would have thrown: a {@link CurlException}, or the error that a callback
 * threw. An exception in a callback of the multi ({@code PUSHFUNCTION}, {@code NOTIFYFUNCTION}) fails the transfer that it
 * is about. One of the loop itself, such as {@link OutOfMemoryError}, fails all that are in its thread, and the loop goes on.
 *
 * <p><b>Cancelling</b> a future ends its transfer. So does {@link Easy#abort}, or completing it from outside, as {@link
 * CompletableFuture#orTimeout} does, and either of these with a future that one of its methods made, such as {@code
 * thenApply}. A transfer that a function of {@code thenCompose} has started is another one, with a future of its own.
 * {@code cancel} returns when the handle is out of the loop. It does not wait for that in a thread of a loop, in a callback
 * that has the turn of a {@link Share}, and when the thread is interrupted. The connection is not used again.
 *
 * <p>A loop is to be closed. One that nobody refers to any more, while no transfer is under way, ends its threads by itself
 * some time later; a {@code PUSHFUNCTION} that refers to it keeps it.
 *
 * <p>With a libcurl before 7.68.0, which cannot be woken up, what is started, cancelled or run waits for up to 10 ms.
 */
public final class EventLoop implements AutoCloseable {

    /**
     * Something to be done with a handle that is in a loop.
     *
     * @param <T> the type of what it returns
     */
    @FunctionalInterface
    public interface Action<T> {
        /**
         * Does it.
         *
         * @param easy the handle
         * @return anything
         * @throws Exception anything; it becomes that of the future
         */
        T apply(Easy easy) throws Exception;
    }

    private static final int MOST_THREADS = 1024;
    private static final AtomicLong COUNT = new AtomicLong();

    // When a handle does not go to the thread of its host: that has more than so many, and so many times the fewest.
    private static final int MANY = 32;
    private static final int MUCH_MORE = 2;

    private final List<LoopThread> threads;
    private final Executor dependents;
    private final Pending untold = new Pending();

    /**
     * Makes a loop with one thread; what depends on its futures runs in virtual threads.
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public EventLoop() {
        this(1);
    }

    /**
     * Makes a loop with some threads; what depends on its futures runs in virtual threads.
     *
     * @param threads how many, 1 to 1024; handles for the same host share one, for its connections, unless that has far
     *     more to do than another
     * @throws IllegalArgumentException for another number
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public EventLoop(int threads) {
        this(threads, Delivery.VIRTUAL_THREADS);
    }

    /**
     * Makes a loop with some threads.
     *
     * @param threads how many, 1 to 1024; handles for the same host share one, for its connections, unless that has far
     *     more to do than another
     * @param dependents completes the futures, so that what depends on them runs there. {@code Runnable::run} stands for
     *     the thread of the loop, where it must not block and is refused what a callback is refused
     * @throws IllegalArgumentException for another number
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public EventLoop(int threads, Executor dependents) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("an EventLoop has 1 to " + MOST_THREADS + " threads, not " + threads);
        }
        this.dependents = Objects.requireNonNull(dependents, "dependents");
        this.threads = begun(threads);
        List<LoopThread> all = this.threads; // which must not refer to this
        Reclaim.whenForgotten(this, () -> all.forEach(LoopThread::shutdown));
    }

    private List<LoopThread> begun(int count) {
        String name = "curl-ffm loop " + COUNT.incrementAndGet();
        List<LoopThread> begun = new ArrayList<>(count);
        try {
            for (int i = 1; i <= count; i++) {
                LoopThread thread = new LoopThread(count == 1 ? name : name + "-" + i, dependents, untold);
                thread.begin();
                begun.add(thread);
            }
            return List.copyOf(begun);
        } catch (Throwable t) {
            begun.forEach(LoopThread::shutdown);
            throw t;
        }
    }

    /**
     * Starts a transfer. From inside a {@code PUSHFUNCTION} of this loop, with the handle that was pushed, it returns the
     * future of the transfer that begins if that callback answers {@code OK}. Without this, the loop closes the handle when
     * its transfer is done.
     *
     * @param easy the handle, which belongs to the loop until the future is done
     * @return its future, which is done when the handle is out of the loop
     * @throws RejectedExecutionException after {@link #shutdown}
     * @throws IllegalStateException when the handle is closed, in this or another loop or in a {@link Multi}, in use by
     *     another thread, or one of its callbacks is running
     */
    public CompletableFuture<Easy> start(Easy easy) {
        Objects.requireNonNull(easy, "easy");
        TransferFuture pushed =
                isOwnThread() ? ((LoopThread) Thread.currentThread()).pushes().take(easy) : null;
        if (pushed != null) {
            return pushed;
        }
        LoopThread thread;
        Gate gate;
        try (var _ = easy.enterOutsideCallbacks("start()")) {
            easy.refuseInMulti("start()");
            thread = threadFor(easy);
            gate = easy.gate();
            gate.keepFor(thread);
        }
        return thread.begin(easy, gate);
    }

    private LoopThread threadFor(Easy easy) {
        LoopThread least = threads.getFirst();
        if (threads.size() == 1) {
            return least;
        }
        for (LoopThread thread : threads) {
            least = thread.transfers().size() < least.transfers().size() ? thread : least;
        }
        String host = LoopHost.of(easy);
        LoopThread home = host == null ? least : threads.get(Math.floorMod(host.hashCode() * 31, threads.size()));
        int size = home.transfers().size();
        return size > MANY && size > MUCH_MORE * least.transfers().size() ? least : home;
    }

    /**
     * Does something with a handle that is in this loop, in its thread and between the steps of its transfer: {@code
     * loop.run(easy, Easy::resume)}. What a callback of the handle can do can be done; it must not block.
     *
     * @param <T> the type of the result
     * @param easy the handle
     * @param action what to do
     * @return a future of what the action returns, or of what it throws; of {@link IllegalStateException} when the handle is
     *     not in this loop, or its transfer is done by then
     */
    public <T> CompletableFuture<T> run(Easy easy, Action<T> action) {
        Objects.requireNonNull(easy, "easy");
        Objects.requireNonNull(action, "action");
        TransferFuture transfer = easy.inLoop();
        LoopThread in = transfer != null && threads.contains(transfer.thread()) ? transfer.thread() : null;
        return new LoopAction<>(in, easy, action, dependents).begin();
    }

    /**
     * Sets an option of the multi of each thread, and returns when that is done. {@code MAX_TOTAL_CONNECTIONS} and the like
     * are for each thread.
     *
     * @param <T> the Java type of the option's value
     * @param option which one
     * @param value its value, never null
     * @return this loop
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     * @throws IllegalArgumentException for {@code SOCKETFUNCTION} and {@code TIMERFUNCTION}, which are the loop's own
     * @throws IllegalStateException in a thread of this loop, or when it has terminated
     */
    public <T> EventLoop set(MultiOption<T> option, T value) {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(value, () -> option + " is not set to null; use unset(" + option.name() + ")");
        refuseOwn(option);
        LoopCall.inEach(threads, "set()", thread -> set(thread, option, value));
        return this;
    }

    @SuppressWarnings("unchecked") // a callback becomes one of the same kind
    private static <T> void set(LoopThread thread, MultiOption<T> option, T value) {
        thread.multi().set(option, (T) thread.pushes().adapted(option, value));
    }

    /**
     * Sets an option that takes a number, of the multi of each thread.
     *
     * @param option which one
     * @param value its value
     * @return this loop
     * @throws CurlOptionException when the loaded libcurl does not have the option or refuses the value
     * @throws IllegalStateException in a thread of this loop, or when it has terminated
     */
    public EventLoop set(MultiOption<Long> option, long value) {
        return set(option, (Long) value);
    }

    /**
     * Takes an option of the multi of each thread back to libcurl's default.
     *
     * @param option which one
     * @return this loop
     * @throws CurlOptionException when the loaded libcurl does not have the option
     * @throws IllegalArgumentException for {@code SOCKETFUNCTION} and {@code TIMERFUNCTION}, which are the loop's own
     * @throws IllegalStateException in a thread of this loop, or when it has terminated
     */
    public EventLoop unset(MultiOption<?> option) {
        Objects.requireNonNull(option, "option");
        refuseOwn(option);
        LoopCall.inEach(threads, "unset()", thread -> thread.multi().unset(option));
        return this;
    }

    private static void refuseOwn(MultiOption<?> option) {
        if (option == MultiOption.SOCKETFUNCTION || option == MultiOption.TIMERFUNCTION) {
            throw new IllegalArgumentException(option + " is the EventLoop's own; a Multi lets you set it");
        }
    }

    /**
     * Switches on what the {@code NOTIFYFUNCTION} of each thread is told of. Since libcurl 8.17.0.
     *
     * @param notification what
     * @return this loop
     * @throws CurlMultiException when libcurl does not know it
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalStateException in a thread of this loop, or when it has terminated
     */
    public EventLoop notifyEnable(Notification notification) throws CurlMultiException {
        Objects.requireNonNull(notification, "notification");
        LoopCall.inEach(threads, "notifyEnable()", thread -> thread.multi().notifyEnable(notification));
        return this;
    }

    /**
     * Switches off what the {@code NOTIFYFUNCTION} of each thread is told of. Since libcurl 8.17.0.
     *
     * @param notification what
     * @return this loop
     * @throws CurlMultiException when libcurl does not know it
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalStateException in a thread of this loop, or when it has terminated
     */
    public EventLoop notifyDisable(Notification notification) throws CurlMultiException {
        Objects.requireNonNull(notification, "notification");
        LoopCall.inEach(threads, "notifyDisable()", thread -> thread.multi().notifyDisable(notification));
        return this;
    }

    /** {@return how many handles are in this loop} */
    public int size() {
        return threads.stream().mapToInt(thread -> thread.transfers().size()).sum();
    }

    /** Refuses what is started from now on; what has been started goes on. */
    public void shutdown() {
        threads.forEach(LoopThread::shutdown);
    }

    /** Refuses what is started from now on, and cancels all transfers; does not wait for that. */
    public void shutdownNow() {
        shutdown();
        threads.forEach(LoopThread::cancelAll);
    }

    /** {@return whether {@link #shutdown}, {@link #shutdownNow} or {@link #close} has been called} */
    public boolean isShutdown() {
        return threads.getLast().isShut();
    }

    /** {@return whether the loop is shut down, its threads have ended, and all futures are done} */
    public boolean isTerminated() {
        return threads.stream().allMatch(LoopThread::isTerminated);
    }

    /**
     * Waits until the loop has terminated, but not for what depends on its futures.
     *
     * @param timeout how long to wait at the most
     * @return whether it has
     * @throws InterruptedException when this thread is interrupted
     * @throws IllegalStateException in a thread of this loop, or in a callback that has the turn of a {@link Share}
     */
    public boolean awaitTermination(Duration timeout) throws InterruptedException {
        LoopCall.refuseToWait(threads, "awaitTermination()");
        long deadline = new Waiting(timeout).end();
        for (LoopThread thread : threads) {
            if (!thread.awaitTermination(deadline)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Shuts the loop down, and waits until it has terminated. If this thread is interrupted, it cancels all transfers, goes
     * on to wait for their end, and leaves the thread interrupted. Do not call it in the only thread of the executor.
     *
     * @throws IllegalStateException in a thread of this loop, or in a callback that has the turn of a {@link Share}
     * @throws UncheckedIOException holding a {@link CurlMultiException}, when a callback threw that was about no transfer in
     *     the loop, such as the {@code CLOSESOCKETFUNCTION} of a handle that has left it; an error is thrown as it is
     */
    @Override
    public void close() {
        LoopCall.refuseToWait(threads, "close()");
        shutdown();
        boolean interrupted = false;
        for (boolean terminated = false; !terminated; ) {
            try {
                terminated = awaitTermination(Duration.ofDays(1));
            } catch (InterruptedException e) {
                interrupted = true;
                shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwUntold();
    }

    private void throwUntold() {
        switch (untold.take()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException e -> throw e;
            case IOException e -> throw new UncheckedIOException(e);
            case Throwable t -> throw new IllegalStateException(t);
        }
    }

    private boolean isOwnThread() {
        return threads.contains(Thread.currentThread());
    }

    static CancellationException shutDownNow() {
        return new CancellationException("the EventLoop was shut down");
    }

    /** {@return how many threads and transfers there are, and whether it is shut down} */
    @Override
    public String toString() {
        return "EventLoop[" + threads.size() + " threads, " + size() + " transfers"
                + (isTerminated() ? ", terminated]" : isShutdown() ? ", shut down]" : "]");
    }
}
