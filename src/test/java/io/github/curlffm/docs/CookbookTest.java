package io.github.curlffm.docs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.ClientCertificatePeer;
import io.github.curlffm.testing.Http3Peer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Printed;
import io.github.curlffm.testing.SocksPeer;
import io.github.curlffm.testing.SshPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.TestCertificates;
import io.github.curlffm.testing.WebSocketPeer;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every program of the cookbook, compiled and run as it stands there, but for its hosts and files. */
class CookbookTest {

    private static final Readme COOKBOOK = Readme.read("COOKBOOK.md");
    private static final String IMPORTS =
            Readme.read("README.md").program("More programs").text();
    private static final String HOST = "https://www.example.com/";

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Runs the program under a heading, with texts replaced by those that follow them. */
    private String cook(String heading, String... fromTo) throws Exception {
        String program = COOKBOOK.program(heading).text();
        for (int i = 0; i < fromTo.length; i += 2) {
            assertTrue(program.contains(fromTo[i]), fromTo[i]);
            program = program.replace(fromTo[i], fromTo[i + 1]);
        }
        String local = program.replace("Path.of(\"", "Path.of(\"" + folder + "\", \"");
        Printed printed = Program.run(IMPORTS, local, folder);
        String stated = COOKBOOK.statedOutput(COOKBOOK.program(heading));
        if (stated != null) {
            assertEquals(stated, printed.out());
        }
        return printed.out();
    }

    private HttpPeer peer(HttpPeerScript script) {
        return new HttpPeer(exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            script.answer(exchange);
        });
    }

    @FunctionalInterface
    private interface HttpPeerScript {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    /** What is under no heading that a method here cooks would not be tested. */
    @Test
    void everyProgramIsCooked() throws Exception {
        Path tests = Path.of("src/test/java/io/github/curlffm/docs");
        String cooks = Files.readString(tests.resolve("CookbookTest.java"));
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

    // --- ways to get there
    // --------------------------------------------------------------------------------------------

    @Test
    void throughProxies(HttpPeer peer) throws Exception {
        try (WireServer proxy = new WireServer(connection -> {
                    requests.addAll(connection.readHead().lines().toList());
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy");
                });
                SocksPeer socks = new SocksPeer(peer.port())) {
            assertEquals("proxy", cook("Through a proxy", "proxy.example.com:3128", "127.0.0.1:" + proxy.port()));
            assertEquals("GET http://www.example.com/ HTTP/1.1", requests.getFirst());
            String login = Base64.getEncoder().encodeToString("zoe:secret".getBytes(US_ASCII));
            assertTrue(requests.contains("Proxy-Authorization: Basic " + login), requests::toString);
            assertEquals(HttpPeer.BODY, cook("Through SOCKS", "proxy.example.com:1080", socks.address()));
            assertEquals(List.of("www.example.com"), socks.names);
        }
    }

    @Test
    void toOtherAddresses(HttpPeer peer) throws Exception {
        try (ChannelPeer docker = ChannelPeer.at(folder.resolve("docker.sock"), "[]")) {
            assertEquals("[]", cook("A unix socket, Docker's for example"));
        }
        assertEquals(HttpPeer.BODY, cook("Another address for a host", ":8080", ":" + peer.port()));
    }

    @Test
    void withAClientCertificate() throws Exception {
        TestCertificates certificates = new TestCertificates("secure.example.com", "127.0.0.1");
        Files.write(folder.resolve("authority.pem"), certificates.authority());
        Files.writeString(
                folder.resolve("client.pem"),
                pem("CERTIFICATE", certificates.server().getEncoded()));
        Files.writeString(
                folder.resolve("client-key.pem"),
                pem("PRIVATE KEY", certificates.serverKey().getEncoded()));
        try (ClientCertificatePeer peer = new ClientCertificatePeer(certificates)) {
            assertEquals(
                    "CN=secure.example.com", cook("A client certificate", "https://secure.example.com/", peer.url()));
        }
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    @Test
    void byHttp3() throws Exception {
        String program = "https://secure.example.com/\")";
        if (!Curl.version().features().contains("HTTP3")) {
            String refused = cook("HTTP/3");
            assertTrue(
                    refused.endsWith("; libcurl " + Curl.version().version() + " was built without HTTP3\n"), refused);
            return;
        }
        TestCertificates certificates = new TestCertificates("localhost", "127.0.0.1");
        Path authority = Files.write(folder.resolve("authority.pem"), certificates.authority());
        try (Http3Peer peer = new Http3Peer(certificates)) {
            String trusting = peer.uri("/a") + "\").set(CAINFO, Path.of(\"" + authority.getFileName() + "\"))";
            assertEquals("this is /a by HTTP_3\n", cook("HTTP/3", program, trusting));
        }
    }

    // --- other protocols
    // ----------------------------------------------------------------------------------------------

    @Test
    void bySftp() throws Exception {
        Needs.protocol("sftp");
        Needs.libssh2();
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("report.pdf"), "report");
        try (SshPeer ssh = new SshPeer(root)) {
            String url = ssh.url("/").replaceFirst("//.*@", "//");
            Files.writeString(folder.resolve("known_hosts"), ssh.knownHost());
            assertEquals("report", cook("SFTP, with the keys of the host", "sftp://files.example.com/", url));
            Files.writeString(folder.resolve("known_hosts"), "");
            CurlException e = assertThrows(
                    CurlException.class,
                    () -> cook("SFTP, with the keys of the host", "sftp://files.example.com/", url));
            assertEquals(CurlCode.PEER_FAILED_VERIFICATION, e.code());
        }
    }

    @Test
    void byMail() throws Exception {
        Needs.protocol("smtp");
        Files.writeString(folder.resolve("report.pdf"), "report");
        try (WireServer mail = new WireServer(connection -> {
            connection.write("220 here\r\n");
            boolean data = false;
            for (String line; (line = connection.readLine()) != null && !line.equals("QUIT"); ) {
                requests.add(line);
                boolean begins = line.equals("DATA");
                boolean ends = data && line.equals(".");
                data = begins || data && !ends;
                if (begins || ends || !data) {
                    connection.write(begins ? "354 go on\r\n" : "250 fine\r\n");
                }
            }
            connection.write("221 bye\r\n");
        })) {
            cook("A mail with an attachment", "smtp://mail.example.com", mail.url("smtp", ""));
        }
        assertAll(List.of(
                        "MAIL FROM:<jack@example.com>",
                        "RCPT TO:<zoe@example.com>",
                        "Subject: Report",
                        "Dear Zo=C3=AB,",
                        Base64.getEncoder().encodeToString("report".getBytes(US_ASCII)))
                .stream()
                .map(line -> () -> assertTrue(
                        requests.stream().anyMatch(one -> one.startsWith(line)), () -> line + " of " + requests)));
    }

    @Test
    void byWebSocket() throws Exception {
        Needs.protocol("ws");
        try (WebSocketPeer peer = new WebSocketPeer(new WebSocketPeer.Script() {
            @Override
            public void answer(Session session, WebSocketPeer.Received frame) {
                if (frame.type().equals("TEXT")) {
                    session.sendText("echo of " + frame.text(), Callback.NOOP);
                }
            }
        })) {
            assertEquals("echo of hello\n", cook("A WebSocket", "wss://www.example.com/echo", peer.url()));
        }
    }
}
