package io.github.curlffm;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.curlffm.callback.SslsExportCallback.Session;
import io.github.curlffm.internal.NativeLibrary;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.HttpsPeer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SslsExportTest {

    private static final Session ANY = new Session("key", new byte[0], new byte[1], Instant.EPOCH, 0x0304, null, 0);

    private static boolean isBuiltIn() {
        return Curl.version().features().contains("SSLS-EXPORT");
    }

    @Test
    void olderLibcurlsAreNamed() {
        assumeTrue(
                !NativeLibrary.has("curl_easy_ssls_export"),
                "libcurl " + Curl.version().version() + " has it");
        try (Easy easy = new Easy()) {
            for (var call : List.<Executable>of(() -> easy.sslsExport(session -> null), () -> easy.sslsImport(ANY))) {
                assertTrue(assertThrows(UnsupportedOperationException.class, call)
                        .getMessage()
                        .contains("came with libcurl 8.12.0"));
            }
        }
    }

    @Test
    void aLibcurlWithoutItSaysSo() {
        assumeTrue(NativeLibrary.has("curl_easy_ssls_export") && !isBuiltIn(), "libcurl older, or built with it");
        try (Easy easy = new Easy()) {
            List<Session> exported = new ArrayList<>();
            CurlException e = assertThrows(
                    CurlException.class,
                    () -> easy.sslsExport(session -> {
                        exported.add(session);
                        return null;
                    }));
            assertEquals(CurlCode.NOT_BUILT_IN, e.code());
            assertEquals(List.of(), exported);
            assertEquals(
                    CurlCode.NOT_BUILT_IN,
                    assertThrows(CurlException.class, () -> easy.sslsImport(ANY))
                            .code());
        }
    }

    @Test
    void sessionsGoFromOneShareToAnother() throws Exception {
        assumeTrue(isBuiltIn(), "libcurl built without SSLS-EXPORT");
        try (HttpsPeer peer = HttpsPeer.answering("ok");
                Share from = new Share(LockData.SSL_SESSION);
                Share to = new Share(LockData.SSL_SESSION);
                Easy first = new Easy().set(SHARE, from);
                Easy second = new Easy().set(SHARE, to)) {
            first.set(URL, peer.url("/"))
                    .set(CAINFO_BLOB, peer.authority())
                    .set(WRITEFUNCTION, body -> {})
                    .perform();
            List<Session> sessions = new ArrayList<>();
            first.sslsExport(session -> {
                sessions.add(session);
                return null;
            });
            assertFalse(sessions.isEmpty());
            assertTrue(sessions.getFirst().validUntil().isAfter(Instant.now()));
            second.sslsImport(sessions.getFirst());

            CurlException refused =
                    assertThrows(CurlException.class, () -> first.sslsExport(session -> CurlCode.READ_ERROR));
            assertEquals(CurlCode.READ_ERROR, refused.code());
            IOException thrown = new IOException("no");
            assertSame(
                    thrown,
                    assertThrows(
                                    CallbackException.class,
                                    () -> first.sslsExport(session -> {
                                        throw thrown;
                                    }))
                            .getCause());
            assertNull(sessions.getFirst().alpn());
        }
    }

    @Test
    void nullIsRefused() {
        try (Easy easy = new Easy()) {
            assertThrows(NullPointerException.class, () -> easy.sslsExport(null));
        }
    }
}
