package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who decides about the certificates of servers, and what is told of them. */
class TlsTest {

    private static final TestCertificates CERTIFICATES = new TestCertificates("127.0.0.1");
    private static final TestCertificates OTHERS = new TestCertificates("127.0.0.1");

    private TlsPeer peer;

    @BeforeEach
    void start() throws Exception {
        Needs.libcurl("7.80.0", "have no PREREQFUNCTION");
        peer = new TlsPeer(CERTIFICATES);
    }

    @AfterEach
    void stop() throws Exception {
        peer.close();
    }

    private static HttpRequest to(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }

    private HttpResponse<String> get(HttpClient client) throws Exception {
        return client.send(to(peer.uri()), BodyHandlers.ofString());
    }

    private static HttpClient with(Client kind, SSLContext context, Version version) {
        return kind.builder().sslContext(context).version(version).build();
    }

    @ParameterizedTest
    @EnumSource
    void aContextThatTrusts(Client kind) throws Exception {
        for (Version version : List.of(Version.HTTP_1_1, Version.HTTP_2)) {
            try (HttpClient client = with(kind, CERTIFICATES.trustingContext(), version)) {
                for (int i = 0; i < 2; i++) {
                    HttpResponse<String> response = get(client);
                    String spoken = version == Version.HTTP_2 ? "HTTP/2.0" : "HTTP/1.1";
                    assertEquals(spoken + " TLSv1.3", response.body());
                    assertEquals(version, response.version());
                    SSLSession session = response.sslSession().orElseThrow();
                    assertEquals("TLSv1.3", session.getProtocol());
                    assertTrue(session.getCipherSuite().startsWith("TLS_"), session.getCipherSuite());
                    assertEquals(CERTIFICATES.server(), session.getPeerCertificates()[0]);
                    assertEquals(CERTIFICATES.server().getSubjectX500Principal(), session.getPeerPrincipal());
                    assertThrows(UnsupportedOperationException.class, session::invalidate);
                }
            }
        }
        assertEquals(2, peer.connections.get());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyTrustsAnUnknownAuthority(Client kind) throws Exception {
        try (HttpClient client = kind.builder().build()) {
            assertThrows(SSLException.class, () -> get(client));
        }
        try (HttpClient client = with(kind, OTHERS.trustingContext(), Version.HTTP_2)) {
            SSLException thrown = assertThrows(SSLHandshakeException.class, () -> get(client));
            assertTrue(thrown.getMessage().contains("PKIX path"), thrown.getMessage());
        }
        assertEquals(0, peer.requests.get());
    }

    /** Without a context, libcurl verifies by what the JVM trusts. */
    @Test
    void theTrustStoreOfTheJvmCounts(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("trust.p12");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", CERTIFICATES.authorityCertificate());
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, "secret".toCharArray());
        }
        String url = peer.uri().toString();
        Child.Outcome with = ChildJvm.of(Gets.class)
                .arguments(url)
                .options("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=secret")
                .run();
        assertEquals("HTTP/2.0 TLSv1.3", with.out().strip(), with::toString);
        Child.Outcome without = ChildJvm.of(Gets.class).arguments(url).run();
        assertEquals("javax.net.ssl.SSLHandshakeException", without.out().strip(), without::toString);
    }

    @ParameterizedTest
    @EnumSource
    void anotherHost(Client kind) throws Exception {
        try (HttpClient client = with(kind, CERTIFICATES.trustingContext(), Version.HTTP_2)) {
            var request = to(peer.uri("localhost"));
            SSLException thrown =
                    assertThrows(SSLHandshakeException.class, () -> client.send(request, BodyHandlers.ofString()));
            assertTrue(thrown.getMessage().contains("localhost"), thrown.getMessage());
        }
        assertEquals(0, peer.requests.get());
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredCertificate(Client kind) throws Exception {
        TestCertificates expired = TestCertificates.expired("127.0.0.1");
        try (TlsPeer old = new TlsPeer(expired);
                HttpClient client = with(kind, expired.trustingContext(), Version.HTTP_2)) {
            assertThrows(SSLHandshakeException.class, () -> client.send(to(old.uri()), BodyHandlers.ofString()));
            assertEquals(0, old.requests.get());
        }
    }

    /** The connection that was refused may still be there: no later request goes out over it. */
    @ParameterizedTest
    @EnumSource(Version.class)
    void aConnectionThatWasRefusedIsNotUsed(Version version) throws Exception {
        try (HttpClient client = with(Client.CURL, OTHERS.trustingContext(), version)) {
            for (int i = 0; i < 3; i++) {
                SSLException thrown = assertThrows(SSLHandshakeException.class, () -> get(client));
                assertTrue(thrown.getMessage().contains("PKIX path"), thrown.getMessage());
            }
            List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(client.sendAsync(to(peer.uri()), BodyHandlers.ofString()));
            }
            for (var one : all) {
                CompletionException thrown = assertThrows(CompletionException.class, one::join);
                assertInstanceOf(SSLHandshakeException.class, thrown.getCause());
            }
        }
        assertEquals(0, peer.requests.get());
        assertTrue(peer.connections.get() > 0);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void manyAtOnceOverNewConnections(Version version) throws Exception {
        try (HttpClient client = with(Client.CURL, CERTIFICATES.trustingContext(), version)) {
            List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(client.sendAsync(to(peer.uri()), BodyHandlers.ofString()));
            }
            for (var one : all) {
                assertEquals(200, one.join().statusCode());
                assertEquals(
                        CERTIFICATES.server(),
                        one.join().sslSession().orElseThrow().getPeerCertificates()[0]);
            }
        }
    }

    /** A trust manager of the user's. */
    private static final class Asked extends X509ExtendedTrustManager {
        private final List<String> questions = new ArrayList<>();
        private final CertificateException answer;

        Asked(CertificateException answer) {
            this.answer = answer;
        }

        SSLContext context() throws Exception {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        }

        @Override
        public synchronized void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            questions.add(chain[0].getSubjectX500Principal() + " " + engine.getPeerHost());
            if (answer != null) {
                throw answer;
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new AssertionError("a socket");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("neither socket nor engine");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new AssertionError("a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new AssertionError("a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("a client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTrustManagerOfTheUsersDecides(Client kind) throws Exception {
        Asked trusting = new Asked(null);
        try (HttpClient client = with(kind, trusting.context(), Version.HTTP_1_1)) {
            assertEquals(200, get(client).statusCode());
            assertEquals(List.of("CN=127.0.0.1 127.0.0.1"), trusting.questions);
        }
        CertificateException no = new CertificateException("not today");
        try (HttpClient client = with(kind, new Asked(no).context(), Version.HTTP_1_1)) {
            Throwable thrown = assertThrows(SSLHandshakeException.class, () -> get(client));
            while (thrown != null && thrown != no) {
                thrown = thrown.getCause();
            }
            assertEquals(no, thrown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void protocolsAndCiphers(Client kind) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        parameters.setCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
        try (HttpClient client = kind.builder()
                .sslContext(CERTIFICATES.trustingContext())
                .sslParameters(parameters)
                .build()) {
            HttpResponse<String> response = get(client);
            assertTrue(response.body().endsWith("TLSv1.2"), response.body());
            assertEquals("TLSv1.2", response.sslSession().orElseThrow().getProtocol());
            assertEquals("TLSv1.2", client.sslParameters().getProtocols()[0]);
        }
    }

    /** Programs pass on what a context has; since JDK 26 that has names of signature schemes. */
    @ParameterizedTest
    @EnumSource
    void theParametersThatAContextHas(Client kind) throws Exception {
        SSLContext context = CERTIFICATES.trustingContext();
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setSignatureSchemes(
                ("ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 ed25519 ed448 rsa_pss_rsae_sha256"
                                + " rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384"
                                + " rsa_pss_pss_sha512 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512 dsa_sha256"
                                + " ecdsa_sha224 rsa_sha224 dsa_sha224 ecdsa_sha1 rsa_pkcs1_sha1 dsa_sha1")
                        .split(" "));
        if (!Loaded.has(Option.SSL_SIGNATURE_ALGORITHMS)) {
            parameters.setSignatureSchemes(null);
        }
        try (HttpClient client =
                kind.builder().sslContext(context).sslParameters(parameters).build()) {
            assertEquals(200, get(client).statusCode());
        }
    }

    @Test
    void whatLibcurlCannotBeTold() {
        SSLParameters gap = new SSLParameters();
        gap.setProtocols(new String[] {"TLSv1.3", "TLSv1.1"});
        var refused = CurlHttpClient.newBuilder().sslParameters(gap);
        assertTrue(assertThrows(IllegalArgumentException.class, refused::build)
                .getMessage()
                .contains("TLSv1.1"));
        SSLParameters unknown = new SSLParameters();
        unknown.setCipherSuites(new String[] {"MY_SUITE"});
        var refusedToo = CurlHttpClient.newBuilder().sslParameters(unknown);
        assertTrue(assertThrows(IllegalArgumentException.class, refusedToo::build)
                .getMessage()
                .contains("MY_SUITE"));
    }

    @Test
    void aServerThatWantsACertificate() throws Exception {
        try (TlsPeer strict = new TlsPeer(CERTIFICATES.serverContextForClientsWithKeys(), true)) {
            char[] password = "secret".toCharArray();
            try (HttpClient client = CurlHttpClient.newBuilder()
                    .keyStore(CERTIFICATES.keyStore(password), password)
                    .sslContext(CERTIFICATES.trustingContext())
                    .build()) {
                assertEquals(
                        200,
                        client.send(to(strict.uri()), BodyHandlers.ofString()).statusCode());
            }
            try (HttpClient client = with(Client.CURL, CERTIFICATES.trustingContextWithKey(), Version.HTTP_1_1)) {
                var thrown = assertThrows(
                        java.io.IOException.class, () -> client.send(to(strict.uri()), BodyHandlers.ofString()));
                assertTrue(thrown.getMessage().contains("keyStore"), thrown.getMessage());
            }
        }
    }

    /** Without a context libcurl verifies, and takes what configure says. */
    @Test
    void optionsOfLibcurl() throws Exception {
        try (HttpClient client = CurlHttpClient.newBuilder()
                .configure(easy -> easy.set(Option.CAINFO_BLOB, CERTIFICATES.authority()))
                .build()) {
            HttpResponse<String> response = get(client);
            assertEquals("HTTP/2.0 TLSv1.3", response.body());
            assertEquals(
                    CERTIFICATES.server(), response.sslSession().orElseThrow().getPeerCertificates()[0]);
        }
    }
}
