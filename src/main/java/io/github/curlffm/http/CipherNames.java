package io.github.curlffm.http;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Cipher suites in OpenSSL's names. */
final class CipherNames {

    private static final String SIGNAL = "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";

    /** @param tls12 in the list for TLS 1.2 and before; {@code tls13} is for TLS 1.3 */
    record Lists(String tls12, String tls13) {}

    private CipherNames() {}

    /**
     * {@return the names for OpenSSL}
     *
     * @throws IllegalArgumentException for one that is of neither
     */
    static Lists of(String[] suites) {
        List<String> tls12 = new ArrayList<>();
        List<String> tls13 = new ArrayList<>();
        for (String suite : suites) {
            if (suite.contains("_WITH_")) {
                tls12.add(openSsl(suite));
            } else if (suite.startsWith("TLS_AES_") || suite.startsWith("TLS_CHACHA20_")) {
                tls13.add(suite);
            } else if (!suite.equals(SIGNAL)) {
                throw new IllegalArgumentException("SSLParameters have the cipher suite " + suite
                        + ", which has no name in libcurl; set SSL_CIPHER_LIST by configure()");
            }
        }
        return new Lists(String.join(":", tls12), String.join(":", tls13));
    }

    /** {@return Java's name of a suite that OpenSSL names}, or OpenSSL's if Java has none. */
    static String standard(String openSsl) {
        return Standard.NAMES.getOrDefault(openSsl, openSsl);
    }

    private static final class Standard {
        static final Map<String, String> NAMES = new HashMap<>();

        static {
            try {
                for (String suite :
                        SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites()) {
                    if (suite.contains("_WITH_")) {
                        NAMES.putIfAbsent(openSsl(suite), suite);
                    }
                }
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String openSsl(String suite) {
        int with = suite.indexOf("_WITH_");
        String exchange = suite.substring(suite.indexOf('_') + 1, with).replace('_', '-');
        String cipher = suite.substring(with + "_WITH_".length())
                .replace("AES_128_CBC", "AES128")
                .replace("AES_256_CBC", "AES256")
                .replaceFirst("^AES_([0-9]+)", "AES$1")
                .replace("CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305")
                .replace("3DES_EDE_CBC", "DES_CBC3")
                .replace('_', '-');
        return exchange.equals("RSA") ? cipher : exchange + "-" + cipher;
    }
}
