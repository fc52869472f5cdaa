package io.github.curlffm.url;

import static io.github.curlffm.option.Info.EFFECTIVE_URL;
import static io.github.curlffm.option.Option.CURLU;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A URL as the value of CURLU, its end, and its use by several threads. */
class CurlUrlLifeTest {

    private final HttpPeer peer = new HttpPeer(exchange -> {
        if (exchange.getRequestURI().getPath().equals("/moved")) {
            exchange.getResponseHeaders().set("Location", "/there");
            HttpPeer.answer(exchange, 302, "");
        } else {
            String user = exchange.getRequestHeaders().getFirst("Authorization");
            HttpPeer.answer(exchange, 200, exchange.getRequestURI() + (user == null ? "" : " " + user));
        }
    });

    private final Easy easy = new Easy();

    private CurlUrl url(String path) {
        return CurlUrl.parse(peer.url(path));
    }

    @Test
    void aTransferGoesToTheUrl() throws CurlException {
        try (CurlUrl url = url("/a")) {
            url.set(Part.QUERY, "x=\u00fc", Flag.URLENCODE).set(Part.USER, "me").set(Part.PASSWORD, "pw");
            easy.set(CURLU, url);
            assertEquals("/a?x%3d%c3%bc basic bwu6chc=", Perform.body(easy).toLowerCase());
        }
    }

    @Test
    void theHandleKeepsACopy() throws CurlException {
        CurlUrl url = url("/a");
        easy.set(CURLU, url);
        url.set(Part.PATH, "/b");
        assertEquals("/a", Perform.body(easy));
        url.close();
        assertEquals("/a", Perform.body(easy));
    }

    @Test
    void severalHandlesTakeOneUrl() throws CurlException {
        try (CurlUrl url = url("/a");
                Easy other = new Easy()) {
            easy.set(CURLU, url);
            other.set(CURLU, url);
            easy.close();
            assertEquals("/a", Perform.body(other));
        }
    }

    @Test
    void itTakesPrecedenceOverAUrlInAString() throws CurlException {
        try (CurlUrl url = url("/a")) {
            easy.set(CURLU, url).set(URL, peer.url("/b"));
            assertEquals("/a", Perform.body(easy));
            easy.unset(CURLU).set(URL, peer.url("/b"));
            assertEquals("/b", Perform.body(easy));
        }
    }

    @Test
    void itIsReplacedBetweenTransfers() throws CurlException {
        try (CurlUrl first = url("/a");
                CurlUrl second = url("/b")) {
            easy.set(CURLU, first);
            assertEquals("/a", Perform.body(easy));
            easy.set(CURLU, second);
            assertEquals("/b", Perform.body(easy));
        }
    }

    @Test
    void aTransferDoesNotChangeIt() throws CurlException {
        try (CurlUrl url = url("/moved")) {
            easy.set(CURLU, url).set(FOLLOWLOCATION, true);
            assertEquals("/there", Perform.body(easy));
            assertEquals(peer.url("/there"), easy.get(EFFECTIVE_URL));
            assertEquals(peer.url("/moved"), url.get(Part.URL));
            assertEquals("/there", Perform.body(easy));
        }
    }

    @Test
    void aDuplicateOfTheHandleHasIt() throws CurlException {
        try (CurlUrl url = url("/a")) {
            easy.set(CURLU, url);
        }
        try (Easy copy = easy.duplicate()) {
            easy.close();
            assertEquals("/a", Perform.body(copy));
        }
    }

    @Test
    void resetTakesItAway() throws CurlException {
        try (CurlUrl url = url("/a")) {
            easy.set(CURLU, url).reset();
            Perform.failsWith(CurlCode.URL_MALFORMAT, easy);
        }
    }

    @Test
    void aUrlThatIsNotWholeFailsInTheTransfer() {
        try (CurlUrl url = new CurlUrl().set(Part.HOST, "127.0.0.1")) {
            easy.set(CURLU, url);
            Perform.failsWith(CurlCode.URL_MALFORMAT, easy);
        }
    }

    @Test
    void nothingWorksOnAClosedUrlButClose() {
        CurlUrl url = CurlUrl.of(URI.create("http://h/"));
        url.close();
        Stream.<Runnable>of(
                        () -> url.get(Part.URL),
                        () -> url.set(Part.PATH, "/"),
                        () -> url.unset(Part.PATH),
                        url::duplicate,
                        url::toURI,
                        () -> easy.set(CURLU, url))
                .forEach(action -> assertEquals(
                        "this CurlUrl is closed",
                        assertThrows(IllegalStateException.class, action::run).getMessage()));
        url.close();
    }

    /** Each use is over at once, so this lets them collide until one is turned away. */
    @Test
    void aSecondThreadIsTurnedAway() throws Exception {
        AtomicBoolean turnedAway = new AtomicBoolean();
        String path = "/" + "x y".repeat(100_000);
        try (CurlUrl url = new CurlUrl();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Void> use = () -> {
                while (!turnedAway.get()) {
                    try {
                        url.set(Part.PATH, path, Flag.URLENCODE);
                        assertEquals(path, url.get(Part.PATH, Flag.URLDECODE));
                    } catch (IllegalStateException e) {
                        assertTrue(
                                e.getMessage().startsWith("this CurlUrl is in use by another thread ("), e::toString);
                        turnedAway.set(true);
                    }
                }
                return null;
            };
            for (Future<Void> future : threads.invokeAll(List.of(use, use))) {
                future.get();
            }
            assertEquals(path, url.get(Part.PATH, Flag.URLDECODE));
        }
    }

    @Test
    void itMayMoveToAnotherThread() throws Exception {
        try (CurlUrl url = url("/a");
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.submit(() -> url.set(Part.PATH, "/b")).get();
            assertEquals("/b", url.get(Part.PATH));
            thread.submit(url::close).get();
        }
    }
}
