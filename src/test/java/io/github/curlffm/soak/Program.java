package io.github.curlffm.soak;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HostilePeer;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program of many operations, all that is in it by one seed; only threads and sockets go their own ways. */
final class Program {

    /** An open stream, and the handle whose transfer it reads. */
    record Stream(Easy easy, InputStream in) {}

    private static final int FEWEST = 15;
    private static final int MOST = 90;
    private static final int THREADS = 2;
    private static final int PATIENCE_SECONDS = 20;

    final HostilePeer peer;
    final Report report;
    final Slots<Easy> easies = new Slots<>(4);
    final Slots<Multi> multis = new Slots<>(2);
    final Slots<EventLoop> loops = new Slots<>(2);
    final Slots<CompletableFuture<Easy>> futures = new Slots<>(6);
    final Slots<HttpClient> clients = new Slots<>(2);
    final Slots<CompletableFuture<?>> calls = new Slots<>(6);
    final Slots<Share> shares = new Slots<>(2);
    final Slots<Mime> mimes = new Slots<>(3);
    final Slots<MimePart> parts = new Slots<>(3);
    final Slots<CurlUrl> urls = new Slots<>(2);
    final Slots<Stream> streams = new Slots<>(3);

    /** Sockets that a SOCKETFUNCTION has told of. */
    final Slots<Long> sockets = new Slots<>(8);

    private final long seed;
    private final OperationsLog log;
    private final SplittableRandom random;
    private final boolean forgetful;

    /** Whether there may be more threads than one; if not, lambdas use other handles as well. */
    final boolean threaded;

    private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());
    private final Set<Throwable> unseen =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Set<Thread> acting = ConcurrentHashMap.newKeySet();
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<?>> watched = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Program(long seed, HostilePeer peer, OperationsLog log, Report report) {
        this.seed = seed;
        this.peer = peer;
        this.log = log;
        this.report = report;
        this.random = new SplittableRandom(seed);
        this.forgetful = random.nextInt(100) < 25;
        this.threaded = random.nextInt(100) < 50;
    }

    /** Runs it; {@return what went wrong}. */
    List<String> run() throws InterruptedException {
        int before = Registry.size();
        acting.add(Thread.currentThread());
        new Actor(this, random.split(), 0, "main:").steps(random.nextInt(FEWEST, MOST));
        for (int i = 0; i < workers.size(); i++) { // one may begin another
            workers.get(i).join();
        }
        closeAll();
        acting.clear();
        watched.clear(); // which know the handles
        List.of(easies, multis, loops, futures, clients, calls, shares, mimes, parts, urls, streams)
                .forEach(Slots::clear);
        if (forgetful) {
            Garbage.collectUntil(() -> Registry.size() <= before, "forgotten handles are given back");
        } else if (!unseen.isEmpty()) {
            fail("thrown by a lambda, and never seen again", unseen.iterator().next());
        }
        if (Registry.size() != before) {
            failures.add(Registry.size() - before + " handles are left");
            report.add("leaked handles", Registry.size() - before);
        }
        return failures;
    }

    /** In any order; the lambdas that run meanwhile may make more. */
    private void closeAll() {
        Actor last = new Actor(this, random.split(), Actor.DEEPEST, "at the end:");
        Random order = new Random(seed);
        for (AutoCloseable first : List.copyOf(open)) {
            if (first instanceof EventLoop || first instanceof HttpClient) { // what is in one cannot be closed
                open.remove(first);
                last.attempt(new Operation("close " + first, 0, actor -> first.close()));
            }
        }
        for (CompletableFuture<?> future : watched) {
            try {
                future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                fail("a future is not done after the end of its loop", e);
            }
        }
        while (!open.isEmpty()) {
            AutoCloseable handle = open.remove(order.nextInt(open.size()));
            last.attempt(new Operation("close " + handle, 0, actor -> handle.close()));
        }
    }

    /** Begins a thread of operations, if there are not too many. */
    synchronized void begin(SplittableRandom itsRandom) {
        if (threaded && workers.size() < THREADS) {
            Actor worker = new Actor(this, itsRandom, 0, "thread " + workers.size() + ":");
            Thread thread = new Thread(() -> {
                acting.add(Thread.currentThread());
                worker.steps(worker.random.nextInt(5, 20));
            });
            thread.setDaemon(true);
            workers.add(thread);
            thread.start();
        }
    }

    <T extends AutoCloseable> T opened(T handle) {
        open.add(handle);
        return handle;
    }

    /** Leaves a handle to the cleaner. */
    void forget(AutoCloseable handle) {
        if (forgetful && handle != null) {
            open.remove(handle);
        }
    }

    /** {@return whether a thread is one of this program's or of its loops: the cleaner is not} */
    boolean isActing(Thread thread) {
        return acting.contains(thread) || !acting.isEmpty() && thread.getName().startsWith("curl-ffm loop ");
    }

    /** Looks at what comes of a future, which must be done when its loop has ended. */
    void watch(String operation, CompletableFuture<?> future) {
        watched.add(future.handle((result, thrown) -> {
            if (thrown != null) {
                caught(operation, thrown instanceof CompletionException ? thrown.getCause() : thrown);
            }
            return null;
        }));
    }

    /** Takes note of what a lambda throws. */
    <T extends Throwable> T thrown(T mark) {
        unseen.add(mark);
        return mark;
    }

    /** Takes note of what has arrived. */
    void seen(Throwable arrived) {
        if (arrived != null) {
            unseen.remove(arrived);
            seen(arrived.getCause());
            for (Throwable suppressed : arrived.getSuppressed()) {
                seen(suppressed);
            }
        }
    }

    void caught(String operation, Throwable thrown) {
        seen(thrown);
        report.count(thrown.getClass().getSimpleName());
        log("  -> " + thrown);
        if (!Documented.isDocumented(thrown)) {
            fail("not documented, from " + operation, thrown);
        }
    }

    private void fail(String what, Throwable thrown) {
        failures.add(what + ": " + SoakChild.text(thrown));
    }

    void log(String line) {
        log.add(line);
    }
}
