package io.github.curlffm.multi;

import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimerCallbackTest extends LoopTransfers {

    private final List<Long> calls = new ArrayList<>();

    private void record(long timeoutMs) {
        calls.add(timeoutMs);
        loop.timer(timeoutMs);
    }

    @Test
    void asksToBeCalledAtOnceWhenAHandleIsAdded() throws Exception {
        multi.set(TIMERFUNCTION, this::record).add(get());
        assertEquals(List.of(0L), calls);
        loop.run();
        Transfers.onlyMessage(multi).orThrow();
    }

    @Test
    void saysWhenTheTimeOfATransferIsOver() throws Exception {
        multi.set(TIMERFUNCTION, this::record);
        multi.add(transfers.get(stalling.url()).set(TIMEOUT_MS, 200));
        loop.run();
        assertEquals(CurlCode.OPERATION_TIMEDOUT, Transfers.onlyMessage(multi).code());
        assertTrue(calls.stream().anyMatch(ms -> ms > 100 && ms < 300), calls::toString);
    }

    @Test
    void saysNeverWhenThereIsNothingMoreToDo() throws Exception {
        Easy easy = transfers.get(stalling.url());
        multi.set(TIMERFUNCTION, this::record).add(easy.set(TIMEOUT_MS, 50_000));
        loop.runUntil(() -> !transfers.body(easy).isEmpty());
        multi.remove(easy);
        assertEquals(-1, calls.getLast());
    }

    @Test
    void whatItThrowsSurfacesFromTheCallThatRanItAndTheTransfersGoOn() throws Exception {
        for (Throwable thrown : throwables()) {
            StackTraceElement[] stack = thrown.getStackTrace();
            Easy easy = transfers.get(stalling.url()).set(TIMEOUT_MS, 200);
            multi.set(TIMERFUNCTION, this::record).add(easy);
            Throwable[] next = {thrown};
            multi.set(TIMERFUNCTION, timeoutMs -> {
                loop.timer(timeoutMs);
                if (next[0] != null) {
                    next[0] = null;
                    throwAsItIs(thrown);
                }
            });
            Throwable surfaced = assertThrows(Throwable.class, loop::run);
            assertSame(thrown, surfaced instanceof CurlMultiException ? surfaced.getCause() : surfaced);
            assertEquals(thrown instanceof Error, surfaced instanceof Error);
            assertEquals(List.of(stack), List.of(thrown.getStackTrace()));
            loop.run();
            assertEquals(
                    CurlCode.OPERATION_TIMEDOUT, Transfers.onlyMessage(multi).code());
            multi.remove(easy);
        }
    }

    @Test
    void whatItThrowsWhileAHandleIsAddedKeepsItOut() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy other = transfers.get(stalling.url()).set(TIMEOUT_MS, 500);
        multi.add(other);
        loop.runUntil(() -> !transfers.body(other).isEmpty());
        multi.set(TIMERFUNCTION, timeoutMs -> {
            throw thrown;
        });
        Easy easy = get();
        CurlMultiException e = assertThrows(CurlMultiException.class, () -> multi.add(easy));
        assertSame(thrown, e.getCause());
        assertEquals(List.of(other), multi.handles());
        transfers.stillPerforms(easy, peer.url("/"), BODY);
        multi.set(TIMERFUNCTION, loop::timer).add(easy);
        loop.run();
        assertEquals(
                Set.of(easy, other),
                multi.messages().stream().map(Message::easy).collect(Collectors.toSet()));
    }

    @Test
    void whatItThrowsWhileAHandleIsRemovedSurfacesFromThere() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy easy = transfers.get(stalling.url());
        multi.add(easy.set(TIMEOUT_MS, 50_000));
        loop.runUntil(() -> !transfers.body(easy).isEmpty());
        multi.set(TIMERFUNCTION, timeoutMs -> {
            throw thrown;
        });
        CurlMultiException e = assertThrows(CurlMultiException.class, () -> multi.remove(easy));
        assertSame(thrown, e.getCause());
        assertEquals(List.of(), multi.handles());
        transfers.stillPerforms(easy, peer.url("/"), BODY);
    }

    @Test
    void isReplacedFromInsideItself() throws Exception {
        multi.set(TIMERFUNCTION, timeoutMs -> {
            loop.timer(timeoutMs);
            multi.set(TIMERFUNCTION, (TimerCallback) this::record);
        });
        multi.add(transfers.get(stalling.url()).set(TIMEOUT_MS, 200));
        loop.run();
        assertTrue(calls.stream().anyMatch(ms -> ms > 0), calls::toString);
    }

    @Test
    void isTakenAwayFromInsideItself() throws Exception {
        multi.unset(SOCKETFUNCTION).set(TIMERFUNCTION, timeoutMs -> {
            calls.add(timeoutMs);
            multi.unset(TIMERFUNCTION);
        });
        multi.add(get()).socketActionTimeout();
        Transfers.perform(multi);
        Transfers.onlyMessage(multi).orThrow();
        assertEquals(List.of(0L), calls);
    }

    @Test
    void isNotCalledOnceItIsUnset() throws Exception {
        multi.unset(SOCKETFUNCTION).set(TIMERFUNCTION, this::record).unset(TIMERFUNCTION);
        multi.add(get()).socketActionTimeout();
        Transfers.perform(multi);
        Transfers.onlyMessage(multi).orThrow();
        assertEquals(List.of(), calls);
    }
}
