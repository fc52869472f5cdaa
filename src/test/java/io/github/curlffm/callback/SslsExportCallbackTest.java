package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsExchange;
import io.github.curlffm.CallbackException;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.SslsExportCallback.Session;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.TestCertificates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SslsExportCallbackTest {

    private static final Session NONE = new Session("host:443", null, new byte[1], Instant.EPOCH, 0, null, 0);

    private static boolean isBuiltIn() {
        return Curl.version().features().contains("SSLS-EXPORT");
    }

    @Test
    void whatTheLoadedLibcurlLacksIsNamed(Easy easy) {
        Needs.noFeature("SSLS-EXPORT");
        boolean tooOld = !Curl.version().isAtLeast(8, 12, 0);
        List<String> calls = new ArrayList<>();
        for (String function : List.of("curl_easy_ssls_export", "curl_easy_ssls_import")) {
            Class<? extends Exception> type = tooOld ? UnsupportedOperationException.class : CurlException.class;
            Exception e = assertThrows(type, () -> {
                if (function.endsWith("export")) {
                    easy.sslsExport(session -> {
                        calls.add("called");
                        return CurlCode.OK;
                    });
                } else {
                    easy.sslsImport(NONE);
                }
            });
            if (e instanceof CurlException refused) {
                assertEquals(CurlCode.NOT_BUILT_IN, refused.code(), e::toString);
            } else {
                assertTrue(e.getMessage().startsWith(function + " came with libcurl 8.12.0"), e::toString);
            }
        }
        assertEquals(List.of(), calls);
    }

    @Test
    void aCallbackThereMustBe(Easy easy) {
        assertThrows(NullPointerException.class, () -> easy.sslsExport(null));
        easy.close();
        assertThrows(IllegalStateException.class, () -> easy.sslsExport(session -> CurlCode.OK));
        assertThrows(IllegalStateException.class, () -> easy.sslsImport(NONE));
    }

    /** A server tells by the time at which a session began whether it is an old one. */
    @Nested
    class WithSessions {

        private final TestCertificates certificates = new TestCertificates("127.0.0.1");
        private final HttpsPeer peer = new HttpsPeer(
                certificates,
                exchange -> HttpPeer.answer(
                        exchange,
                        200,
                        "" + ((HttpsExchange) exchange).getSSLSession().getCreationTime()));
        private final Share share = new Share(LockData.SSL_SESSION);
        private final Easy easy = sharing(share);

        @BeforeAll
        static void libcurlHasIt() {
            Needs.feature("SSLS-EXPORT");
        }

        private Easy sharing(Share sessions) {
            return new Easy()
                    .set(SHARE, sessions)
                    .set(CAINFO_BLOB, certificates.authority())
                    .set(FRESH_CONNECT, true)
                    .set(URL, peer.url("/"))
                    .set(WRITEFUNCTION, data -> {});
        }

        private List<Session> exported(Easy from) throws CurlException {
            List<Session> sessions = new ArrayList<>();
            from.sslsExport(session -> {
                sessions.add(session);
                return null;
            });
            return sessions;
        }

        @Test
        void everySessionIsHandedOut() throws Exception {
            assertEquals(List.of(), exported(easy));
            easy.perform();
            try (HttpsPeer other = new HttpsPeer(certificates, exchange -> HttpPeer.answer(exchange, 200, ""))) {
                easy.set(URL, other.url("/")).perform();
                List<Session> sessions = exported(easy);
                assertEquals(2, sessions.size());
                assertEquals(
                        Set.of("127.0.0.1:" + peer.port(), "127.0.0.1:" + other.port()),
                        Set.copyOf(sessions.stream().map(this::server).toList()));
                for (Session session : sessions) {
                    assertEquals(64, session.shmac().length);
                    assertTrue(session.data().length > 100);
                    assertTrue(session.validUntil().isAfter(Instant.now()), session::toString);
                    assertTrue(
                            session.validUntil().isBefore(Instant.now().plus(Duration.ofDays(8))), session::toString);
                    assertEquals(0x0304, session.ietfTlsId());
                    assertTrue(session.alpn() == null || session.alpn().equals("http/1.1"), session::toString);
                    assertEquals(0, session.earlyDataMax());
                }
                assertEquals(2, exported(easy).size(), "the next time again");
            }
        }

        private String server(Session session) {
            return Stream.of(session.sessionKey().split(":"))
                    .limit(2)
                    .reduce((a, b) -> a + ":" + b)
                    .orElseThrow();
        }

        @Test
        void anImportedSessionIsGoneOnWith() throws Exception {
            String first = Perform.body(easy);
            Session whole = exported(easy).getFirst();
            Session withoutKey = new Session(
                    null, whole.shmac(), whole.data(), whole.validUntil(), whole.ietfTlsId(), whole.alpn(), 0);
            Session withoutHash = new Session(
                    whole.sessionKey(), null, whole.data(), whole.validUntil(), whole.ietfTlsId(), whole.alpn(), 0);
            for (Session session : List.of(whole, withoutKey, withoutHash)) {
                try (Share otherShare = new Share(LockData.SSL_SESSION);
                        Easy other = sharing(otherShare)) {
                    other.sslsImport(session);
                    Session again = exported(other).getFirst();
                    assertEquals(session.sessionKey(), again.sessionKey());
                    assertEquals(first, Perform.body(other));
                }
            }
            try (Share otherShare = new Share(LockData.SSL_SESSION);
                    Easy other = sharing(otherShare)) {
                assertNotEquals(first, Perform.body(other), "without it");
            }
        }

        @Test
        void withoutAShareTheMultiKeepsThem(Multi multi) throws Exception {
            easy.perform();
            Session session = exported(easy).getFirst();
            easy.unset(SHARE);
            assertEquals(List.of(), exported(easy));
            CurlException e = assertThrows(CurlException.class, () -> easy.sslsImport(session));
            assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code(), e::toString);
            multi.add(easy);
            easy.sslsImport(session);
            assertEquals(session.sessionKey(), exported(easy).getFirst().sessionKey());
        }

        @Test
        void whatIsNoSessionIsRefused() {
            assertThrows(CurlException.class, () -> easy.sslsImport(NONE));
            Session nameless = new Session(null, null, new byte[1], Instant.EPOCH, 0, null, 0);
            assertThrows(CurlException.class, () -> easy.sslsImport(nameless));
            Session empty = new Session("host:443", new byte[0], new byte[0], Instant.EPOCH, 0, null, 0);
            assertThrows(CurlException.class, () -> easy.sslsImport(empty));
        }

        @Test
        void anotherCodeEndsTheExport() throws Exception {
            easy.perform();
            try (HttpsPeer other = new HttpsPeer(certificates, exchange -> HttpPeer.answer(exchange, 200, ""))) {
                easy.set(URL, other.url("/")).perform();
            }
            List<Session> sessions = new ArrayList<>();
            CurlException e = assertThrows(
                    CurlException.class,
                    () -> easy.sslsExport(session -> {
                        sessions.add(session);
                        return CurlCode.WRITE_ERROR;
                    }));
            assertSame(CurlException.class, e.getClass(), e::toString);
            assertEquals(CurlCode.WRITE_ERROR, e.code());
            assertEquals(1, sessions.size());
            assertEquals(2, exported(easy).size());
        }

        @Test
        void whatTheCallbackThrowsComesOut() throws Exception {
            easy.perform();
            for (Throwable thrown : List.of(
                    new IllegalArgumentException("unchecked"),
                    new IOException("checked"),
                    new AssertionError("error"))) {
                Throwable caught = assertThrows(
                        Throwable.class,
                        () -> easy.sslsExport(session -> {
                            if (thrown instanceof Error error) {
                                throw error;
                            }
                            throw (Exception) thrown;
                        }));
                if (caught instanceof CallbackException e) {
                    assertSame(thrown, e.getCause());
                    assertEquals(CurlCode.ABORTED_BY_CALLBACK, e.code());
                } else {
                    assertSame(thrown, caught);
                    assertTrue(thrown instanceof Error);
                }
                assertEquals(1, exported(easy).size(), "and nothing of it is left");
            }
            CallbackException e =
                    assertThrows(CallbackException.class, () -> easy.sslsExport(session -> CurlCode.UNKNOWN));
            assertTrue(e.getCause() instanceof IllegalArgumentException, e::toString);
        }

        @Test
        void fromInsideTheHandleCanBeAskedButNotEnded() throws Exception {
            easy.set(PRIVATE, "mine").perform();
            easy.sslsExport(session -> {
                assertEquals("mine", easy.get(Info.PRIVATE));
                assertEquals(200, easy.get(Info.RESPONSE_CODE));
                assertNull(easy.header("X"));
                for (Runnable refused : List.<Runnable>of(easy::close, easy::reset)) {
                    assertThrows(IllegalStateException.class, refused::run);
                }
                assertThrows(IllegalStateException.class, easy::perform);
                assertThrows(IllegalStateException.class, () -> easy.sslsImport(session));
                assertThrows(IllegalStateException.class, () -> easy.sslsExport(again -> null));
                return CurlCode.OK;
            });
        }

        @Test
        void notFromInsideATransfer() throws Exception {
            List<Exception> refused = new ArrayList<>();
            easy.set(
                    WRITEFUNCTION,
                    data -> refused.add(
                            assertThrows(IllegalStateException.class, () -> easy.sslsExport(session -> null))));
            easy.perform();
            assertEquals(1, refused.size());
        }
    }
}
