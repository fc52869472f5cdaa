package io.github.curlffm.url;

import static io.github.curlffm.option.Option.CURLU;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.HttpPeer;
import org.junit.jupiter.api.Test;

/** A transfer that tries again over a new connection needs its URL: libcurl, having let go of it, would crash. */
class CurlUrlInUseTest {

    private static void assertRefused(Easy easy, CurlUrl url, String where) {
        var set = assertThrows(IllegalStateException.class, () -> easy.set(CURLU, url));
        var unset = assertThrows(IllegalStateException.class, () -> easy.unset(CURLU));
        String message = set.getMessage();
        assertTrue(message.startsWith("CURLOPT_CURLU cannot be changed " + where), set::toString);
        assertEquals(message, unset.getMessage());
    }

    @Test
    void itsUrlStaysWhatItIs() throws Exception {
        int[] calls = {0};
        try (HttpPeer peer = HttpPeer.answering("body");
                CurlUrl url = CurlUrl.parse(peer.url("/"));
                Easy easy = new Easy();
                Multi multi = new Multi()) {
            easy.set(URL, peer.url("/"));
            easy.set(WRITEFUNCTION, body -> {
                calls[0]++;
                assertRefused(easy, url, "from inside a callback");
            });
            easy.perform();
            assertTrue(calls[0] > 0);
            multi.add(easy);
            assertRefused(easy, url, "while the handle is in a Multi");
            multi.remove(easy);
            easy.set(CURLU, url).unset(CURLU);
        }
    }
}
