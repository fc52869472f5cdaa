package io.github.curlffm.internal.upcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.upcall.Turns.Turn;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Which lambdas give up the turn of their thread. */
class TurnsKeptTest {

    private final Turn turn = new Turn();
    private final Turn other = new Turn();

    private static Turns by(Turn one) {
        Turns turns = new Turns();
        turns.only(one);
        return turns;
    }

    /** Runs something in a turn, as a step does. */
    private static long step(Turn one, Callable<Long> lambda) {
        return by(one).take(() -> {
            try {
                return Math.toIntExact(lambda.call());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private long held() {
        return (turn.isHeldByCurrentThread() ? 1 : 0) + (other.isHeldByCurrentThread() ? 2 : 0);
    }

    @Test
    void aLambdaThatMayWaitHasNoTurnAndGetsItBack() {
        assertEquals(0, step(turn, () -> Turns.without(this::held)));
        assertEquals(1, step(turn, () -> {
            Turns.without(this::held);
            return held();
        }));
        assertFalse(Turns.isHeldHere());
    }

    @Test
    void aLambdaThatKeepsItsTurnKeepsItInTheLambdasOfWhatItCalls() {
        assertEquals(1, step(turn, () -> Turns.keeping(() -> Turns.without(this::held))));
        assertEquals(3, step(turn, () -> Turns.keeping(() -> step(other, () -> Turns.without(this::held)))));
        assertEquals(2, step(turn, () -> Turns.without(() -> step(other, this::held))));
    }

    @Test
    void whatIsThrownLeavesItAsItWas() {
        assertThrows(
                AssertionError.class,
                () -> step(
                        turn,
                        () -> Turns.without(() -> {
                            throw new Exception("of a lambda");
                        })));
        assertThrows(
                AssertionError.class,
                () -> step(
                        turn,
                        () -> Turns.keeping(() -> {
                            throw new Exception("of a lambda");
                        })));
        assertFalse(turn.isLocked());
        assertFalse(Turns.isHeldHere());
        assertTrue(turn.tryLock());
        turn.unlock();
    }
}
