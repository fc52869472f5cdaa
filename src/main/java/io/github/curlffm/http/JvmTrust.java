package io.github.curlffm.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that the JVM trusts, as libcurl takes them. */
final class JvmTrust {

    private static final int LINE = 64;

    /** Read once, as the JDK's default context is made once. */
    private static final class Pem {
        private static final byte[] BYTES = pem();
    }

    private JvmTrust() {}

    /** {@return the issuers that the default trust manager accepts, in PEM} {@code javax.net.ssl.trustStore} counts. */
    static byte[] issuers() {
        return Pem.BYTES;
    }

    private static byte[] pem() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            Base64.Encoder base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
            StringBuilder pem = new StringBuilder();
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trusting) {
                    for (X509Certificate issuer : trusting.getAcceptedIssuers()) {
                        pem.append("-----BEGIN CERTIFICATE-----\n")
                                .append(base64.encodeToString(issuer.getEncoded()))
                                .append("\n-----END CERTIFICATE-----\n");
                    }
                }
            }
            return pem.toString().getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM's trust store cannot be read: " + e.getMessage(), e);
        }
    }
}
