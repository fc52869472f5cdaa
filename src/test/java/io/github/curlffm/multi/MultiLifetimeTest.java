package io.github.curlffm.multi;

import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;
import static io.github.curlffm.option.Option.FORBID_REUSE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.PausesOnce;
import io.github.curlffm.testing.SocketLoop;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may be closed when: in any order, whatever a transfer is at. */
class MultiLifetimeTest {

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final StallingPeer stalling = new StallingPeer();
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();

    /** What a transfer is at when something is closed. */
    enum At {
        ADDED {
            @Override
            void bring(MultiLifetimeTest test, Easy easy) throws Exception {
                test.multi.add(easy.set(URL, test.peer.url("/")));
            }
        },
        IN_FLIGHT {
            @Override
            void bring(MultiLifetimeTest test, Easy easy) throws Exception {
                test.multi.add(easy.set(URL, test.stalling.url()));
                Transfers.performUntil(
                        test.multi, () -> test.transfers.body(easy).equals(StallingPeer.BEGUN));
            }
        },
        PAUSED {
            @Override
            void bring(MultiLifetimeTest test, Easy easy) throws Exception {
                boolean[] called = {false};
                easy.set(URL, test.peer.url("/")).set(WRITEFUNCTION, data -> {
                    called[0] = true;
                    return WriteCallback.PAUSE;
                });
                test.multi.add(easy);
                Transfers.performUntil(test.multi, () -> called[0]);
            }
        },
        DONE {
            @Override
            void bring(MultiLifetimeTest test, Easy easy) throws Exception {
                test.multi.add(easy.set(URL, test.peer.url("/")));
                Transfers.perform(test.multi);
            }
        },
        TOLD {
            @Override
            void bring(MultiLifetimeTest test, Easy easy) throws Exception {
                DONE.bring(test, easy);
                Transfers.onlyMessage(test.multi);
            }
        };

        abstract void bring(MultiLifetimeTest test, Easy easy) throws Exception;
    }

    private Easy at(At at) throws Exception {
        Easy easy = transfers.get(peer.url("/"));
        at.bring(this, easy);
        return easy;
    }

    @ParameterizedTest
    @EnumSource
    void aHandleOutlivesItsMulti(At at) throws Exception {
        Easy easy = at(at);
        multi.close();
        transfers.stillPerforms(easy, peer.url("/"), "hello");
        try (Multi other = new Multi()) {
            assertEquals(CurlCode.OK, Transfers.performOne(other.add(easy)).code());
        }
        easy.close();
    }

    @ParameterizedTest
    @EnumSource
    void aMultiOutlivesItsHandle(At at) throws Exception {
        Easy other = transfers.get(peer.url("/"));
        Easy easy = at(at);
        multi.add(other);
        easy.close();
        assertEquals(List.of(other), multi.handles());
        assertEquals(CurlCode.OK, Transfers.performOne(multi).code());
        assertEquals("hello", transfers.body(other));
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedHandleIsUsedByItself(At at) throws Exception {
        Easy easy = at(at);
        multi.remove(easy);
        transfers.stillPerforms(easy, peer.url("/"), "hello");
        assertEquals(0, multi.perform());
        assertEquals(List.of(), multi.messages());
    }

    @Test
    void whatALoopWatchesIsTakenBackHoweverATransferEnds() throws Exception {
        for (boolean closesMulti : new boolean[] {false, true}) {
            try (Multi looped = new Multi();
                    SocketLoop loop = new SocketLoop(looped)) {
                Easy easy = transfers.get(stalling.url());
                looped.add(easy);
                loop.runUntil(() -> !transfers.body(easy).isEmpty());
                assertFalse(loop.watched().isEmpty());
                if (closesMulti) {
                    looped.close();
                } else {
                    easy.close();
                }
                assertEquals(Set.of(), loop.watched());
            }
        }
    }

    @Test
    void everyOrderOfClosingTwoHandlesAndTheirMulti() throws Exception {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            Easy flying = transfers.get(stalling.url());
            Easy idle = transfers.get(peer.url("/"));
            Multi owner = new Multi();
            owner.add(flying);
            Transfers.performUntil(owner, () -> !transfers.body(flying).isEmpty());
            owner.add(idle);
            AutoCloseable[] all = {owner, flying, idle};
            for (int which : order) {
                all[which].close();
            }
            assertThrows(IllegalStateException.class, owner::perform);
        }
    }

    @Test
    void theConnectionsOfAMultiOutliveTheirHandles(HttpPeer noting) throws Exception {
        List<Integer> clients = new ArrayList<>();
        noting.serve(exchange -> {
            synchronized (clients) {
                clients.add(exchange.getRemoteAddress().getPort());
            }
            HttpPeer.answer(exchange, 200, "hello");
        });
        for (int i = 0; i < 3; i++) {
            try (Easy easy = new Easy().set(URL, noting.url("/")).set(WRITEFUNCTION, data -> {})) {
                assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
            }
        }
        assertEquals(3, clients.size());
        assertEquals(1, Set.copyOf(clients).size(), "connections");
    }

    @Test
    void aPausedTransferGoesOnWhenItIsResumed() throws Exception {
        StringBuilder body = new StringBuilder();
        PausesOnce write = new PausesOnce(data -> body.append(new String(data)));
        Easy easy = transfers.get(peer.url("/")).set(WRITEFUNCTION, (WriteCallback) write);
        multi.add(easy);
        Transfers.performUntil(multi, write::hasPaused);
        easy.resume();
        assertEquals(CurlCode.OK, Transfers.performOne(multi).code());
        assertEquals("hello", body.toString());
    }

    @Test
    void whatACallbackThrowsWhileItsTransferIsResumedComesWithTheMessage() throws Exception {
        IOException thrown = new IOException("thrown");
        PausesOnce write = new PausesOnce(data -> {
            throw thrown;
        });
        Easy easy = transfers.get(peer.url("/")).set(WRITEFUNCTION, (WriteCallback) write);
        multi.add(easy);
        Transfers.performUntil(multi, write::hasPaused);
        easy.resume();
        assertEquals(thrown, Transfers.performOne(multi).thrown());
    }

    @Test
    void whatNobodyClosedIsReclaimedThoughItsLambdasReferToIt() throws Exception {
        int before = Registry.size();
        for (int i = 0; i < 8; i++) {
            forget();
        }
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        for (int i = 0; i < 200 && Registry.size() > before; i++) {
            System.gc();
            queue.remove(20); // lets the cleaner's thread run
        }
        assertEquals(before, Registry.size());
    }

    private void forget() throws Exception {
        Multi unclosed = new Multi();
        StringBuilder body = new StringBuilder();
        Easy flying = new Easy().set(URL, stalling.url());
        flying.set(WRITEFUNCTION, data -> body.append(new String(data)).append(flying));
        Easy idle = new Easy().set(URL, peer.url("/")).set(FORBID_REUSE, true);
        idle.set(WRITEFUNCTION, data -> body.append(unclosed).append(idle));
        unclosed.set(SOCKETFUNCTION, (easy, socket, what, attachment) -> unclosed.assign(socket, unclosed));
        unclosed.set(TIMERFUNCTION, timeout -> body.append(unclosed));
        unclosed.add(flying).add(idle);
        Transfers.performUntil(unclosed, () -> body.indexOf(StallingPeer.BEGUN) >= 0);
        assertTrue(Registry.size() > 0);
    }
}
