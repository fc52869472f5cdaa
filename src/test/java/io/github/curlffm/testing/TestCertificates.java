package io.github.curlffm.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for a server and the authority that signed it, both made now and known to nobody else. */
public final class TestCertificates {

    private static final String AUTHORITY_NAME = "CN=curl-ffm test authority";
    private static final char[] NO_PASSWORD = {};
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final Instant from;
    private final Instant to;
    private final X509Certificate authority;
    private final X509Certificate server;
    private final KeyPair authorityKeys;
    private final KeyPair serverKeys;

    /** Makes a certificate that is valid for these host names and numeric addresses; the first becomes its CN. */
    public TestCertificates(String... hosts) {
        this(Instant.now().minus(ONE_DAY), Instant.now().plus(ONE_DAY), hosts);
    }

    private TestCertificates(Instant from, Instant to, String... hosts) {
        this.from = from;
        this.to = to;
        try {
            authorityKeys = newKeys();
            serverKeys = newKeys();
            authority = newAuthority(authorityKeys);
            server = newServer(hosts);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError("no certificate", e);
        }
    }

    /** {@return a certificate, of an authority as old as itself, that has expired an hour ago} */
    public static TestCertificates expired(String... hosts) {
        Instant anHourAgo = Instant.now().minus(ONE_HOUR);
        return new TestCertificates(anHourAgo.minus(ONE_DAY), anHourAgo, hosts);
    }

    /** {@return a certificate, of an authority as new as itself, that will be valid in an hour} */
    public static TestCertificates notYetValid(String... hosts) {
        Instant inAnHour = Instant.now().plus(ONE_HOUR);
        return new TestCertificates(inAnHour, inAnHour.plus(ONE_DAY), hosts);
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate newAuthority(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder(AUTHORITY_NAME, keys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(builder, keys);
    }

    private X509Certificate newServer(String[] hosts)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder("CN=" + hosts[0], serverKeys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        KeyPurposeId[] both = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(both));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authorityKeys.getPublic()));
        GeneralName[] names = Stream.of(hosts)
                .map(host -> new GeneralName(isNumeric(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return signed(builder, authorityKeys);
    }

    private static boolean isNumeric(String host) {
        return host.matches("[0-9.]+") || host.contains(":");
    }

    private JcaX509v3CertificateBuilder builder(String subject, KeyPair keys)
            throws GeneralSecurityException, IOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(AUTHORITY_NAME),
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(from),
                Date.from(to),
                new X500Name(subject),
                keys.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    /** {@return the certificate of the server} */
    public X509Certificate server() {
        return server;
    }

    /** {@return the certificate of the authority} */
    public X509Certificate authorityCertificate() {
        return authority;
    }

    /** {@return the key of the server} */
    public PrivateKey serverKey() {
        return serverKeys.getPrivate();
    }

    /** {@return the authority's certificate in PEM format, as {@code CAINFO} and {@code CAINFO_BLOB} take it} */
    public byte[] authority() {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return what a Java server needs to present the certificate, followed by its authority's} */
    public SSLContext serverContext() {
        return context(serverKeys, server, authority);
    }

    /** {@return what a Java client needs to trust the authority, and nobody else} */
    public SSLContext trustingContext() {
        return trusting(null);
    }

    /** {@return the same, with the server's key as the client's own} */
    public SSLContext trustingContextWithKey() {
        return trusting(managers(keyStore(NO_PASSWORD), NO_PASSWORD));
    }

    private SSLContext trusting(KeyManager[] keys) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no TLS context", e);
        }
    }

    /** {@return a store with the server's key and its certificates} */
    public KeyStore keyStore(char[] password) {
        return store(password, serverKeys, server, authority);
    }

    /** {@return what a Java server needs that wants a client with a certificate of the same authority} */
    public SSLContext serverContextForClientsWithKeys() {
        return trustingContextWithKey();
    }

    /** {@return what a Java server needs to present the authority's certificate as its own: a self-signed one} */
    public SSLContext selfSignedContext() {
        return context(authorityKeys, authority);
    }

    private static SSLContext context(KeyPair keyPair, Certificate... chain) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers(store(NO_PASSWORD, keyPair, chain), NO_PASSWORD), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no TLS context", e);
        }
    }

    private static KeyStore store(char[] password, KeyPair keyPair, Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("server", keyPair.getPrivate(), password, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no key store", e);
        }
    }

    private static KeyManager[] managers(KeyStore store, char[] password) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no key managers", e);
        }
    }
}
