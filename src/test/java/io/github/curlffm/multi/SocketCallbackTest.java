package io.github.curlffm.multi;

import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlMultiCode;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.SocketCallback.Poll;
import io.github.curlffm.testing.SocketLoop;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketCallbackTest extends LoopTransfers {

    private record Call(Easy easy, long socket, Poll what, Object attachment) {}

    private final List<Call> calls = new ArrayList<>();

    private void record(Easy easy, long socket, Poll what, Object attachment) {
        calls.add(new Call(easy, socket, what, attachment));
        loop.socket(easy, socket, what, attachment);
    }

    /** {@return the calls for sockets that were, at one time, a transfer's} */
    private List<Call> callsOfTransfers() {
        List<Long> sockets = calls.stream()
                .filter(call -> call.easy != null)
                .map(Call::socket)
                .toList();
        return calls.stream().filter(call -> sockets.contains(call.socket)).toList();
    }

    @Test
    void sixtyFourTransfersAtOnce() throws Exception {
        for (int i = 0; i < 64; i++) {
            multi.add(get());
        }
        loop.run();
        List<Message> messages = multi.messages();
        assertEquals(64, messages.size());
        for (Message message : messages) {
            message.orThrow();
            assertEquals(BODY, transfers.body(message.easy()));
        }
    }

    @Test
    void seesTheTransferTheSocketAndWhatToWatchItFor() throws Exception {
        Easy easy = transfers.get(stalling.url());
        multi.set(SOCKETFUNCTION, this::record).add(easy);
        loop.runUntil(() -> !transfers.body(easy).isEmpty());
        multi.remove(easy);
        List<Call> ofTransfer = callsOfTransfers();
        assertSame(easy, ofTransfer.getFirst().easy);
        assertTrue(ofTransfer.stream().map(Call::what).anyMatch(List.of(Poll.OUT, Poll.INOUT)::contains));
        assertTrue(ofTransfer.stream().map(Call::what).anyMatch(Poll.IN::equals), ofTransfer::toString);
        assertEquals(Poll.REMOVE, ofTransfer.getLast().what);
        assertEquals(1, ofTransfer.stream().map(Call::socket).distinct().count());
        assertTrue(ofTransfer.stream().allMatch(call -> call.attachment == null));
        multi.close();
        assertEquals(Set.of(), loop.watched());
    }

    @Test
    void isGivenWhatWasAttachedToTheSocketUntilLibcurlIsDoneWithIt() throws Exception {
        Map<Long, Object> attached = new HashMap<>();
        multi.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
            assertSame(attached.get(socket), attachment);
            record(easy, socket, what, attachment);
            if (what == Poll.REMOVE) {
                attached.remove(socket);
                multi.assign(socket, "too late");
            } else if (attachment == null) {
                attached.put(socket, new Object());
                multi.assign(socket, attached.get(socket));
            }
        });
        for (int i = 0; i < 4; i++) { // sockets come back with the same number
            try (Easy easy = transfers.get(stalling.url())) {
                multi.add(easy);
                loop.runUntil(() -> !transfers.body(easy).isEmpty());
            }
        }
        assertTrue(calls.stream().filter(call -> call.what == Poll.REMOVE).count() >= 4, calls::toString);
        assertTrue(calls.stream().anyMatch(call -> call.what == Poll.REMOVE && call.attachment != null));
    }

    @Test
    void whatIsAttachedCanBeReplacedAndTakenAwayAtAnyTime() throws Exception {
        multi.set(SOCKETFUNCTION, this::record);
        Easy easy = transfers.get(stalling.url());
        multi.add(easy);
        loop.runUntil(() -> !transfers.body(easy).isEmpty());
        long socket = callsOfTransfers().getLast().socket;
        multi.assign(socket, "first").assign(socket, "second");
        multi.remove(easy);
        assertEquals("second", callsOfTransfers().getLast().attachment);

        multi.add(easy);
        loop.runUntil(() -> transfers.body(easy).length() > StallingPeer.BEGUN.length());
        socket = callsOfTransfers().getLast().socket;
        multi.assign(socket, "third").assign(socket, null);
        multi.remove(easy);
        assertNull(callsOfTransfers().getLast().attachment);
    }

    @Test
    void whatWasAttachedIsForgottenWithTheSocketThoughNoCallbackSaidSo() throws Exception {
        Set<Long> stale = new HashSet<>();
        boolean back = false;
        while (!back) {
            calls.clear();
            multi.set(SOCKETFUNCTION, this::record);
            try (Easy easy = transfers.get(stalling.url())) {
                multi.add(easy);
                loop.runUntil(() -> !transfers.body(easy).isEmpty());
                assertTrue(calls.stream().allMatch(call -> call.attachment == null), calls::toString);
                long socket = callsOfTransfers().getLast().socket;
                back = !stale.add(socket); // the number of an earlier socket, which was closed
                multi.assign(socket, "stale").unset(SOCKETFUNCTION);
            }
        }
    }

    @Test
    void attachingToAnUnknownSocketIsRefused() {
        CurlMultiException e = assertThrows(CurlMultiException.class, () -> multi.assign(12345, "x"));
        assertEquals(CurlMultiCode.BAD_SOCKET, e.code());
    }

    @Test
    void whatItThrowsSurfacesFromTheCallThatRanItAndTheTransfersGoOn() throws Exception {
        for (Throwable thrown : throwables()) {
            StackTraceElement[] stack = thrown.getStackTrace();
            Throwable[] next = {thrown};
            multi.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
                loop.socket(easy, socket, what, attachment);
                if (next[0] != null) {
                    next[0] = null;
                    throwAsItIs(thrown);
                }
            });
            // On a connection that is there a transfer can be over before libcurl wants a socket watched.
            Easy first = get().set(FRESH_CONNECT, true);
            Easy second = get().set(FRESH_CONNECT, true);
            multi.add(first).add(second);
            if (thrown instanceof Error) {
                assertSame(thrown, assertThrows(AssertionError.class, loop::run));
            } else {
                CurlMultiException e = assertThrows(CurlMultiException.class, loop::run);
                assertSame(thrown, e.getCause());
                assertEquals(CurlMultiCode.ABORTED_BY_CALLBACK, e.code());
                assertTrue(e.getMessage().contains(thrown.toString()), e::toString);
            }
            assertEquals(List.of(stack), List.of(thrown.getStackTrace()));
            loop.run();
            for (Message message : multi.messages()) {
                message.orThrow();
            }
            assertEquals(BODY, transfers.body(first));
            assertEquals(BODY, transfers.body(second));
            multi.remove(first).remove(second);
        }
    }

    @Test
    void allThatItThrowsInOneCallSurfacesTogether() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        multi.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
            thrown.add(new IOException(what.name()));
            throw (IOException) thrown.getLast();
        });
        for (int i = 0; i < 3; i++) {
            multi.add(get());
        }
        CurlMultiException e = assertThrows(CurlMultiException.class, loop::run);
        assertTrue(thrown.size() >= 3, thrown::toString);
        assertSame(thrown.getFirst(), e.getCause());
        assertEquals(thrown.subList(1, thrown.size()), List.of(e.getCause().getSuppressed()));
        multi.unset(SOCKETFUNCTION);
    }

    @Test
    void whatItThrowsWhileAHandleIsRemovedSurfacesFromThereAndTheOthersGoOn() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy flying = transfers.get(stalling.url());
        Easy other = get();
        multi.add(flying);
        loop.runUntil(() -> !transfers.body(flying).isEmpty());
        multi.add(other);
        multi.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
            throw thrown;
        });
        CurlMultiException e = assertThrows(CurlMultiException.class, () -> multi.remove(flying));
        assertSame(thrown, e.getCause());
        assertEquals(List.of(other), multi.handles());
        multi.set(SOCKETFUNCTION, loop::socket);
        loop.run();
        Transfers.onlyMessage(multi).orThrow();
        transfers.stillPerforms(flying, peer.url("/"), BODY);
    }

    @Test
    void whatItThrowsWhileTheMultiOrAHandleIsClosedSurfacesFromThere() throws Exception {
        IOException thrown = new IOException("thrown");
        for (boolean closesMulti : new boolean[] {false, true}) {
            Multi other = new Multi();
            try (SocketLoop otherLoop = new SocketLoop(other)) {
                Easy flying = transfers.get(stalling.url());
                other.add(flying);
                otherLoop.runUntil(() -> !transfers.body(flying).isEmpty());
                other.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
                    throw thrown;
                });
                AutoCloseable closed = closesMulti ? other : flying;
                UncheckedIOException e = assertThrows(UncheckedIOException.class, closed::close);
                assertSame(thrown, e.getCause().getCause());
                closed.close();
                if (!closesMulti) {
                    other.unset(SOCKETFUNCTION).close();
                }
            }
        }
    }

    @Test
    void isReplacedFromInsideItself() throws Exception {
        multi.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
            loop.socket(easy, socket, what, attachment);
            multi.set(SOCKETFUNCTION, (SocketCallback) this::record);
        });
        Easy easy = get();
        multi.add(easy);
        loop.run();
        Transfers.onlyMessage(multi).orThrow();
        assertFalse(calls.isEmpty());
    }

    @Test
    void isTakenAwayFromInsideItself() throws Exception {
        multi.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> {
            record(easy, socket, what, attachment);
            multi.unset(SOCKETFUNCTION);
        });
        multi.add(get());
        multi.socketActionTimeout();
        while (calls.isEmpty()) {
            multi.poll(Transfers.LONG);
            multi.socketActionTimeout();
        }
        Transfers.perform(multi);
        Transfers.onlyMessage(multi).orThrow();
        assertEquals(1, calls.size());
    }

    @Test
    void isNotCalledOnceItIsUnset() throws Exception {
        multi.set(SOCKETFUNCTION, this::record).unset(SOCKETFUNCTION).unset(TIMERFUNCTION);
        multi.add(get());
        multi.socketActionTimeout();
        Transfers.perform(multi);
        Transfers.onlyMessage(multi).orThrow();
        assertEquals(List.of(), calls);
        assertNotEquals(0, transfers.body(transfers.easies().getFirst()).length());
    }
}
