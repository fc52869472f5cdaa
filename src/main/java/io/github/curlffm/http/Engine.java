package io.github.curlffm.http;

import io.github.curlffm.EventLoop;
import io.github.curlffm.option.MultiOption;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a client works with: the loop, the executor, and all calls that are under way. It does not refer to the client; when
 * nobody does, and no call is under way, its threads end by themselves.
 */
final class Engine {

    private static final AtomicLong COUNT = new AtomicLong();
    private static final long IDLE_SECONDS = 10;
    private static final long MOST_IDLE_CONNECTIONS = 512;

    private final ClientConfig config;
    private final EventLoop loop;
    private final Executor executor;
    private final Logins logins = new Logins();
    private final AltServices altServices = new AltServices();
    private final Set<Operation> operations = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean acceptsPushes = new AtomicBoolean();
    private final Lock lock = new ReentrantLock();
    private boolean isShut;

    Engine(ClientConfig config) {
        this.config = config;
        this.executor = config.executor() == null ? new Workers() : outOfLine(config.executor());
        this.loop = new EventLoop(1, Runnable::run); // nothing of the user's runs there
        loop.set(MultiOption.MAXCONNECTS, MOST_IDLE_CONNECTIONS);
    }

    /** An executor that does a task at once would do it in libcurl's thread: then the task goes elsewhere. */
    private static Executor outOfLine(Executor given) {
        return task -> {
            Thread giver = Thread.currentThread();
            boolean[] isGiving = {true}; // read by this thread only
            try {
                given.execute(() -> {
                    if (Thread.currentThread() == giver && isGiving[0]) {
                        OwnFuture.DEPENDENTS.execute(task);
                    } else {
                        task.run();
                    }
                });
            } finally {
                isGiving[0] = false;
            }
        };
    }

    /** The executor of a client that was not given one. */
    private static final class Workers extends ThreadPoolExecutor {
        Workers() {
            super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads());
        }

        private static ThreadFactory threads() {
            return Thread.ofPlatform()
                    .daemon()
                    .inheritInheritableThreadLocals(false)
                    .name("curl-ffm http " + COUNT.incrementAndGet() + "-", 1)
                    .factory();
        }
    }

    ClientConfig config() {
        return config;
    }

    EventLoop loop() {
        return loop;
    }

    Executor executor() {
        return executor;
    }

    AltServices altServices() {
        return altServices;
    }

    Logins logins() {
        return logins;
    }

    /** {@return through what a request goes} Asks the user's selector. */
    ProxyChoice proxyFor(URI uri) {
        ProxySelector selector = config.proxy();
        return ProxyChoice.of(uri, selector == null ? ProxySelector.getDefault() : selector);
    }

    /** Runs a task in the executor, or in the common pool if that refuses. */
    void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            ForkJoinPool.commonPool().execute(task);
        }
    }

    /** From now on servers may push; before, libcurl tells them not to. */
    void acceptPushes() {
        if (Pushed.ARE_POSSIBLE && !acceptsPushes.getAndSet(true)) {
            loop.set(MultiOption.PUSHFUNCTION, Pushed::decide);
        }
    }

    /** Takes note of a call that begins. */
    void beginning(Operation operation) throws IOException {
        lock.lock();
        try {
            if (isShut) {
                throw new IOException("closed", new IOException("the client is shut down"));
            }
            operations.add(operation);
        } finally {
            lock.unlock();
        }
    }

    void finished(Operation operation) {
        operations.remove(operation);
        endIfDone();
    }

    void shutdown() {
        lock.lock();
        try {
            isShut = true;
        } finally {
            lock.unlock();
        }
        endIfDone();
    }

    private void endIfDone() {
        lock.lock();
        try {
            if (!isShut || !operations.isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        loop.shutdown();
        if (executor instanceof Workers workers) {
            workers.shutdown(); // what has been given to them is done
        }
        end.complete(null);
    }

    void shutdownNow() {
        shutdown();
        operations.forEach(
                operation -> operation.fail(new IOException("closed", new IOException("the client is shut down"))));
    }

    boolean isTerminated() {
        return end.isDone() && loop.isTerminated();
    }

    boolean awaitTermination(Duration timeout) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            end.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Duration left = timeout.minusNanos(System.nanoTime() - begin);
        return loop.awaitTermination(left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public String toString() {
        return operations.size() + " calls" + (isTerminated() ? ", terminated" : "");
    }
}
