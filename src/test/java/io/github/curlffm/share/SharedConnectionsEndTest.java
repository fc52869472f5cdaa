package io.github.curlffm.share;

import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.ShareOption.UNSHARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.ChannelPeer;
import org.junit.jupiter.api.Test;

/** The connections of a share are closed with it, whatever it has been set to since. */
class SharedConnectionsEndTest {

    private final ChannelPeer peer = ChannelPeer.at("127.0.0.1", "body");

    private void transferWith(Share share) throws CurlException {
        try (Easy easy = new Easy()) {
            easy.set(URL, peer.url("/"))
                    .set(WRITEFUNCTION, body -> {})
                    .set(SHARE, share)
                    .perform();
        }
    }

    @Test
    void whenTheyAreSharedTwice() throws Exception {
        try (Share share = new Share(LockData.CONNECT)) {
            transferWith(share);
            share.set(ShareOption.SHARE, LockData.CONNECT);
            transferWith(share);
            assertEquals(1, peer.connections());
        }
        peer.awaitEnd();
    }

    @Test
    void whenTheyAreNoLongerShared() throws Exception {
        try (Share share = new Share(LockData.CONNECT)) {
            transferWith(share);
            share.set(UNSHARE, LockData.CONNECT);
        }
        peer.awaitEnd();
    }

    /** libcurl before 8.10.0 would lose those that it had. */
    @Test
    void whenTheyAreSharedOnceMore() throws Exception {
        try (Share share = new Share(LockData.CONNECT)) {
            transferWith(share);
            share.set(UNSHARE, LockData.CONNECT);
            if (Curl.version().isAtLeast(8, 10, 0)) {
                share.set(ShareOption.SHARE, LockData.CONNECT);
                transferWith(share);
                assertEquals(1, peer.connections());
            } else {
                var e = assertThrows(CurlOptionException.class, () -> share.set(ShareOption.SHARE, LockData.CONNECT));
                assertTrue(e.getMessage().contains("libcurl before 8.10.0 would lose"), e::toString);
            }
        }
        peer.awaitEnd();
    }
}
