package io.github.curlffm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates and keys that Java has, as libcurl takes them: in PEM form, for the options whose names end with
 * {@code _BLOB}.
 *
 * <pre>{@code
 * curl.set(CAINFO_BLOB, Pem.jvmTrust());
 * curl.set(SSLCERT_BLOB, Pem.chain(store, "me")).set(SSLKEY_BLOB, Pem.privateKey(store, "me", password));
 * }</pre>
 *
 * <p>libcurl copies the bytes when the option is set: those of a key can be overwritten then.
 */
public final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    /**
     * {@return the authorities that this JVM trusts: those of its {@code cacerts}, or of the system property
     * {@code javax.net.ssl.trustStore}}
     *
     * @throws IllegalStateException if the trust store cannot be read
     */
    public static byte[] jvmTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            List<Certificate> issuers = new ArrayList<>();
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trusting) {
                    issuers.addAll(Arrays.asList(trusting.getAcceptedIssuers()));
                }
            }
            return of(issuers);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM's trust store cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the certificates that a store trusts: its entries without a key}
     *
     * @param store a store that is loaded
     * @throws IllegalArgumentException if there are none, or the store is not loaded
     */
    public static byte[] certificates(KeyStore store) {
        try {
            List<Certificate> trusted = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    trusted.add(store.getCertificate(alias));
                }
            }
            if (trusted.isEmpty()) {
                throw new IllegalArgumentException(
                        "the KeyStore has no certificate without a key, and so trusts nobody;"
                                + " chain(…) has the certificates of a key");
            }
            return of(trusted);
        } catch (KeyStoreException e) {
            throw notLoaded(e);
        }
    }

    /**
     * {@return certificates, in their order}
     *
     * @param certificates X.509 certificates
     * @throws IllegalArgumentException if one cannot be encoded
     */
    public static byte[] of(Collection<? extends Certificate> certificates) {
        StringBuilder pem = new StringBuilder();
        for (Certificate certificate : certificates) {
            try {
                append(pem, "CERTIFICATE", certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("a certificate cannot be encoded: " + e.getMessage(), e);
            }
        }
        return bytes(pem);
    }

    /**
     * {@return the certificate of a key, and those of its issuers as far as the store has them}
     *
     * @param store a store that is loaded
     * @param alias the name of the key
     * @throws IllegalArgumentException if the store has no such key, or is not loaded
     */
    public static byte[] chain(KeyStore store, String alias) {
        Objects.requireNonNull(alias, "alias");
        try {
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain == null) {
                throw noKey(store, alias);
            }
            return of(Arrays.asList(chain));
        } catch (KeyStoreException e) {
            throw notLoaded(e);
        }
    }

    /**
     * {@return a private key, not encrypted}
     *
     * @param store a store that is loaded
     * @param alias the name of the key
     * @param password the password of the key
     * @throws IllegalArgumentException if the store has no such key, the password is wrong, the store is not loaded, or does
     *     not give its keys away, such as one of a smart card
     */
    public static byte[] privateKey(KeyStore store, String alias, char[] password) {
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(password, "password");
        try {
            Key key = store.getKey(alias, password);
            if (key == null) {
                throw noKey(store, alias);
            }
            byte[] encoded = key.getEncoded();
            if (encoded == null || !"PKCS#8".equals(key.getFormat())) {
                throw new IllegalArgumentException(
                        "the key \"" + alias + "\" of the KeyStore is none that can be taken out");
            }
            StringBuilder pem = new StringBuilder();
            append(pem, "PRIVATE KEY", encoded);
            return bytes(pem);
        } catch (UnrecoverableKeyException e) {
            throw new IllegalArgumentException(
                    "the password of the key \"" + alias + "\" is wrong: " + e.getMessage(), e);
        } catch (KeyStoreException e) {
            throw notLoaded(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key \"" + alias + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException noKey(KeyStore store, String alias) throws KeyStoreException {
        return new IllegalArgumentException(
                "the KeyStore has no key \"" + alias + "\", but " + Collections.list(store.aliases()));
    }

    private static IllegalArgumentException notLoaded(KeyStoreException e) {
        return new IllegalArgumentException("the KeyStore has to be loaded first", e);
    }

    private static void append(StringBuilder pem, String what, byte[] der) {
        pem.append("-----BEGIN ")
                .append(what)
                .append("-----\n")
                .append(Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der))
                .append("\n-----END ")
                .append(what)
                .append("-----\n");
    }

    private static byte[] bytes(StringBuilder pem) {
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
