package io.github.curlffm.multi;

import static io.github.curlffm.option.MultiOption.MAXCONNECTS;
import static io.github.curlffm.option.MultiOption.MAX_CONCURRENT_STREAMS;
import static io.github.curlffm.option.MultiOption.MAX_HOST_CONNECTIONS;
import static io.github.curlffm.option.MultiOption.MAX_TOTAL_CONNECTIONS;
import static io.github.curlffm.option.MultiOption.NETWORK_CHANGED;
import static io.github.curlffm.option.MultiOption.NOTIFYFUNCTION;
import static io.github.curlffm.option.MultiOption.PIPELINING;
import static io.github.curlffm.option.MultiOption.PUSHFUNCTION;
import static io.github.curlffm.option.MultiOption.QUICK_EXIT;
import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlMultiCode;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.internal.key.Row;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.NetworkChanged;
import io.github.curlffm.option.Pipelining;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultiOptionTest {

    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private final HttpPeer peer = new HttpPeer(exchange -> {
        connections.add(exchange.getRemoteAddress().getPort());
        HttpPeer.answer(exchange, 200, "hello");
    });
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();

    static List<MultiOption<?>> options() {
        return Keys.of(MultiOption.class);
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionIsTakenBackToItsDefaultOrUnknown(MultiOption<?> option) {
        Row row = Keys.row(MultiOption.class, option);
        if (Loaded.isAtLeast(row.since())) {
            assertSame(multi, multi.unset(option));
        } else {
            CurlOptionException e = assertThrows(CurlOptionException.class, () -> multi.unset(option));
            assertEquals(CurlMultiCode.UNKNOWN_OPTION, e.code());
            assertEquals(row.toString(), e.option());
            assertTrue(e.getMessage().contains("it came with libcurl " + row.since()), e::toString);
        }
    }

    @Test
    void optionsTravelAsTheTypesThatTheyHave() {
        multi.set(MAXCONNECTS, 3)
                .set(MAX_HOST_CONNECTIONS, 2)
                .set(MAX_TOTAL_CONNECTIONS, Long.valueOf(2))
                .set(MAX_CONCURRENT_STREAMS, 7)
                .set(PIPELINING, Set.of(Pipelining.MULTIPLEX))
                .set(MultiOption.offset("CONTENT_LENGTH_PENALTY_SIZE", 30009), 1L << 40)
                .set(MultiOption.number("MAXCONNECTS", 6), 3);
        if (Loaded.isAtLeast("8.20.0")) {
            multi.set(QUICK_EXIT, true);
        }
    }

    @Test
    void anUnknownNumberIsRefusedAsSuch() {
        CurlOptionException e =
                assertThrows(CurlOptionException.class, () -> multi.set(MultiOption.number("NEWOPT", 999), 1));
        assertEquals(CurlMultiCode.UNKNOWN_OPTION, e.code());
        assertTrue(e.getMessage().contains("CURLMOPT_NEWOPT is not an option of the loaded libcurl"), e::toString);
    }

    @Test
    void nullIsRefusedInWordsThatSayWhatToDo() {
        NullPointerException e = assertThrows(NullPointerException.class, () -> multi.set(SOCKETFUNCTION, null));
        assertTrue(e.getMessage().contains("unset(SOCKETFUNCTION)"), e::toString);
    }

    @Test
    void anOptionOfAHandleHasACodeOfItsOwn() {
        Easy easy = transfers.get(peer.url("/"));
        CurlOptionException e = assertThrows(
                CurlOptionException.class, () -> easy.set(io.github.curlffm.option.Option.number("NEWOPT", 999), 1));
        assertEquals(CurlCode.UNKNOWN_OPTION, e.code());
    }

    @Test
    void notifyFunctionIsUnknownToAnOldLibcurl() {
        Needs.olderLibcurl("8.17.0");
        assertThrows(CurlOptionException.class, () -> multi.set(NOTIFYFUNCTION, (notification, easy) -> {}));
    }

    @Test
    void pushFunctionIsRefusedWhereLibcurlWouldCrash() {
        Needs.olderLibcurl("8.1.0");
        UnsupportedOperationException e = assertThrows(
                UnsupportedOperationException.class, () -> multi.set(PUSHFUNCTION, (parent, pushed, headers) -> null));
        assertTrue(e.getMessage().contains("CURLMOPT_PUSHFUNCTION"), e::toString);
        multi.unset(PUSHFUNCTION);
    }

    @Test
    void oneConnectionAtATime() throws Exception {
        multi.set(MAX_TOTAL_CONNECTIONS, 1);
        for (int i = 0; i < 8; i++) {
            multi.add(transfers.get(peer.url("/")));
        }
        while (multi.perform() > 0) {
            multi.poll(Duration.ofMillis(100)); // 7.88.1 may forget to wake up when it is a waiting handle's turn
        }
        for (Message message : multi.messages()) {
            message.orThrow();
        }
        assertEquals(1, connections.size());
    }

    @Test
    void networkChangedClosesIdleConnectionsAtOnce() throws Exception {
        Needs.libcurl("8.16.0");
        List<Long> closed = new ArrayList<>();
        Easy easy = transfers.get(peer.url("/")).set(CLOSESOCKETFUNCTION, socket -> {
            closed.add(socket);
            return null;
        });
        Transfers.performOne(multi.add(easy)).orThrow();
        assertEquals(List.of(), closed);
        multi.set(NETWORK_CHANGED, Set.of(NetworkChanged.CLEAR_CONNS, NetworkChanged.CLEAR_DNS));
        assertEquals(1, closed.size());
    }
}
