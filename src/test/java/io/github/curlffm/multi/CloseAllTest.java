package io.github.curlffm.multi;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Multi#closeAll}: a multi that closes what is in it. */
class CloseAllTest {

    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();

    @Test
    void closesHandlesWithAndWithoutTransfers(StallingPeer stalling, HttpPeer peer) throws Exception {
        List<Easy> all = new ArrayList<>();
        boolean[] begun = {false};
        all.add(transfers.get(stalling.url()).set(WRITEFUNCTION, data -> {
            begun[0] = true;
        }));
        all.add(transfers.get(peer.url("/")));
        for (Easy easy : all) {
            multi.add(easy);
        }
        while (!begun[0]) {
            multi.perform();
            multi.poll(Duration.ofSeconds(1));
        }
        Easy outside = transfers.get(peer.url("/"));
        multi.closeAll();
        assertTrue(multi.isClosed());
        assertTrue(all.stream().allMatch(Easy::isClosed));
        assertTrue(!outside.isClosed());
        multi.closeAll();
    }

    @Test
    void isRefusedInACallbackAndClosesNothing(HttpPeer peer) throws Exception {
        List<Throwable> refused = new ArrayList<>();
        Easy easy = transfers.get(peer.url("/")).set(WRITEFUNCTION, data -> {
            refused.add(assertThrows(IllegalStateException.class, multi::closeAll));
        });
        multi.add(easy);
        while (multi.perform() > 0) {
            multi.poll(Duration.ofSeconds(1));
        }
        assertEquals(1, refused.size());
        assertTrue(!easy.isClosed() && !multi.isClosed());
        multi.closeAll();
    }

    @Test
    void nothingThatIsThrownIsLost(StallingPeer stalling) throws Exception {
        List<IOException> thrown = new ArrayList<>();
        List<Easy> all = new ArrayList<>();
        int[] begun = {0};
        for (int i = 0; i < 3; i++) {
            IOException own = new IOException("close of " + i);
            Easy easy = transfers.get(stalling.url()).set(WRITEFUNCTION, data -> {
                begun[0]++;
            });
            easy.set(CLOSESOCKETFUNCTION, socket -> {
                throw own;
            });
            thrown.add(own);
            all.add(easy);
            multi.add(easy);
        }
        while (begun[0] < 3) {
            multi.perform();
            multi.poll(Duration.ofSeconds(1));
        }
        UncheckedIOException e = assertThrows(UncheckedIOException.class, multi::closeAll);
        assertTrue(all.stream().allMatch(Easy::isClosed));
        List<Throwable> told = new ArrayList<>();
        told.add(cause(e));
        for (Throwable suppressed : e.getSuppressed()) {
            told.add(cause(suppressed));
        }
        assertEquals(thrown, told);
        assertSame(CallbackException.class, e.getCause().getClass());
    }

    private static Throwable cause(Throwable closing) {
        return closing.getCause().getCause();
    }
}
