package io.github.curlffm.option;

/**
 * The TLS versions that may be used: the values of {@link Option#SSLVERSION} and {@link Option#PROXY_SSLVERSION}.
 *
 * <p>Each constant is the lowest version. {@link #upTo(SslVersion)} adds the highest, as in
 * {@code TLSv1_2.upTo(TLSv1_3)}.
 *
 * @param number the number that libcurl uses: the lowest version, and the highest shifted left by 16 bits
 */
public record SslVersion(long number) implements Constant {
    /** The default of libcurl and its TLS library; since libcurl 8.16.0 at least TLS 1.2. */
    public static final SslVersion DEFAULT = new SslVersion(0);
    /** TLS 1.0 or newer. */
    public static final SslVersion TLSv1 = new SslVersion(1);
    /**
     * SSL 2.
     *
     * @deprecated insecure, and refused since libcurl 7.77.0
     */
    @Deprecated
    public static final SslVersion SSLv2 = new SslVersion(2);
    /**
     * SSL 3.
     *
     * @deprecated insecure, and refused since libcurl 7.77.0
     */
    @Deprecated
    public static final SslVersion SSLv3 = new SslVersion(3);
    /** TLS 1.0 or newer. */
    public static final SslVersion TLSv1_0 = new SslVersion(4);
    /** TLS 1.1 or newer. */
    public static final SslVersion TLSv1_1 = new SslVersion(5);
    /** TLS 1.2 or newer. */
    public static final SslVersion TLSv1_2 = new SslVersion(6);
    /** TLS 1.3 or newer. */
    public static final SslVersion TLSv1_3 = new SslVersion(7);

    private static final int MAX_SHIFT = 16;

    /**
     * {@return this version as the lowest, together with a highest version} Since libcurl 7.54.0.
     *
     * @param max the highest version: {@link #TLSv1_0} to {@link #TLSv1_3}, or {@link #DEFAULT} for the highest that
     *     libcurl has by default
     * @throws IllegalArgumentException if {@code max} is none of these, or is lower than this version
     * @throws IllegalStateException if this is not a plain lowest version of TLS
     */
    public SslVersion upTo(SslVersion max) {
        if (number != DEFAULT.number && number != TLSv1.number && !isExact(this)) {
            throw new IllegalStateException("not a lowest version of TLS: " + this);
        }
        if (max.number == DEFAULT.number) {
            return new SslVersion(number | TLSv1.number << MAX_SHIFT); // CURL_SSLVERSION_MAX_DEFAULT
        }
        if (!isExact(max)) {
            throw new IllegalArgumentException("not a highest version of TLS: " + max);
        }
        if (max.number < number) {
            throw new IllegalArgumentException("highest version " + max + " is below the lowest, " + this);
        }
        return new SslVersion(number | max.number << MAX_SHIFT);
    }

    private static boolean isExact(SslVersion version) {
        return version.number >= TLSv1_0.number && version.number <= TLSv1_3.number;
    }
}
