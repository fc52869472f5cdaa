package io.github.curlffm.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlException;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiExamplesTest {

    private static final int MANY = 64;

    private static HttpPeer peer() {
        return new HttpPeer(exchange -> {
            String path = exchange.getRequestURI().getPath();
            HttpPeer.answer(exchange, path.equals("/missing") ? 404 : 200, "this is " + path);
        });
    }

    @Test
    void parallelDownloadsWritesFilesAndSaysWhatFailed(@TempDir Path folder) throws Exception {
        downloads(folder, ParallelDownloads::main);
    }

    @Test
    void futureDownloadsWritesFilesAndSaysWhatFailed(@TempDir Path folder) throws Exception {
        downloads(folder, FutureDownloads::main);
    }

    private static void downloads(Path folder, Main main) throws Exception {
        try (HttpPeer peer = peer()) {
            List<String> lines = Printed.by(() -> main.main(
                            new String[] {folder.toString(), peer.url("/a"), peer.url("/missing"), peer.url("/b")}))
                    .out()
                    .lines()
                    .toList();
            assertEquals(3, lines.size(), lines::toString);
            assertTrue(lines.contains(peer.url("/a") + ": 10 bytes"), lines::toString);
            assertTrue(lines.contains(peer.url("/b") + ": 10 bytes"), lines::toString);
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(peer.url("/missing: [22]"))), lines::toString);
            assertEquals("this is /a", Files.readString(folder.resolve("a")));
            assertEquals("this is /b", Files.readString(folder.resolve("b")));
        }
    }

    @Test
    void epollLoopGetsManyAtOnce() throws Exception {
        try (HttpPeer peer = peer()) {
            loops(peer, EpollLoop::main);
        }
    }

    @Test
    void epollLoopDoesWithoutEpoll() throws Exception {
        Needs.that(!System.getProperty("os.name").startsWith("Windows"), "poll, which Windows does not have");
        try (HttpPeer peer = peer()) {
            loops(peer, urls -> EpollLoop.get(new Watch.PollSet(), urls));
        }
    }

    @FunctionalInterface
    private interface Main {
        void main(String[] arguments) throws Exception;
    }

    private static void loops(HttpPeer peer, Main main) throws Exception {
        String[] urls =
                IntStream.range(0, MANY).mapToObj(i -> peer.url("/" + (i + 10))).toArray(String[]::new);
        Set<String> lines = Printed.by(() -> main.main(urls)).out().lines().collect(Collectors.toSet());
        assertEquals(Stream.of(urls).map(url -> url + ": OK, 11 bytes").collect(Collectors.toSet()), lines);
    }

    @Test
    void serverPushShowsWhatIsPushedButForPictures() throws Exception {
        Needs.libcurl("8.1.0");
        Needs.feature("HTTP2");
        try (Http2Peer peer = new Http2Peer("/style.css", "/logo.png")) {
            Set<String> lines = Printed.by(() -> ServerPush.main(new String[] {peer.url("/")}))
                    .out()
                    .lines()
                    .collect(Collectors.toSet());
            assertEquals(
                    Set.of(
                            "asked for: this is /",
                            "/style.css pushed: this is /style.css",
                            peer.url("/: OK"),
                            peer.url("/style.css: OK")),
                    lines);
        }
    }

    @Test
    void serverPushPassesOnWhatGoesWrong() {
        Needs.libcurl("8.1.0");
        HttpPeer gone = peer();
        String url = gone.url("/");
        gone.close();
        assertThrows(CurlException.class, () -> Printed.by(() -> ServerPush.main(new String[] {url})));
    }
}
