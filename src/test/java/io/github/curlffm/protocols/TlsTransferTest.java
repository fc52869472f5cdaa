package io.github.curlffm.protocols;

import static io.github.curlffm.option.Option.CAINFO;
import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.CERTINFO;
import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.SSL_VERIFYPEER;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.DebugCallback.InfoType;
import io.github.curlffm.callback.TlsSession;
import io.github.curlffm.option.CertInfo;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.SslBackend;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.OpenSsl;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.TestCertificates;
import java.io.ByteArrayInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callbacks, infos and errors say about TLS. */
class TlsTransferTest {

    private static HttpsPeer peer;

    @BeforeAll
    static void start() {
        Needs.feature("SSL");
        peer = HttpsPeer.answering("ok");
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    private static Easy trusting() {
        return trusting(peer.authority());
    }

    private static Easy trusting(byte[] authority) {
        return new Easy().set(URL, peer.url("/")).set(CAINFO_BLOB, authority).set(WRITEFUNCTION, body -> {});
    }

    private static byte[] anotherAuthority() {
        return new TestCertificates("127.0.0.1").authority();
    }

    @Test
    void anAuthorityFromMemoryIsTrusted() throws Exception {
        try (Easy easy = trusting()) {
            assertEquals("ok", Perform.body(easy));
            assertEquals(0L, easy.get(Info.SSL_VERIFYRESULT));
        }
    }

    @Test
    void anAuthorityFromAFileIsTrusted(@TempDir Path folder, Easy easy) throws Exception {
        Path file = Files.write(folder.resolve("authority.pem"), peer.authority());
        easy.set(URL, peer.url("/")).set(CAINFO, file.toString());
        assertEquals("ok", Perform.body(easy));
    }

    @Test
    void anUnknownAuthorityFailsInTheTlsLibrarysWords() {
        Needs.openSsl3();
        try (Easy easy = trusting(anotherAuthority())) {
            CurlException e = Perform.failsWith(CurlCode.PEER_FAILED_VERIFICATION, easy);
            assertTrue(e.getMessage().contains("self-signed certificate in certificate chain"), e::toString);
            assertNotEquals(0L, easy.get(Info.SSL_VERIFYRESULT));
        }
    }

    @Test
    void anotherHostsCertificateFailsInTheTlsLibrarysWords() {
        Needs.openSsl3();
        TestCertificates ofAnother = new TestCertificates("another.example");
        try (HttpsPeer impostor = new HttpsPeer(ofAnother, exchange -> HttpPeer.answer(exchange, 200, "impostor"));
                Easy easy = new Easy().set(URL, impostor.url("/")).set(CAINFO_BLOB, impostor.authority())) {
            CurlException e = Perform.failsWith(CurlCode.PEER_FAILED_VERIFICATION, easy);
            assertTrue(e.getMessage().contains("certificate subject name"), e::toString);
        }
    }

    @Test
    void withoutVerificationItGoesThroughAndTheResultSaysWhatWasWrong() throws Exception {
        Needs.openSsl3();
        try (Easy easy = trusting(anotherAuthority()).set(SSL_VERIFYPEER, false)) {
            assertEquals("ok", Perform.body(easy));
            assertNotEquals(0L, easy.get(Info.SSL_VERIFYRESULT));
        }
    }

    @Test
    void certInfoDescribesTheChain() throws Exception {
        Needs.openSsl3();
        try (Easy easy = trusting().set(CERTINFO, true)) {
            easy.perform();
            List<CertInfo> chain = easy.get(Info.CERTINFO);
            assertEquals(2, chain.size());
            Map<String, String> server = chain.getFirst().fields();
            assertTrue(server.get("Subject").contains("127.0.0.1"), server::toString);
            assertEquals(chain.getLast().fields().get("Subject"), server.get("Issuer"));
            assertArrayEquals(
                    peer.certificate().getEncoded(),
                    certificate(server.get("Cert")).getEncoded());
        }
    }

    private static Certificate certificate(String pem) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void certInfoIsEmptyUnlessItIsAskedFor() throws Exception {
        try (Easy easy = trusting()) {
            easy.perform();
            assertEquals(List.of(), easy.get(Info.CERTINFO));
        }
    }

    @Test
    void theTlsSessionIsAtHandInCallbacks() throws Exception {
        Needs.openSsl3();
        List<String> versions = new ArrayList<>();
        try (Easy easy = trusting()) {
            easy.set(HEADERFUNCTION, header -> {
                TlsSession session = easy.get(Info.TLS_SSL_PTR);
                assertEquals(SslBackend.OPENSSL, session.backend());
                assertEquals(0, session.internals().byteSize());
                versions.add(OpenSsl.version(session.internals()));
            });
            easy.perform();
        }
        assertEquals(List.of("TLSv1.3"), versions.stream().distinct().toList());
    }

    @Test
    void thereIsNoTlsSessionWithoutAConnection(Easy easy) {
        Needs.openSsl3();
        assertEquals(new TlsSession(SslBackend.OPENSSL, MemorySegment.NULL), easy.get(Info.TLS_SSL_PTR));
    }

    @Test
    void debugSeesTheBytesOfTlsApartFromWhatTheyCarry() throws Exception {
        Needs.openSsl3();
        Map<InfoType, Integer> bytes = new EnumMap<>(InfoType.class);
        try (Easy easy = trusting().set(VERBOSE, true).set(POSTFIELDS, "posted")) {
            easy.set(DEBUGFUNCTION, (type, data) -> bytes.merge(type, data.length, Integer::sum));
            assertEquals("ok", Perform.body(easy));
        }
        assertEquals(EnumSet.allOf(InfoType.class), bytes.keySet());
        assertEquals("ok".length(), bytes.get(InfoType.DATA_IN));
        assertEquals("posted".length(), bytes.get(InfoType.DATA_OUT));
        assertTrue(bytes.get(InfoType.SSL_DATA_IN) > 0, bytes::toString);
        assertTrue(bytes.get(InfoType.SSL_DATA_OUT) > 0, bytes::toString);
    }
}
