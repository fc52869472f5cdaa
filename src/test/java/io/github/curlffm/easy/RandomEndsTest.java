package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Aborts and interrupts by other threads, at random, of transfers that may be at anything. */
@Tag("slow")
class RandomEndsTest {

    private static final int ENDS = 2000;
    private static final int WORKERS_OF_A_KIND = 8;
    private static final int ENDERS = 3;
    private static final String BODY = "body ".repeat(10_000);

    private final long seed = System.nanoTime();
    private final WireServer server = new WireServer(RandomEndsTest::serve);

    private static void serve(WireServer.Connection connection) throws Exception {
        for (String head; (head = connection.readHead()) != null; ) {
            switch (head.split(" ")[1]) {
                case "/answer" ->
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
                case "/half" -> {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    connection.in().transferTo(OutputStream.nullOutputStream());
                }
                default -> connection.in().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Does one transfer after the other on its thread and with its handle. */
    private final class Worker implements Callable<Void> {

        private final Easy easy = new Easy();
        private final Random random;
        private final Run run;
        private Thread thread;

        Worker(Run run, long seed) {
            this.run = run;
            this.random = new Random(seed);
        }

        @Override
        public Void call() throws Exception {
            thread = Thread.currentThread();
            run.started.countDown();
            while (!run.over) {
                try {
                    transfer();
                } catch (CurlException e) {
                    assertEquals(CurlCode.ABORTED_BY_CALLBACK, e.code(), e::getMessage);
                    run.ended.incrementAndGet();
                } finally {
                    Thread.interrupted();
                    run.transfers.release();
                }
            }
            return null;
        }

        private void transfer() throws IOException {
            easy.reset();
            switch (random.nextInt(5)) {
                case 0 -> answered();
                case 1 -> unanswered("/silent", WriteCallback.PAUSE);
                case 2 -> unanswered("/half", "half".length());
                case 3 -> unanswered("/answer", WriteCallback.PAUSE);
                default -> {
                    easy.set(UPLOAD, true).set(INFILESIZE_LARGE, 1L << 40).set(READFUNCTION, buffer -> buffer.length);
                    unanswered("/upload", WriteCallback.PAUSE);
                }
            }
        }

        private void answered() throws IOException {
            StringBuilder body = new StringBuilder();
            easy.set(URL, server.url("http", "/answer"))
                    .set(WRITEFUNCTION, bytes -> body.append(new String(bytes)))
                    .perform();
            assertEquals(BODY, body.toString());
        }

        /** A transfer that has no end of its own. */
        private void unanswered(String path, long result) throws IOException {
            easy.set(URL, server.url("http", path))
                    .set(WRITEFUNCTION, WriteCallback.counted(bytes -> result))
                    .perform();
            throw new AssertionError(path + " has ended");
        }
    }

    /** Workers, and those who end what they do. */
    private final class Run {

        private final CountDownLatch started = new CountDownLatch(2 * WORKERS_OF_A_KIND);
        private final Semaphore transfers = new Semaphore(0);
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger left;
        private final List<Worker> workers = new ArrayList<>();
        private volatile boolean over;

        Run(int ends) {
            left = new AtomicInteger(ends);
            for (int i = 0; i < 2 * WORKERS_OF_A_KIND; i++) {
                workers.add(new Worker(this, seed + i));
            }
        }

        /** {@return how many transfers were ended} */
        int run() throws Exception {
            List<FutureTask<Void>> working = new ArrayList<>();
            for (Worker worker : workers) {
                working.add(start(working.size() % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform(), worker));
            }
            assertTrue(started.await(1, TimeUnit.MINUTES));
            List<FutureTask<Void>> ending = new ArrayList<>();
            for (int i = 0; i < ENDERS; i++) {
                Random random = new Random(seed - i - 1);
                ending.add(start(Thread.ofPlatform(), () -> end(random)));
            }
            for (FutureTask<Void> task : ending) {
                task.get();
            }
            over = true;
            for (FutureTask<Void> task : working) {
                while (!isDone(task)) {
                    workers.forEach(worker -> worker.easy.abort());
                }
            }
            for (Worker worker : workers) {
                worker.easy.reset();
                worker.answered();
                worker.easy.close();
            }
            return ended.get();
        }

        private Void end(Random random) throws InterruptedException {
            while (left.getAndDecrement() > 0) {
                Worker worker = workers.get(random.nextInt(workers.size()));
                if (random.nextBoolean()) {
                    worker.easy.abort();
                } else {
                    worker.thread.interrupt();
                }
                transfers.tryAcquire(20, TimeUnit.MILLISECONDS); // so that the others get on with theirs
            }
            return null;
        }

        /** {@return whether it ends within a moment, and well} */
        private boolean isDone(FutureTask<Void> task) throws Exception {
            try {
                task.get(10, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException notYet) {
                return false;
            }
        }
    }

    private static FutureTask<Void> start(Thread.Builder threads, Callable<Void> work) {
        FutureTask<Void> task = new FutureTask<>(work);
        threads.start(task);
        return task;
    }

    /** What may not become more. */
    private record Inventory(int handles, long descriptors, long threads) {

        static Inventory now() {
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("curl-ffm "))
                    .count();
            return new Inventory(Registry.size(), openFiles(), threads);
        }

        private static long openFiles() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    ? system.getOpenFileDescriptorCount()
                    : 0;
        }

        boolean isNoMoreThan(Inventory other) {
            return handles <= other.handles && descriptors <= other.descriptors && threads <= other.threads;
        }
    }

    /** Waits until there is no more than there was: threads stay for a second, and the server's sockets for a moment. */
    private void assertBackTo(Inventory before) throws InterruptedException {
        Semaphore none = new Semaphore(0);
        for (int i = 0; i < 600 && !Inventory.now().isNoMoreThan(before); i++) {
            none.tryAcquire(100, TimeUnit.MILLISECONDS);
        }
        Inventory now = Inventory.now();
        assertTrue(now.isNoMoreThan(before), () -> before + " became " + now + "; seed " + seed);
    }

    @Test
    void twoThousandLeaveNothingBehind() throws Exception {
        Inventory empty = Inventory.now();
        assertTrue(new Run(ENDS / 20).run() > 0); // loads what the JVM loads once
        assertBackTo(new Inventory(empty.handles, Long.MAX_VALUE, empty.threads));
        Inventory before = Inventory.now();
        int ended = new Run(ENDS).run();
        assertTrue(ended > ENDS / 4, () -> "only " + ended + " of " + ENDS + " met a transfer; seed " + seed);
        assertBackTo(before);
    }
}
