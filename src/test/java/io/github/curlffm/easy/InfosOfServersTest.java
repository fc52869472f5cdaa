package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.ACCEPT_ENCODING;
import static io.github.curlffm.option.Option.AUTOREFERER;
import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.FILETIME;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPAUTH;
import static io.github.curlffm.option.Option.HTTPPROXYTUNNEL;
import static io.github.curlffm.option.Option.NOBODY;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.RTSP_REQUEST;
import static io.github.curlffm.option.Option.RTSP_STREAM_URI;
import static io.github.curlffm.option.Option.TIMECONDITION;
import static io.github.curlffm.option.Option.TIMEVALUE_LARGE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.TlsSession;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.ProxyError;
import io.github.curlffm.option.RtspRequest;
import io.github.curlffm.option.TimeCondition;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Infos that come from what a server answers. */
class InfosOfServersTest {

    private final Easy easy = new Easy().set(WRITEFUNCTION, body -> {});

    /** A server that answers every request with these lines, and no body. */
    private static WireServer answering(String... lines) {
        String answer = String.join("\r\n", lines) + "\r\nContent-Length: 0\r\n\r\n";
        return new WireServer(connection -> {
            while (connection.readHead() != null) {
                connection.write(answer);
            }
        });
    }

    private void transfer(String... answer) throws IOException {
        try (WireServer server = answering(answer)) {
            easy.set(URL, server.url("http", "/")).perform();
        }
    }

    @Test
    void redirects(WireServer server) throws IOException {
        server.serve(connection -> {
            for (String head; (head = connection.readHead()) != null; ) {
                String path = head.split(" ")[1];
                connection.write(switch (path) {
                            case "/a" -> "HTTP/1.1 302 Found\r\nLocation: /b";
                            case "/b" -> "HTTP/1.1 301 Moved\r\nLocation: c?d";
                            default -> "HTTP/1.1 200 OK";
                        }
                        + "\r\nContent-Length: 0\r\n\r\n");
            }
        });
        easy.set(URL, server.url("http", "/a")).perform();
        assertEquals(302, easy.get(Info.RESPONSE_CODE));
        assertEquals(server.url("http", "/b"), easy.get(Info.REDIRECT_URL));
        assertEquals(0, easy.get(Info.REDIRECT_COUNT));

        easy.set(FOLLOWLOCATION, true).set(AUTOREFERER, true).perform();
        assertEquals(200, easy.get(Info.RESPONSE_CODE));
        assertEquals(server.url("http", "/c?d"), easy.get(Info.EFFECTIVE_URL));
        assertEquals(2, easy.get(Info.REDIRECT_COUNT));
        assertTrue(easy.get(Info.REDIRECT_TIME_T).isPositive());
        assertTrue(easy.get(Info.REDIRECT_TIME_T).compareTo(easy.get(Info.TOTAL_TIME_T)) <= 0);
        assertNull(easy.get(Info.REDIRECT_URL));
        if (Loaded.has(Info.REFERER)) {
            assertEquals(server.url("http", "/b"), easy.get(Info.REFERER));
        }
    }

    @Test
    void cookies() throws IOException {
        easy.set(COOKIEFILE, "");
        transfer("HTTP/1.1 200 OK", "Set-Cookie: one=1; Path=/", "Set-Cookie: two=2; HttpOnly");
        List<String> cookies = easy.get(Info.COOKIELIST);
        assertEquals(
                Set.of("127.0.0.1\tFALSE\t/\tFALSE\t0\tone\t1", "#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t0\ttwo\t2"),
                Set.copyOf(cookies));
        assertEquals(2, cookies.size());
        assertThrows(UnsupportedOperationException.class, () -> cookies.add("three"));
        assertEquals(2, easy.get(Info.COOKIELIST).size());
    }

