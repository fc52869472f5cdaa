package io.github.curlffm.option;

/**
 * Authentication methods: the bits of {@link Option#HTTPAUTH}, {@link Option#PROXYAUTH} and {@link Option#SOCKS5_AUTH}.
 */
public enum Auth implements Constant {
    /** No authentication; no bit at all. */
    NONE(0),
    /** HTTP Basic: user name and password in clear text; for SOCKS5, user name and password. */
    BASIC(1 << 0),
    /** HTTP Digest. */
    DIGEST(1 << 1),
    /** HTTP Negotiate (SPNEGO), mostly for Kerberos; needs GSS-API or SSPI. */
    NEGOTIATE(1 << 2),
    /** HTTP NTLM, whose cryptography is weak. */
    NTLM(1 << 3),
    /**
     * HTTP Digest in the way of old Internet Explorers.
     *
     * @deprecated since libcurl 8.21.0, which takes it for {@link #DIGEST}
     */
    @Deprecated
    DIGEST_IE(1 << 4),
    /**
     * NTLM by way of winbind's helper program.
     *
     * @deprecated since libcurl 8.8.0, which has removed it; use {@link #NTLM}
     */
    @Deprecated
    NTLM_WB(1 << 5),
    /** HTTP Bearer token, taken from {@link Option#XOAUTH2_BEARER}. */
    BEARER(1 << 6),
    /** AWS Signature Version 4, see {@link Option#AWS_SIGV4}. Since libcurl 7.75.0. */
    AWS_SIGV4(1 << 7),
    /** HTTP Message Signatures, see {@link Option#HTTPSIG_ALGORITHM}. Since libcurl 8.22.0. */
    HTTPSIG(1 << 8),
    /** Together with one method: that method and no other, if the server asks for authentication at all. */
    ONLY(1L << 31),
    /** All methods but {@code DIGEST_IE} and {@code HTTPSIG}: many bits in one. */
    ANY(0xffff_feefL),
    /** All methods of {@link #ANY} but {@link #BASIC}: many bits in one. */
    ANYSAFE(0xffff_feeeL);

    /** The name of {@link #NEGOTIATE} in {@link Option#SOCKS5_AUTH}. */
    public static final Auth GSSAPI = NEGOTIATE;

    private final long number;

    Auth(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
