package io.github.curlffm.option;

/** A TLS library that libcurl can be built with. */
public enum SslBackend implements Constant {
    /** No TLS library. */
    NONE(0),
    /** OpenSSL and its forks: AWS-LC, BoringSSL and LibreSSL have the same number. */
    OPENSSL(1),
    /** GnuTLS. */
    GNUTLS(2),
    /**
     * Mozilla's NSS.
     *
     * @deprecated since libcurl 8.3.0, which dropped it
     */
    @Deprecated
    NSS(3),
    /**
     * A number that is not in use; it was QsoSSL.
     *
     * @deprecated since libcurl 7.39.0, which dropped it
     */
    @Deprecated
    OBSOLETE4(4),
    /**
     * IBM's GSKit.
     *
     * @deprecated since libcurl 8.3.0, which dropped it
     */
    @Deprecated
    GSKIT(5),
    /**
     * PolarSSL.
     *
     * @deprecated since libcurl 7.69.0, which dropped it: its successor is {@link #MBEDTLS}
     */
    @Deprecated
    POLARSSL(6),
    /** wolfSSL, formerly CyaSSL. */
    WOLFSSL(7),
    /** Schannel, Windows' own. */
    SCHANNEL(8),
    /**
     * Secure Transport, Apple's own.
     *
     * @deprecated since libcurl 8.15.0, which dropped it
     */
    @Deprecated
    SECURETRANSPORT(9),
    /**
     * axTLS.
     *
     * @deprecated since libcurl 7.61.0, which stopped building with it
     */
    @Deprecated
    AXTLS(10),
    /** Mbed TLS. */
    MBEDTLS(11),
    /**
     * MesaLink. Since libcurl 7.62.0.
     *
     * @deprecated since libcurl 7.82.0, which dropped it
     */
    @Deprecated
    MESALINK(12),
    /**
     * BearSSL. Since libcurl 7.68.0.
     *
     * @deprecated since libcurl 8.15.0, which dropped it
     */
    @Deprecated
    BEARSSL(13),
    /** Rustls. Since libcurl 7.76.0. */
    RUSTLS(14);

    private final long number;

    SslBackend(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
