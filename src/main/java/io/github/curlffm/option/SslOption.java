package io.github.curlffm.option;

/** Switches of TLS: the bits of {@link Option#SSL_OPTIONS} and {@link Option#PROXY_SSL_OPTIONS}. */
public enum SslOption implements Constant {
    /** Leaves out the workaround for the BEAST attack on SSL 3 and TLS 1.0, for old servers that fail on it. */
    ALLOW_BEAST(1 << 0),
    /** Does not check whether certificates have been revoked; Schannel only. */
    NO_REVOKE(1 << 1),
    /** Demands a certificate chain up to a root certificate. Since libcurl 7.68.0. */
    NO_PARTIALCHAIN(1 << 2),
    /** Passes a certificate whose revocation list cannot be reached; Schannel only. Since libcurl 7.70.0. */
    REVOKE_BEST_EFFORT(1 << 3),
    /** Trusts the CA certificates of the operating system as well. Since libcurl 7.71.0. */
    NATIVE_CA(1 << 4),
    /** Picks a client certificate from the store of Windows; Schannel only. Since libcurl 7.77.0. */
    AUTO_CLIENT_CERT(1 << 5),
    /** Sends the first data along with the TLS 1.3 handshake, where possible. Since libcurl 8.11.0. */
    EARLYDATA(1 << 6);

    private final long number;

    SslOption(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
