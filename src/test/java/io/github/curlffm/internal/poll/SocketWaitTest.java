package io.github.curlffm.internal.poll;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That nobody stays parked. */
class SocketWaitTest {

    private static final long LONG = TimeUnit.SECONDS.toNanos(30);

    private final SocketWait wait = new SocketWait();

    @BeforeEach
    void begin() throws IOException {
        wait.begin();
    }

    @AfterEach
    void end() {
        wait.end();
    }

    private void assertDoesNotWait() {
        long start = System.nanoTime();
        wait.await(LONG);
        assertTrue(System.nanoTime() - start < LONG, "it has waited");
    }

    @Test
    void whatWakesItUpBeforeTheFirstWaitEndsThat() {
        wait.wakeup();
        assertDoesNotWait();
    }

    @Test
    void whatWakesItUpIsNotLostToAnotherThatParks() {
        wait.timer(0);
        wait.await(LONG);
        wait.wakeup();
        LockSupport.parkNanos(LONG); // as a contended lock does, and returns at once
        wait.timer(-1);
        assertDoesNotWait();
    }

    @Test
    void whatWokeItUpDoesNotEndTheNextWaitToo() {
        wait.wakeup();
        assertDoesNotWait();
        long start = System.nanoTime();
        long some = TimeUnit.MILLISECONDS.toNanos(20);
        wait.await(some);
        assertTrue(System.nanoTime() - start >= some, "it has not waited");
    }
}