    @Test
    void fileTime() throws IOException {
        transfer("HTTP/1.1 200 OK", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT");
        assertNull(easy.get(Info.FILETIME_T), "was not asked for");
        easy.set(FILETIME, true);
        transfer("HTTP/1.1 200 OK", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT");
        assertEquals(Instant.parse("1994-11-06T08:49:37Z"), easy.get(Info.FILETIME_T));
        assertEquals(Instant.parse("1994-11-06T08:49:37Z"), easy.get(Info.FILETIME));
        transfer("HTTP/1.1 200 OK");
        assertNull(easy.get(Info.FILETIME_T));
        assertNull(easy.get(Info.FILETIME));
    }

    @Test
    void timeConditionThatIsNotMet() throws IOException {
        easy.set(TIMECONDITION, TimeCondition.IFMODSINCE).set(TIMEVALUE_LARGE, 784111777);
        transfer("HTTP/1.1 304 Not Modified");
        assertTrue(easy.get(Info.CONDITION_UNMET));
        transfer("HTTP/1.1 200 OK");
        assertFalse(easy.get(Info.CONDITION_UNMET));
    }

    @Test
    void retryAfter() throws IOException {
        Needs.key(Info.RETRY_AFTER);
        transfer("HTTP/1.1 503 Later", "Retry-After: 120");
        assertEquals(Duration.ofMinutes(2), easy.get(Info.RETRY_AFTER));
        transfer("HTTP/1.1 503 Later");
        assertEquals(Duration.ZERO, easy.get(Info.RETRY_AFTER));
    }

    @Test
    void httpVersion() throws IOException {
        assertEquals(HttpVersion.NONE, easy.get(Info.HTTP_VERSION));
        transfer("HTTP/1.0 200 OK");
        assertEquals(HttpVersion.HTTP_1_0, easy.get(Info.HTTP_VERSION));
    }

    @Test
    void authentication() throws IOException {
        transfer("HTTP/1.1 401 No", "WWW-Authenticate: Basic realm=\"r\"", "WWW-Authenticate: Digest realm=\"r\"");
        assertEquals(Set.of(Auth.BASIC, Auth.DIGEST), easy.get(Info.HTTPAUTH_AVAIL));
        assertEquals(Set.of(), easy.get(Info.PROXYAUTH_AVAIL));
    }

    @Test
    void authenticationThatWasChosen(WireServer server) throws IOException {
        Needs.key(Info.HTTPAUTH_USED);
        String challenges = "WWW-Authenticate: Basic realm=\"r\"\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"";
        server.serve(connection -> {
            for (String head; (head = connection.readHead()) != null; ) {
                connection.write((head.contains("Authorization: Digest ")
                                ? "HTTP/1.1 200 OK"
                                : "HTTP/1.1 401 No\r\n" + challenges)
                        + "\r\nContent-Length: 0\r\n\r\n");
            }
        });
        easy.set(URL, server.url("http", "/"))
                .set(HTTPAUTH, Set.of(Auth.BASIC, Auth.DIGEST))
                .set(USERPWD, "user:secret")
                .perform();
        assertEquals(200, easy.get(Info.RESPONSE_CODE));
        assertEquals(Set.of(Auth.DIGEST), easy.get(Info.HTTPAUTH_USED));
        assertEquals(Set.of(), easy.get(Info.PROXYAUTH_USED));
    }

    @Test
    void httpProxy() throws IOException {
        try (WireServer proxy = answering("HTTP/1.1 407 No", "Proxy-Authenticate: Basic realm=\"r\"")) {
            easy.set(PROXY, proxy.url("http", "")).set(HTTPPROXYTUNNEL, true).set(URL, "http://nowhere.invalid/");
            var e = assertThrows(CurlException.class, easy::perform);
            assertTrue(e.code() == CurlCode.COULDNT_CONNECT || e.code() == CurlCode.RECV_ERROR, e::getMessage);
            assertEquals(407, easy.get(Info.HTTP_CONNECTCODE));
            assertEquals(Set.of(Auth.BASIC), easy.get(Info.PROXYAUTH_AVAIL));
            assertEquals(Set.of(), easy.get(Info.HTTPAUTH_AVAIL));
            if (Loaded.has(Info.USED_PROXY)) {
                assertTrue(easy.get(Info.USED_PROXY));
            }
        }
    }

    @Test
    void socksProxyThatRefuses(WireServer proxy) throws IOException {
        Needs.key(Info.PROXY_ERROR);
        assertEquals(ProxyError.OK, easy.get(Info.PROXY_ERROR));
        proxy.serve(connection -> {
            int methods = connection.in().readNBytes(2)[1];
            connection.in().readNBytes(methods);
            connection.write(new byte[] {5, 0}); // no authentication
            connection.in().readNBytes(4 + 4 + 2); // connect, IPv4, port
            connection.write(new byte[] {5, 5, 0, 1, 0, 0, 0, 0, 0, 0}); // connection refused
        });
        easy.set(PROXY, proxy.url("socks5", "")).set(URL, "http://127.0.0.1:1/");
        assertEquals(
                CurlCode.PROXY, assertThrows(CurlException.class, easy::perform).code());
        assertEquals(ProxyError.REPLY_CONNECTION_REFUSED, easy.get(Info.PROXY_ERROR));
    }

    @Test
    void errorNumberOfTheSystem() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        assertEquals(0, easy.get(Info.OS_ERRNO));
        easy.set(URL, "http://127.0.0.1:" + port + "/");
        assertEquals(
                CurlCode.COULDNT_CONNECT,
                assertThrows(CurlException.class, easy::perform).code());
        assertTrue(easy.get(Info.OS_ERRNO) > 0);
    }

    @Test
    void sizeOfWhatWasUnpackedIsThatOfTheCallback() throws IOException {
        Needs.key(Info.SIZE_DELIVERED);
        Needs.feature("libz");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000]);
        }
        try (HttpPeer server = new HttpPeer(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        })) {
            easy.set(URL, server.url("/")).set(ACCEPT_ENCODING, "gzip").perform();
            assertEquals(packed.size(), easy.get(Info.SIZE_DOWNLOAD_T));
            assertEquals(10_000, easy.get(Info.SIZE_DELIVERED));
        }
    }

    @Test
    void tls() throws IOException {
        Needs.feature("SSL");
        assertEquals(MemorySegment.NULL, easy.get(Info.TLS_SESSION).internals());
        List<TlsSession> sessions = new ArrayList<>();
        try (HttpsPeer server = HttpsPeer.answering("body")) {
            easy.set(URL, server.url("/")).set(CAINFO_BLOB, server.authority()).set(WRITEFUNCTION, body -> {
                sessions.add(easy.get(Info.TLS_SESSION));
            });
            easy.perform();
        }
        assertEquals(
                Curl.sslBackends().getFirst().backend(), sessions.getFirst().backend());
        assertNotEquals(MemorySegment.NULL, sessions.getFirst().internals());
        assertTrue(easy.get(Info.APPCONNECT_TIME_T).compareTo(easy.get(Info.CONNECT_TIME_T)) > 0);
        assertTrue(easy.get(Info.APPCONNECT_TIME_T).compareTo(easy.get(Info.PRETRANSFER_TIME_T)) <= 0);
        assertEquals("https", easy.get(Info.SCHEME).toLowerCase());
        assertEquals(0, easy.get(Info.SSL_VERIFYRESULT));
        assertEquals(0, easy.get(Info.PROXY_SSL_VERIFYRESULT));
        if (Loaded.has(Info.EARLYDATA_SENT_T)) {
            assertEquals(0, easy.get(Info.EARLYDATA_SENT_T));
        }
    }

    @Test
    void enginesOfTheTlsLibrary() {
        List<String> engines = easy.get(Info.SSL_ENGINES);
        assertTrue(engines.stream().noneMatch(String::isBlank), engines::toString);
        assertThrows(UnsupportedOperationException.class, () -> engines.add("mine"));
        assertEquals(engines, easy.get(Info.SSL_ENGINES));
    }

    @Test
    void rtsp(WireServer server) throws IOException {
        Needs.protocol("rtsp");
        server.serve(connection -> {
            String head = connection.readHead();
            String sequence = head.lines()
                    .filter(line -> line.startsWith("CSeq: "))
                    .findFirst()
                    .orElseThrow();
            connection.write("RTSP/1.0 200 OK\r\n" + sequence + "\r\nSession: 12345\r\n\r\n");
            connection.in().read();
        });
        easy.set(URL, server.url("rtsp", "/"))
                .set(RTSP_REQUEST, RtspRequest.OPTIONS)
                .set(RTSP_STREAM_URI, "*")
                .perform();
        assertEquals("12345", easy.get(Info.RTSP_SESSION_ID));
        assertEquals(1, easy.get(Info.RTSP_CSEQ_RECV));
        assertEquals(2, easy.get(Info.RTSP_CLIENT_CSEQ), "the next");
        assertEquals(1, easy.get(Info.RTSP_SERVER_CSEQ), "the first");
    }

    @Test
    void ftpEntryPath(WireServer server) throws IOException {
        Needs.protocol("ftp");
        server.serve(connection -> {
            connection.write("220 hello\r\n");
            for (String line; (line = connection.readLine()) != null; ) {
                connection.write(
                        switch (line.split(" ")[0]) {
                            case "USER" -> "331 password\r\n";
                            case "PASS" -> "230 welcome\r\n";
                            case "PWD" -> "257 \"/home/of/test\" is where you are\r\n";
                            default -> "500 no\r\n";
                        });
            }
        });
        easy.set(URL, server.url("ftp", "/")).set(NOBODY, true).perform();
        assertEquals("/home/of/test", easy.get(Info.FTP_ENTRY_PATH));
    }
}
