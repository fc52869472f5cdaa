package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The programs of the cookbook for HTTP; {@link CookbookPeersTest} has the others. */
class CookbookTest extends Cooking {
    /** What is under no heading that a method here cooks would not be tested. */
    @Test
    void everyProgramIsCooked() throws Exception {
        Path tests = Path.of("src/test/java/io/github/curlffm/docs");
        String cooks = Files.readString(tests.resolve("CookbookTest.java"))
                + Files.readString(tests.resolve("CookbookPeersTest.java"));
        String runs = Files.readString(tests.resolve("ReadmeTest.java"));
        Set<String> headings = new HashSet<>();
        for (Readme.Block block : COOKBOOK.blocks("java")) {
            headings.add(block.heading());
            String name = "\"" + block.heading() + "\"";
            assertTrue(cooks.contains("cook(" + name) || runs.contains("(" + name + ")"), block::toString);
        }
        assertEquals(COOKBOOK.blocks("java").size(), headings.size());
    }

    // --- HTTP
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void downloads() throws Exception {
        try (HttpPeer peer = peer(exchange -> {
            String range = header(exchange, "Range");
            if (range.equals("bytes=3-")) {
                exchange.getResponseHeaders().set("Content-Range", "bytes 3-9/10");
                HttpPeer.answer(exchange, 206, "3456789");
            } else {
                HttpPeer.answer(exchange, 200, "0123456789");
            }
        })) {
            Path file = folder.resolve("big.iso");
            assertTrue(cook("Downloading a file, again from where it stopped", HOST, peer.url("/"))
                    .endsWith("10 of 10"));
            assertEquals("0123456789", Files.readString(file));
            Files.writeString(file, "abc");
            cook("Downloading a file, again from where it stopped", HOST, peer.url("/"));
            assertEquals("abc3456789", Files.readString(file));
        }
    }

    @Test
    void json() throws Exception {
        AtomicInteger status = new AtomicInteger(201);
        try (HttpPeer peer = peer(exchange -> HttpPeer.answer(
                exchange,
                status.get(),
                header(exchange, "Content-Type") + " " + header(exchange, "Accept") + " " + body(exchange)))) {
            String answer = "application/json application/json {\"name\": \"Zo\u00eb\"}";
            assertEquals(answer + "\n", cook("JSON there and back", HOST, peer.url("/")));
            status.set(409);
            IOException e = assertThrows(IOException.class, () -> cook("JSON there and back", HOST, peer.url("/")));
            assertEquals("409: " + answer, e.getMessage());
        }
    }

    @Test
    void logsIn() throws Exception {
        try (HttpPeer peer = peer(exchange -> {
            String authorization = header(exchange, "Authorization");
            exchange.getResponseHeaders()
                    .set("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"");
            boolean digest = authorization.startsWith("Digest username=\"zoe\"");
            HttpPeer.answer(exchange, digest || authorization.equals("Bearer the-token") ? 200 : 401, authorization);
        })) {
            assertTrue(cook("Logging in", HOST, peer.url("/")).startsWith("Digest username=\"zoe\", realm=\"r\""));
            assertEquals("Bearer the-token\n", cook("Logging in with a token", HOST, peer.url("/")));
        }
    }

    @Test
    void sharesCookies() throws Exception {
        try (HttpPeer peer = peer(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=1");
            requests.add(header(exchange, "Cookie"));
            HttpPeer.answer(exchange, 200, "");
        })) {
            cook("Sharing between handles", HOST, peer.url("/"));
        }
        assertEquals(List.of("GET /login", "null", "GET /", "session=1"), requests);
    }

    @Test
    void sendsAForm() throws Exception {
        Files.writeString(folder.resolve("report.pdf"), "the report");
        try (HttpPeer peer = peer(exchange -> {
            requests.add(body(exchange));
            HttpPeer.answer(exchange, 200, "");
        })) {
            cook("Uploading a form with files", HOST, peer.url("/"));
        }
        assertTrue(requests.getLast().contains("filename=\"report.pdf\""), requests::toString);
        assertTrue(requests.getLast().contains("\r\n\r\nthe report\r\n"), requests::toString);
    }

    @Test
    void showsHeaders() throws Exception {
        try (HttpPeer peer = peer(exchange -> HttpPeer.answer(exchange, 200, ""))) {
            cook("Response headers", HOST, peer.url("/"));
        }
        assertEquals(List.of("GET /"), requests);
    }

    @Test
    void partsOfUrls() throws Exception {
        cook("Parsing URLs");
    }

    @Test
    void triesAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger(3);
        try (HttpPeer peer = peer(exchange -> {
            boolean fails = failures.getAndDecrement() > 0;
            HttpPeer.answer(exchange, fails ? 503 : 200, fails ? "" : "at last");
        })) {
            assertEquals("at last\n", cook("Trying again", HOST, peer.url("/")));
            assertEquals(4, requests.size());
            failures.set(100);
            CurlException e = assertThrows(CurlException.class, () -> cook("Trying again", HOST, peer.url("/")));
            assertEquals(CurlCode.HTTP_RETURNED_ERROR, e.code());
            assertEquals(4 + 6, requests.size());
        }
    }

    @Test
    void keepsCookies() throws Exception {
        Files.createFile(folder.resolve("cookies.txt"));
        try (HttpPeer peer = peer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/login")) {
                exchange.getResponseHeaders().set("Set-Cookie", "session=" + body(exchange) + "; Max-Age=1000");
            } else {
                requests.add(header(exchange, "Cookie"));
            }
            HttpPeer.answer(exchange, 200, "");
        })) {
            assertEquals("1\n", cook("Cookies that stay", HOST, peer.url("/")));
        }
        assertEquals(List.of("POST /login", "GET /private", "session=name=zoe"), requests);
        assertTrue(Files.readString(folder.resolve("cookies.txt")).endsWith("session\tname=zoe\n"));
    }

    @Test
    void manyAtATimeAndEachInAThread() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (HttpPeer peer = peer(exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            HttpPeer.answer(exchange, 200, exchange.getRequestURI().getPath());
            now.decrementAndGet();
        })) {
            assertEquals("200\n", cook("Two hundred URLs, a few at a time", HOST, peer.url("/")));
            assertEquals(200, Set.copyOf(requests).size());
            assertTrue(most.get() <= 6, most::toString);
            assertEquals("/page/one\n/page/two\n/page/three\n", cook("A virtual thread for each", HOST, peer.url("/")));
        }
    }

    @Test
    void givesUp(StallingPeer stalling) throws Exception {
        cook("Giving up", HOST + "stalls", stalling.url());
    }

    @Test
    void readsLines() throws Exception {
        try (HttpPeer peer = peer(exchange -> HttpPeer.answer(exchange, 200, "one\ntwo\n"))) {
            assertEquals("one\ntwo\n", cook("Lines of a response as they come", HOST, peer.url("/")));
        }
    }

    @Test
    void signs() throws Exception {
        Files.writeString(folder.resolve("report.pdf"), "report");
        try (HttpPeer peer = peer(exchange -> {
            requests.add(header(exchange, "Authorization"));
            requests.add(body(exchange));
            HttpPeer.answer(exchange, 200, "");
        })) {
            cook("S3, or whatever wants AWS signatures", HOST, peer.url("/"));
        }
        assertEquals("PUT /bucket/report.pdf", requests.getFirst());
        assertTrue(
                requests.get(1).matches("AWS4-HMAC-SHA256 Credential=access-key/\\d+/eu-central-1/s3/aws4_request, .*"),
                requests::toString);
        assertEquals("report", requests.getLast());
    }
}
