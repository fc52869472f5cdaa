package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.examples.Debug;
import io.github.curlffm.examples.HeaderAndBody;
import io.github.curlffm.examples.Progress;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Printed;
import io.github.curlffm.testing.WireServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The three programs of {@code scripts/demo}, in this JVM. */
class ExamplesTest {

    private static final String[] STEPS = {"0 %", "25 %", "50 %", "75 %", "100 %"};

    private static String[] urlOf(HttpPeer peer) {
        return new String[] {peer.url("/a")};
    }

    @Test
    void headerAndBodyShowsTheCodeTheHeaderAndTheBody() throws Exception {
        HttpPeer serving = new HttpPeer(exchange -> {
            exchange.getResponseHeaders().set("X-Colour", "blue");
            HttpPeer.answer(exchange, 203, "the body");
        });
        try (HttpPeer peer = serving) {
            List<String> lines = Printed.by(() -> HeaderAndBody.main(urlOf(peer)))
                    .out()
                    .lines()
                    .toList();
            assertEquals("203", lines.getFirst());
            assertTrue(lines.get(1).startsWith("HTTP/1.1 203"), lines::toString);
            assertTrue(lines.contains("X-colour: blue"), lines::toString);
            assertEquals(List.of("", "the body"), lines.subList(lines.size() - 2, lines.size()));
        }
    }

    @Test
    void headerAndBodyPassesOnWhatGoesWrong(WireServer server) {
        server.serve(connection -> connection.readHead());
        String[] url = {server.url("http", "/")};
        CurlException e = assertThrows(CurlException.class, () -> Printed.by(() -> HeaderAndBody.main(url)));
        assertEquals(CurlCode.GOT_NOTHING, e.code());
    }

    @Test
    void progressGoesFromNothingToAllForBothDirections() throws Exception {
        AtomicReference<byte[]> uploaded = new AtomicReference<>();
        HttpPeer serving = new HttpPeer(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                uploaded.set(body);
            }
            HttpPeer.answer(exchange, 200, "0".repeat(1_000_000));
        });
        try (HttpPeer peer = serving) {
            List<String> lines =
                    Printed.by(() -> Progress.main(urlOf(peer))).out().lines().toList();
            assertTrue(isPassage(lines, "download "), lines::toString);
            assertTrue(isPassage(lines, "upload "), lines::toString);
            assertArrayEquals(new byte[1_000_000], uploaded.get());
        }
    }

    /** Steps may be left out when data comes fast, the last one never. */
    private static boolean isPassage(List<String> lines, String what) {
        List<String> shown =
                lines.stream().filter(line -> line.startsWith(what)).toList();
        List<String> all = List.of(STEPS).stream().map(what::concat).toList();
        List<String> inOrder = all.stream().filter(shown::contains).toList();
        return shown.equals(inOrder) && shown.contains(all.getLast());
    }

    @Test
    void debugShowsWordsHeadersAndTheSizeOfData(HttpPeer peer) throws Exception {
        peer.serve("the body");
        List<String> lines =
                Printed.by(() -> Debug.main(urlOf(peer))).out().lines().toList();
        assertTrue(lines.contains("debug(HEADER_OUT): GET /a HTTP/1.1"), lines::toString);
        assertTrue(lines.contains("debug(HEADER_IN): HTTP/1.1 200 OK"), lines::toString);
        assertTrue(lines.contains("debug(DATA_IN): 8 bytes"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("debug(TEXT): ")), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("debug(")), lines::toString);
    }
}
