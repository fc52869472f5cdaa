package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.CONNECT_ONLY;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Protocol;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.RequestRecorder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EasyInfosTest {

    private final RequestRecorder server = new RequestRecorder();
    private final Easy easy = new Easy();

    private Easy transfer(String path) throws IOException {
        easy.set(URL, server.url(path)).set(WRITEFUNCTION, body -> {}).perform();
        return easy;
    }

    static List<Info<?>> all() {
        return Keys.of(Info.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyInfoIsReadableAtAnyTime(Info<?> info) throws IOException {
        readable(info);
        transfer("/");
        readable(info);
        readable(info);
        easy.reset();
        readable(info);
    }

    private void readable(Info<?> info) {
        if (Loaded.has(info)) {
            easy.get(info);
        } else {
            var e = assertThrows(CurlOptionException.class, () -> easy.get(info));
            assertEquals(CurlCode.UNKNOWN_OPTION, e.code());
            assertEquals(info.toString(), e.option());
            assertTrue(e.getMessage().contains("came with libcurl " + info.since()), e::getMessage);
            assertTrue(e.getMessage().contains(Curl.version().version()), e::getMessage);
        }
    }

    @Test
    void infosOfTheFutureAreReachedByNumber() throws IOException {
        transfer("/");
        assertEquals(200, easy.get(Info.number("STATUS", Info.RESPONSE_CODE.number())));
        assertEquals(server.url("/"), easy.get(Info.string("LINK", Info.EFFECTIVE_URL.number())));
        assertEquals(2, easy.get(Info.offset("SIZE", Info.SIZE_DOWNLOAD_T.number())));
        assertEquals(2, easy.get(Info.real("SIZE", Info.SIZE_DOWNLOAD.number())));
        assertEquals(
                List.of(), easy.get(Info.slist("COOKIES", Info.COOKIELIST.info().number())));
        var e = assertThrows(CurlOptionException.class, () -> easy.get(Info.number("NEWINFO", 0x2003ff)));
        assertEquals("CURLINFO_NEWINFO", e.option());
        assertEquals(CurlCode.UNKNOWN_OPTION, e.code());
    }

    @Test
    void nothingIsKnownBeforeTheFirstTransfer() {
        assertEquals(0, easy.get(Info.RESPONSE_CODE));
        assertEquals("", easy.get(Info.EFFECTIVE_URL));
        assertNull(easy.get(Info.CONTENT_TYPE));
        assertNull(easy.get(Info.REDIRECT_URL));
        assertNull(easy.get(Info.ACTIVESOCKET));
        assertNull(easy.get(Info.FILETIME_T));
        assertNull(easy.get(Info.PRIVATE));
        assertEquals(List.of(), easy.get(Info.COOKIELIST));
        assertEquals(List.of(), easy.get(Info.CERTINFO));
        assertEquals(Set.of(), easy.get(Info.HTTPAUTH_AVAIL));
        assertEquals(Duration.ZERO, easy.get(Info.TOTAL_TIME_T));
        assertEquals(-1, easy.get(Info.CONTENT_LENGTH_DOWNLOAD_T));
        assertFalse(easy.get(Info.CONDITION_UNMET));
    }

    @Test
    void requestAndResponse(HttpPeer peer) throws IOException {
        AtomicInteger headers = new AtomicInteger();
        peer.serve(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/x-test; charset=utf-8");
            HttpPeer.answer(exchange, 201, "created");
        });
        easy.set(URL, peer.url("/a?b=c"))
                .set(WRITEFUNCTION, body -> {})
                .set(HEADERFUNCTION, line -> {
                    headers.addAndGet(line.length);
                })
                .perform();
        assertEquals(201, easy.get(Info.RESPONSE_CODE));
        assertEquals(peer.url("/a?b=c"), easy.get(Info.EFFECTIVE_URL));
        assertEquals("text/x-test; charset=utf-8", easy.get(Info.CONTENT_TYPE));
        assertEquals("http", easy.get(Info.SCHEME).toLowerCase());
        assertEquals(Protocol.HTTP, easy.get(Info.PROTOCOL));
        assertEquals(HttpVersion.HTTP_1_1, easy.get(Info.HTTP_VERSION));
        assertEquals(7, easy.get(Info.SIZE_DOWNLOAD_T));
        assertEquals(7.0, easy.get(Info.SIZE_DOWNLOAD));
        assertEquals(7, easy.get(Info.CONTENT_LENGTH_DOWNLOAD_T));
        assertEquals(7.0, easy.get(Info.CONTENT_LENGTH_DOWNLOAD));
        assertEquals(0, easy.get(Info.SIZE_UPLOAD_T));
        assertEquals(headers.get(), easy.get(Info.HEADER_SIZE));
        assertTrue(easy.get(Info.SPEED_DOWNLOAD_T) > 0);
        assertEquals(easy.get(Info.SPEED_DOWNLOAD), easy.get(Info.SPEED_DOWNLOAD_T), 1);
        assertEquals(0, easy.get(Info.REDIRECT_COUNT));
        assertEquals(Duration.ZERO, easy.get(Info.REDIRECT_TIME_T));
        assertEquals(0, easy.get(Info.HTTP_CONNECTCODE));
    }

    @Test
    void requestSizeIsWhatTheServerGot() throws IOException {
        transfer("/size");
        String head = server.take().head();
        assertEquals(head.replace("\n", "\r\n").length() + 2, easy.get(Info.REQUEST_SIZE));
    }

    @Test
    void connectionIsTheOneThatTheServerSees(HttpPeer peer) throws IOException {
        AtomicLong port = new AtomicLong();
        peer.serve(exchange -> {
            port.set(exchange.getRemoteAddress().getPort());
            HttpPeer.answer(exchange, 200, "");
        });
        easy.set(URL, peer.url("/")).perform();
        assertEquals("127.0.0.1", easy.get(Info.PRIMARY_IP));
        assertEquals(peer.port(), easy.get(Info.PRIMARY_PORT));
        assertEquals("127.0.0.1", easy.get(Info.LOCAL_IP));
        assertEquals(port.get(), easy.get(Info.LOCAL_PORT));
        assertEquals(1, easy.get(Info.NUM_CONNECTS));
        easy.perform();
        assertEquals(0, easy.get(Info.NUM_CONNECTS));
        assertEquals(port.get(), easy.get(Info.LOCAL_PORT));
    }

    @Test
    void uploads() throws IOException {
        byte[] bytes = new byte[100_000];
        easy.set(UPLOAD, true)
                .set(INFILESIZE_LARGE, bytes.length)
                .set(READFUNCTION, new ByteArrayInputStream(bytes)::read);
        transfer("/");
        assertEquals(100_000, easy.get(Info.SIZE_UPLOAD_T));
        assertEquals(100_000.0, easy.get(Info.SIZE_UPLOAD));
        assertEquals(100_000, easy.get(Info.CONTENT_LENGTH_UPLOAD_T));
        assertTrue(easy.get(Info.SPEED_UPLOAD_T) > 0);
        assertEquals(easy.get(Info.SPEED_UPLOAD), easy.get(Info.SPEED_UPLOAD_T), 1);

        easy.reset().set(POSTFIELDS, "12345");
        transfer("/");
        assertEquals(5, easy.get(Info.SIZE_UPLOAD_T));
        assertEquals(5, easy.get(Info.CONTENT_LENGTH_UPLOAD_T));
        assertEquals(5.0, easy.get(Info.CONTENT_LENGTH_UPLOAD));
        if (Loaded.has(Info.EFFECTIVE_METHOD)) {
            assertEquals("POST", easy.get(Info.EFFECTIVE_METHOD));
        }
    }

    @Test
    void timesAreInTheOrderOfTheirSteps() throws IOException {
        transfer("/");
        List<Duration> steps = List.of(
                Duration.ZERO,
                easy.get(Info.NAMELOOKUP_TIME_T),
                easy.get(Info.CONNECT_TIME_T),
                easy.get(Info.PRETRANSFER_TIME_T),
                easy.get(Info.STARTTRANSFER_TIME_T),
                easy.get(Info.TOTAL_TIME_T));
        assertEquals(steps.stream().sorted().toList(), steps);
        assertTrue(easy.get(Info.CONNECT_TIME_T).isPositive());
        assertTrue(easy.get(Info.TOTAL_TIME_T).compareTo(Duration.ofMinutes(1)) < 0);
        assertEquals(Duration.ZERO, easy.get(Info.APPCONNECT_TIME_T));

        assertSeconds(Info.NAMELOOKUP_TIME, Info.NAMELOOKUP_TIME_T);
        assertSeconds(Info.CONNECT_TIME, Info.CONNECT_TIME_T);
        assertSeconds(Info.APPCONNECT_TIME, Info.APPCONNECT_TIME_T);
        assertSeconds(Info.PRETRANSFER_TIME, Info.PRETRANSFER_TIME_T);
        assertSeconds(Info.STARTTRANSFER_TIME, Info.STARTTRANSFER_TIME_T);
        assertSeconds(Info.REDIRECT_TIME, Info.REDIRECT_TIME_T);
        assertSeconds(Info.TOTAL_TIME, Info.TOTAL_TIME_T);
    }

    private void assertSeconds(Info<Double> seconds, Info<Duration> duration) {
        assertEquals(easy.get(duration).toNanos() / 1e9, easy.get(seconds), 1e-6, seconds::toString);
    }

    @Test
    void timesOfYoungerLibcurls() throws IOException {
        Needs.key(Info.POSTTRANSFER_TIME_T);
        transfer("/");
        assertTrue(easy.get(Info.POSTTRANSFER_TIME_T).compareTo(easy.get(Info.PRETRANSFER_TIME_T)) >= 0);
        assertTrue(easy.get(Info.POSTTRANSFER_TIME_T).compareTo(easy.get(Info.TOTAL_TIME_T)) <= 0);
        assertTrue(easy.get(Info.QUEUE_TIME_T).compareTo(easy.get(Info.TOTAL_TIME_T)) <= 0);
    }

    @Test
    void idsOfYoungerLibcurls() throws IOException {
        Needs.key(Info.XFER_ID);
        assertEquals(-1, easy.get(Info.XFER_ID));
        assertEquals(-1, easy.get(Info.CONN_ID));
        transfer("/");
        long transfer = easy.get(Info.XFER_ID);
        long connection = easy.get(Info.CONN_ID);
        transfer("/");
        assertNotEquals(transfer, easy.get(Info.XFER_ID));
        assertEquals(connection, easy.get(Info.CONN_ID));
    }

    @Test
    void activeSocketIsThatOfConnectOnly() throws IOException {
        easy.set(CONNECT_ONLY, 1);
        transfer("/");
        Long socket = easy.get(Info.ACTIVESOCKET);
        assertNotNull(socket);
        assertTrue(socket > 2, () -> "a descriptor: " + socket);
        assertEquals(socket, easy.get(Info.LASTSOCKET));
        assertEquals(URI.create(server.url("/")).getPort(), easy.get(Info.PRIMARY_PORT));
    }

    @Test
    void certificatesAreLookedForWhereTheLibraryWasBuiltTo() {
        Needs.key(Info.CAINFO);
        assertEquals(Curl.version().caInfo(), easy.get(Info.CAINFO));
        assertEquals(Curl.version().caPath(), easy.get(Info.CAPATH));
    }
}
