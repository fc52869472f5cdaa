package io.github.curlffm.http;

import io.github.curlffm.Pem;

/** The certificates that the JVM trusts, as libcurl takes them. */
final class JvmTrust {

    /** Read once, as the JDK's default context is made once. */
    private static final class Read {
        private static final byte[] ISSUERS = Pem.jvmTrust();
    }

    private JvmTrust() {}

    /** {@return the issuers that the default trust manager accepts, in PEM} {@code javax.net.ssl.trustStore} counts. */
    static byte[] issuers() {
        return Read.ISSUERS;
    }
}
