package io.github.curlffm.option;

/** How HTTP Message Signatures are made: the values of {@link Option#HTTPSIG_ALGORITHM}. */
public enum HttpSigAlgorithm implements Constant {
    /** No signature. Since libcurl 8.22.0. */
    NONE(0),
    /** Ed25519; needs a TLS library that has it. Since libcurl 8.22.0. */
    ED25519(1),
    /** HMAC with SHA-256. Since libcurl 8.22.0. */
    HMAC_SHA256(2);

    private final long number;

    HttpSigAlgorithm(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
