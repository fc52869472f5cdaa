package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.CAINFO;
import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.CONNECTTIMEOUT_MS;
import static io.github.curlffm.option.Option.PINNEDPUBLICKEY;
import static io.github.curlffm.option.Option.SSLCERT;
import static io.github.curlffm.option.Option.SSLVERSION;
import static io.github.curlffm.option.Option.SSL_CIPHER_LIST;
import static io.github.curlffm.option.Option.SSL_VERIFYHOST;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.SslVersion;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import io.github.curlffm.testing.WireServer;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with TLS, in the words of OpenSSL; each time the handle then asks a proper server. */
@Tag("slow")
class TlsFaultsTest {

    private static final String HOST = "127.0.0.1";
    private static final SslVersion TLS1_2_ONLY = SslVersion.TLSv1_2.upTo(SslVersion.TLSv1_2);

    private final TestCertificates certificates = new TestCertificates(HOST);
    private HttpsPeer proper;
    private Faults faults;

    @BeforeEach
    void start() {
        Needs.openSsl3();
        proper = HttpsPeer.answering("fine");
        faults = new Faults(easy -> easy.set(URL, proper.url("/"))
                .set(CAINFO_BLOB, proper.authority())
                .unset(CAINFO)
                .unset(CONNECTTIMEOUT_MS)
                .unset(SSLCERT)
                .unset(SSLVERSION)
                .unset(SSL_CIPHER_LIST)
                .unset(SSL_VERIFYHOST)
                .unset(PINNEDPUBLICKEY));
    }

