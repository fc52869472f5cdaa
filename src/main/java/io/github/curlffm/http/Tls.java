package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import java.net.URI;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * The TLS of one client. Without an {@link SSLContext} of the user's, libcurl verifies the servers by what the JVM trusts.
 * With one, libcurl does not, and the context is asked before a request goes out over a connection.
 */
final class Tls {

    private static final boolean HAS_BLOBS = Curl.version().isAtLeast(7, 77, 0);
    private static final String HOSTS_UNCHECKED = "jdk.internal.httpclient.disableHostnameVerification";
    private static final System.Logger LOGGER = System.getLogger(Tls.class.getName());
    private static final String KEYS_ARE_NOT_USED =
            "libcurl cannot use the keys of an SSLContext: give those that servers ask for to keyStore()";

    /** A chain that the context has been asked about. */
    private record Judged(String host, int port, List<X509Certificate> chain) {}

    private static final int MOST_JUDGED = 1000;

    private final SSLContext given;
    private final SSLParameters parameters;
    private final ClientKeys keys;
    private final List<Consumer<Easy>> settings;
    private final boolean checksHosts;
    private final boolean hasUnusedKeys;
    private final TlsConnections connections = new TlsConnections();
    private final Set<Judged> trusted = ConcurrentHashMap.newKeySet();

    private Tls(SSLContext given, SSLParameters parameters, ClientKeys keys) {
        this.given = given;
        this.parameters = parameters;
        this.keys = keys;
        this.settings = parameters == null ? List.of() : TlsSettings.of(parameters);
        this.checksHosts = !isTrue(System.getProperty(HOSTS_UNCHECKED));
        this.hasUnusedKeys = given != null && keys == null && ContextKeys.has(given);
        if (hasUnusedKeys) {
            LOGGER.log(System.Logger.Level.WARNING, KEYS_ARE_NOT_USED);
        }
    }

    private static boolean isTrue(String property) {
        return property != null && (property.isEmpty() || property.equalsIgnoreCase("true"));
    }

    /**
     * {@return the TLS of a client}
     *
     * @param context null: libcurl verifies
     * @param parameters null: none; not changed by anybody else
     * @param keys null: none
     * @throws IllegalArgumentException for what libcurl cannot be told
     */
    static Tls of(SSLContext context, SSLParameters parameters, KeyStore keys, char[] password) {
        if (context != null && !Curl.version().isAtLeast(7, 80, 0)) {
            throw new IllegalStateException("an sslContext needs libcurl 7.80.0 or newer; this is "
                    + Curl.version().version());
        }
        return new Tls(context, parameters, keys == null ? null : new ClientKeys(keys, password));
    }

    /** {@return the context that was given, or the JVM's} */
    SSLContext context() {
        try {
            return given == null ? SSLContext.getDefault() : given;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("there is no default SSLContext", e);
        }
    }

    /** {@return a copy of the parameters that were given, or the context's} */
    SSLParameters parameters() {
        return parameters == null ? context().getDefaultSSLParameters() : TlsCopy.of(parameters);
    }

    TlsConnections connections() {
        return connections;
    }

    /** {@return whether the context is asked, and libcurl does not verify} */
    boolean asksContext() {
        return given != null;
    }

    /** Sets what a user may set otherwise, for one hop; {@return what watches its connection}. */
    HopTls apply(Easy easy, URI uri) {
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return HopTls.NONE;
        }
        if (keys != null) {
            keys.apply(easy);
        }
        settings.forEach(setting -> setting.accept(easy));
        if (given == null && HAS_BLOBS) {
            byte[] issuers = JvmTrust.issuers();
            if (issuers.length > 0) {
                easy.set(Option.CAINFO_BLOB, issuers);
            }
            easy.set(Option.SSL_VERIFYHOST, checksHosts);
        }
        return new HopTls(this, easy, uri);
    }

    /**
     * Returns if the context trusts a chain.
     *
     * @throws SSLException what its trust manager throws
     */
    void check(String host, int port, List<X509Certificate> chain) throws SSLException {
        Judged asked = new Judged(host, port, chain);
        if (trusted.contains(asked)) {
            return;
        }
        TrustOracle.check(given, host, port, checksHosts, chain);
        if (trusted.size() < MOST_JUDGED) {
            trusted.add(asked);
        }
    }

    /** {@return a failed handshake with what may be the reason} */
    String explained(String message) {
        return hasUnusedKeys ? message + "; " + KEYS_ARE_NOT_USED : message;
    }
}
