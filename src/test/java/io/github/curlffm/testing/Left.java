package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this process has of what may be left: descriptors and threads. */
public final class Left {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long PATIENCE_SECONDS = 30;

    private Left() {}

    /** {@return how many descriptors are open} On Linux. */
    public static long descriptors() throws Exception {
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.count();
        }
    }

    /** {@return how many threads of the library there are} */
    public static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("curl-ffm "))
                .filter(thread -> !thread.getName().contains("reclaim")) // one for all, for ever
                .count();
    }

    /** Both sides of a connection are here: the server notices only after a moment that the other has gone. */
    public static void isSoon(long atMost, Callable<Long> count, String what) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (count.call() > atMost && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(count.call() <= atMost, what + ": " + count.call() + " instead of " + atMost);
    }
}