    /** {@return a server that answers one request on each connection, if the handshake gets that far} */
    private static WireServer server(SSLContext context, Consumer<SSLSocket> settings) {
        return new WireServer(connection -> {
            var factory = context.getSocketFactory();
            try (SSLSocket tls = (SSLSocket) factory.createSocket(connection.socket(), HOST, 0, true)) {
                tls.setUseClientMode(false);
                settings.accept(tls);
                tls.getInputStream().read();
                tls.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes());
            }
        });
    }

    private static WireServer server(TestCertificates certificates) {
        return server(certificates.serverContext(), socket -> {});
    }

    private Easy trusting(Easy easy, WireServer server, TestCertificates trusted) {
        return easy.set(URL, server.url("https", "/")).set(CAINFO_BLOB, trusted.authority());
    }

    private void isNotVerified(String details, WireServer server, TestCertificates trusted) throws Exception {
        try (server) {
            faults.check(CurlCode.PEER_FAILED_VERIFICATION, details, easy -> trusting(easy, server, trusted));
        }
    }

    private void doesNotConnect(String details, WireServer server, Consumer<Easy> settings) throws Exception {
        try (server) {
            faults.check(
                    CurlCode.SSL_CONNECT_ERROR, details, easy -> settings.accept(trusting(easy, server, certificates)));
        }
    }

    @Test
    void anUnknownAuthority() throws Exception {
        TestCertificates others = new TestCertificates(HOST);
        isNotVerified("self-signed certificate in certificate chain", server(certificates), others);
    }

    @Test
    void anotherHostsCertificate() throws Exception {
        TestCertificates ofAnother = new TestCertificates("another.example");
        isNotVerified("certificate subject name|no alternative certificate", server(ofAnother), ofAnother);
    }

    @Test
    void anExpiredCertificate() throws Exception {
        TestCertificates expired = TestCertificates.expired(HOST);
        isNotVerified("certificate has expired", server(expired), expired);
    }

    @Test
    void aCertificateThatIsNotYetValid() throws Exception {
        TestCertificates tooNew = TestCertificates.notYetValid(HOST);
        isNotVerified("certificate is not yet valid", server(tooNew), tooNew);
    }

    @Test
    void aSelfSignedCertificate() throws Exception {
        TestCertificates others = new TestCertificates(HOST);
        try (WireServer selfSigned = server(certificates.selfSignedContext(), socket -> {})) {
            faults.check(
                    CurlCode.PEER_FAILED_VERIFICATION,
                    "self-signed certificate",
                    easy -> trusting(easy, selfSigned, others).set(SSL_VERIFYHOST, false)); // for it names no host
        }
    }

    @Test
    void aKeyThatIsNotThePinnedOne() throws Exception {
        try (WireServer server = server(certificates)) {
            faults.check(
                    CurlCode.SSL_PINNEDPUBKEYNOTMATCH,
                    "public key does not match pinned public key",
                    easy -> trusting(easy, server, certificates)
                            .set(PINNEDPUBLICKEY, "sha256//" + "A".repeat(43) + "="));
        }
    }

    @Test
    void noCommonVersion() throws Exception {
        WireServer newest =
                server(certificates.serverContext(), socket -> socket.setEnabledProtocols(new String[] {"TLSv1.3"}));
        doesNotConnect("alert protocol version", newest, easy -> easy.set(SSLVERSION, TLS1_2_ONLY));
    }

    @Test
    void noCommonCipher() throws Exception {
        WireServer picky = server(
                certificates.serverContext(),
                socket -> socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"}));
        doesNotConnect(
                "alert handshake failure",
                picky,
                easy -> easy.set(SSLVERSION, TLS1_2_ONLY).set(SSL_CIPHER_LIST, "ECDHE-RSA-AES128-GCM-SHA256"));
    }

    @Test
    void aPeerThatSpeaksNoTls() throws Exception {
        doesNotConnect(
                "wrong version number|packet length too long|record layer failure",
                new WireServer(connection -> connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")),
                easy -> {});
    }

    @Test
    void noTlsToAPeerThatSpeaksIt() throws Exception {
        try (WireServer server = server(certificates)) {
            faults.check(
                    Set.of(CurlCode.UNSUPPORTED_PROTOCOL, CurlCode.GOT_NOTHING, CurlCode.RECV_ERROR),
                    "HTTP/0.9|Empty reply|reset",
                    easy -> easy.set(URL, server.url("http", "/")));
        }
    }

    /** With TLS 1.3 the client is done before the server looks at what it has sent. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void noClientCertificateWhereOneIsRequired(String version) throws Exception {
        try (WireServer server = server(certificates.serverContext(), socket -> {
            socket.setEnabledProtocols(new String[] {version});
            socket.setNeedClientAuth(true);
        })) {
            faults.check(
                    Set.of(CurlCode.SSL_CONNECT_ERROR, CurlCode.RECV_ERROR, CurlCode.SSL_CLIENTCERT),
                    "alert (bad certificate|certificate required|handshake failure)",
                    easy -> trusting(easy, server, certificates));
        }
    }

    @Test
    void aClientCertificateThatIsNotThere() throws Exception {
        try (WireServer server = server(certificates)) {
            faults.check(
                    CurlCode.SSL_CERTPROBLEM,
                    "no such file.pem",
                    easy -> trusting(easy, server, certificates).set(SSLCERT, "no such file.pem"));
        }
    }

    @Test
    void anAuthorityThatIsNotThere() throws Exception {
        faults.check(
                CurlCode.SSL_CACERT_BADFILE,
                "no such file.pem",
                easy -> easy.set(URL, proper.url("/")).set(CAINFO, "no such file.pem"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatIsCutInTheHandshake(boolean reset) throws Exception {
        doesNotConnect(
                "SSL_ERROR_SYSCALL|Connection reset by peer|unexpected eof",
                new WireServer(connection -> {
                    connection.in().read();
                    connection.socket().setSoLinger(reset, 0);
                }),
                easy -> {});
    }

    @Test
    void aHandshakeThatStalls(WireServer silent) throws Exception {
        silent.serve(connection -> connection.in().readAllBytes());
        faults.check(
                CurlCode.OPERATION_TIMEDOUT,
                "SSL connection timeout|Connection timed out|timed out after",
                easy -> trusting(easy, silent, certificates).set(CONNECTTIMEOUT_MS, 50));
    }

    /** Without TLS's own farewell nobody knows whether that was all, which libcurl 7.88.1 does not mind. */
    @Test
    void aBodyThatIsCutBelowTls(WireServer server) throws Exception {
        Needs.libcurl("8.14.1");
        server.serve(connection -> {
            var factory = certificates.serverContext().getSocketFactory();
            SSLSocket tls = (SSLSocket) factory.createSocket(connection.socket(), HOST, 0, false);
            tls.setUseClientMode(false);
            tls.getInputStream().read();
            tls.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nto the end".getBytes());
        });
        faults.check(CurlCode.RECV_ERROR, "unexpected eof while reading", easy -> trusting(easy, server, certificates));
    }
}
