package io.github.curlffm;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A time that somebody waits at the most, from now on. */
final class Waiting {

    private final long end;

    Waiting(Duration atMost) {
        end = System.nanoTime() + Math.clamp(TimeUnit.NANOSECONDS.convert(atMost), 0, Long.MAX_VALUE / 2);
    }

    /** {@return how long it still is; 0 or less when it is over} */
    long leftNanos() {
        return end - System.nanoTime();
    }

    long end() {
        return end;
    }
}
