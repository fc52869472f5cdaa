package io.github.curlffm.easy;

import static io.github.curlffm.option.Info.EFFECTIVE_URL;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.MAXREDIRS;
import static io.github.curlffm.option.Option.MAX_RECV_SPEED_LARGE;
import static io.github.curlffm.option.Option.NOPROGRESS;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.PausesOnce;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the few options do that can be changed while a handle is in use; that the others cannot: misuse.InUseTest. */
class ChangesInUseTest {

    @Test
    void aTimeLimitSetByACallbackEndsTheTransfer(Easy easy, WireServer stalling) {
        stalling.serve(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nb");
            connection.in().read();
        });
        easy.set(URL, stalling.url("http", "/")).set(WRITEFUNCTION, body -> easy.set(TIMEOUT_MS, 300));
        assertEquals(
                CurlCode.OPERATION_TIMEDOUT,
                assertThrows(CurlException.class, easy::perform).code());
    }

    @Test
    void aLimitOfRedirectsSetByACallbackCountsAtTheNext(Easy easy, HttpPeer peer) {
        peer.serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "/");
            HttpPeer.answer(exchange, 302, "");
        });
        int[] responses = {0};
        easy.set(URL, peer.url("/")).set(Option.FOLLOWLOCATION, true).set(HEADERFUNCTION, line -> {
            if (new String(line).startsWith("HTTP/") && ++responses[0] == 2) {
                easy.set(MAXREDIRS, 3);
            }
        });
        assertEquals(
                CurlCode.TOO_MANY_REDIRECTS,
                assertThrows(CurlException.class, easy::perform).code());
        assertEquals(4, responses[0]);
    }

    /** libcurl 8.17.0 and later would take the transfer for one that goes on, and resume() would do nothing. */
    @Test
    void aSpeedIsNotChangedWhileTheTransferIsPaused(Easy easy, Multi multi, HttpPeer peer) throws Exception {
        StringBuilder body = new StringBuilder();
        PausesOnce write = new PausesOnce(data -> body.append(new String(data)));
        easy.set(URL, peer.url("/")).set(WRITEFUNCTION, (WriteCallback) write);
        multi.add(easy);
        easy.set(MAX_RECV_SPEED_LARGE, 1_000_000);
        Transfers.performUntil(multi, write::hasPaused);
        var refused = assertThrows(IllegalStateException.class, () -> easy.set(MAX_RECV_SPEED_LARGE, 1000));
        assertTrue(refused.getMessage().contains("paused"), refused::getMessage);
        assertThrows(IllegalStateException.class, () -> easy.unset(MAX_RECV_SPEED_LARGE));
        easy.set(NOPROGRESS, true).resume();
        easy.set(MAX_RECV_SPEED_LARGE, 2_000_000);
        Transfers.performOne(multi).orThrow();
        assertEquals(HttpPeer.BODY, body.toString());
    }

    @Test
    void whatIsDoneIsChangedWhenItsMessageHasBeenRead(Easy easy, Multi multi, HttpPeer peer) throws Exception {
        easy.set(URL, peer.url("/")).set(WRITEFUNCTION, body -> {});
        multi.add(easy);
        while (multi.perform() > 0) {
            multi.waitFor(Duration.ofSeconds(1));
        }
        var refused = assertThrows(IllegalStateException.class, () -> easy.set(URL, peer.url("/next")));
        assertEquals(
                "CURLOPT_URL cannot be changed while the handle is in a Multi; do it when the message of its transfer"
                        + " has been read, or remove the handle first",
                refused.getMessage());
        multi.messages().getFirst().orThrow();
        easy.set(URL, peer.url("/next"));
        multi.remove(easy).add(easy);
        assertThrows(IllegalStateException.class, () -> easy.set(URL, peer.url("/other")));
        Transfers.performOne(multi).orThrow();
        assertTrue(easy.get(EFFECTIVE_URL).endsWith("/next"));
    }

    @Test
    void whatTiesAHandleToOthersIsChangedWhenItIsRemoved(Easy easy, Multi multi, HttpPeer peer) throws Exception {
        easy.set(URL, peer.url("/")).set(WRITEFUNCTION, body -> {});
        multi.add(easy);
        Transfers.performOne(multi).orThrow();
        try (Share share = new Share()) {
            var refused = assertThrows(IllegalStateException.class, () -> easy.set(SHARE, share));
            assertEquals(
                    "CURLOPT_SHARE cannot be changed while the handle is in a Multi; remove the handle first",
                    refused.getMessage());
            multi.remove(easy);
            easy.set(SHARE, share).unset(SHARE);
        }
    }
}
