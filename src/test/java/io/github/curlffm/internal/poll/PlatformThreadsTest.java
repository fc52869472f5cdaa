package io.github.curlffm.internal.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Virtual threads for which another thread waits. */
class PlatformThreadsTest {

    private final AtomicInteger waiting = new AtomicInteger();
    private int calls;

    private int call() {
        waiting.incrementAndGet();
        for (int i = 0; i < 1000; i++) {
            Thread.yield();
        }
        return waiting.decrementAndGet();
    }

    /** Parking takes stack, too. Whoever leaves before would free what the other thread is at. */
    @Test
    void noneLeavesBeforeTheOtherThreadHas() throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            PlatformThreads.call(() -> 0); // down there no class could be initialized
            dive();
            return null;
        });
        Thread.startVirtualThread(task);
        task.get();
        assertTrue(calls > 0);
        assertEquals(0, waiting.get());
    }

    /** Goes down to the end of the stack, and calls from each frame on the way up. */
    private void dive() {
        try {
            dive();
        } catch (StackOverflowError end) {
            boolean called = false;
            try {
                PlatformThreads.call(this::call);
                called = true;
            } catch (StackOverflowError stillTooDeep) {
                // the next frame has more room
            }
            assertEquals(0, waiting.get(), "threads that wait for one that has left");
            calls += called ? 1 : 0;
            if (calls < 20) {
                throw end;
            }
        }
    }
}
