package io.github.curlffm.curl;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.SSLCERT_BLOB;
import static io.github.curlffm.option.Option.SSLKEY_BLOB;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Pem;
import io.github.curlffm.testing.ClientCertificatePeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** {@link Pem}: what Java has of certificates and keys, in libcurl's hands. */
class PemTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    private final TestCertificates certificates = new TestCertificates("127.0.0.1");

    @BeforeEach
    void hasBlobs() {
        Needs.key(CAINFO_BLOB);
    }

    private static KeyStore trusting(TestCertificates certificates) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", certificates.authorityCertificate());
        return store;
    }

    @Test
    void aStoreIsTrusted() throws Exception {
        try (HttpsPeer peer = new HttpsPeer(certificates, exchange -> HttpPeer.answer(exchange, 200, "hello"));
                Easy easy = new Easy()) {
            easy.set(URL, peer.url("/")).set(CAINFO_BLOB, Pem.certificates(trusting(certificates)));
            assertEquals("hello", easy.performString());
        }
    }

    /** The bytes of the key are overwritten before the transfer: libcurl has its own. */
    @Test
    void aKeyIsShownToTheServer() throws Exception {
        KeyStore store = certificates.keyStore(PASSWORD);
        try (ClientCertificatePeer peer = new ClientCertificatePeer(certificates);
                Easy easy = new Easy()) {
            byte[] key = Pem.privateKey(store, "server", PASSWORD);
            easy.set(URL, peer.url())
                    .set(CAINFO_BLOB, certificates.authority())
                    .set(SSLCERT_BLOB, Pem.chain(store, "server"))
                    .set(SSLKEY_BLOB, key);
            Arrays.fill(key, (byte) 0);
            assertEquals("CN=127.0.0.1", easy.performString());
        }
    }

    @Test
    void theTrustOfTheJvmIsThatOfItsTrustManager() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        var issuers =
                new HashSet<>(Arrays.asList(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()));
        Needs.that(!issuers.isEmpty(), "a JDK that trusts somebody");
        var read =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Pem.jvmTrust()));
        assertEquals(issuers, Set.copyOf(read));
    }

    @Test
    void noCertificatesAreNoBytes() {
        assertArrayEquals(new byte[0], Pem.of(List.of()));
    }

    @Test
    void whatIsNotThereIsRefusedByItsName() throws Exception {
        KeyStore store = certificates.keyStore(PASSWORD);
        refused("trusts nobody", () -> Pem.certificates(store));
        refused("no key \"other\", but [server]", () -> Pem.chain(store, "other"));
        refused("no key \"other\", but [server]", () -> Pem.privateKey(store, "other", PASSWORD));
        refused("no key \"authority\"", () -> Pem.chain(trusting(certificates), "authority"));
        refused("the password of the key \"server\" is wrong", () -> Pem.privateKey(store, "server", new char[] {'x'}));
        KeyStore unloaded = KeyStore.getInstance("PKCS12");
        refused("loaded first", () -> Pem.certificates(unloaded));
        refused("loaded first", () -> Pem.chain(unloaded, "server"));
        refused("loaded first", () -> Pem.privateKey(unloaded, "server", PASSWORD));
    }

    private static void refused(String words, Executable call) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
        assertTrue(e.getMessage().contains(words), e::getMessage);
    }
}
