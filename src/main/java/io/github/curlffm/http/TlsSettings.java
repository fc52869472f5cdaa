package io.github.curlffm.http;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.SslVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;

/** {@link SSLParameters} in libcurl's options. */
final class TlsSettings {

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final List<SslVersion> NUMBERS =
            List.of(SslVersion.TLSv1_0, SslVersion.TLSv1_1, SslVersion.TLSv1_2, SslVersion.TLSv1_3);

    /** What is no version of a connection. */
    private static final Set<String> HELLOS = Set.of("SSLv2Hello");

    /** OpenSSL's names, where they are others. */
    private static final Map<String, String> GROUPS = Map.of(
            "secp256r1", "P-256", "secp384r1", "P-384", "secp521r1", "P-521", "x25519", "X25519", "x448", "X448");

    /** As OpenSSL 3.0 takes them, too. */
    private static final Map<String, String> SCHEMES = Map.of(
            "ecdsa_sha224", "ECDSA+SHA224",
            "ecdsa_sha1", "ECDSA+SHA1",
            "rsa_sha224", "RSA+SHA224",
            "dsa_sha256", "DSA+SHA256",
            "dsa_sha224", "DSA+SHA224",
            "dsa_sha1", "DSA+SHA1");

    private TlsSettings() {}

    /** {@return what sets the options; refuses what libcurl cannot be told} */
    static List<Consumer<Easy>> of(SSLParameters parameters) {
        List<Consumer<Easy>> all = new ArrayList<>();
        if (parameters.getProtocols() != null) {
            SslVersion range = range(parameters.getProtocols());
            all.add(easy -> easy.set(Option.SSLVERSION, range));
        }
        if (parameters.getCipherSuites() != null) {
            ciphers(all, CipherNames.of(parameters.getCipherSuites()));
        }
        list(all, Option.SSL_EC_CURVES, parameters.getNamedGroups(), GROUPS);
        list(all, Option.SSL_SIGNATURE_ALGORITHMS, parameters.getSignatureSchemes(), SCHEMES);
        tryOut(all);
        return List.copyOf(all);
    }

    private static SslVersion range(String[] protocols) {
        int lowest = VERSIONS.size();
        int highest = -1;
        Set<String> named = Set.of(protocols);
        for (String protocol : named) {
            int at = VERSIONS.indexOf(protocol);
            if (at < 0 && !HELLOS.contains(protocol)) {
                throw new IllegalArgumentException(
                        "SSLParameters have the protocol " + protocol + "; libcurl has " + VERSIONS);
            }
            lowest = at < 0 ? lowest : Math.min(lowest, at);
            highest = Math.max(highest, at);
        }
        if (highest < 0 || !named.containsAll(VERSIONS.subList(lowest, highest + 1))) {
            throw new IllegalArgumentException("SSLParameters have the protocols " + named
                    + "; libcurl takes a lowest and a highest one, with all between them");
        }
        return NUMBERS.get(lowest).upTo(NUMBERS.get(highest));
    }

    private static void ciphers(List<Consumer<Easy>> all, CipherNames.Lists names) {
        if (!names.tls12().isEmpty()) {
            all.add(easy -> easy.set(Option.SSL_CIPHER_LIST, names.tls12()));
        }
        if (!names.tls13().isEmpty()) {
            all.add(easy -> easy.set(Option.TLS13_CIPHERS, names.tls13()));
        }
    }

    private static void list(
            List<Consumer<Easy>> all, Option<String> option, String[] names, Map<String, String> renamed) {
        if (names != null) {
            List<String> some = new ArrayList<>();
            for (String name : names) {
                some.add(renamed.getOrDefault(name, name));
            }
            String value = String.join(":", some);
            all.add(easy -> easy.set(option, value));
        }
    }

    /** A libcurl with another TLS library does not have all of them. */
    private static void tryOut(List<Consumer<Easy>> all) {
        try (var tried = new Easy()) {
            all.forEach(setting -> setting.accept(tried));
        } catch (CurlOptionException e) {
            throw new IllegalArgumentException(
                    "SSLParameters have what this libcurl cannot be told: " + e.getMessage(), e);
        }
    }
}
