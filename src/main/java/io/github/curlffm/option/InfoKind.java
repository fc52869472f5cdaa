package io.github.curlffm.option;

/** How the answer to an info comes back from libcurl. */
public enum InfoKind {
    /** A string, which libcurl keeps and Java copies; null when there is none. */
    STRING,
    /** A C {@code long}. */
    LONG,
    /** A {@code curl_off_t}: 64 bits everywhere. */
    OFF_T,
    /** A C {@code double}. */
    DOUBLE,
    /** A C {@code long}: 0 is false, everything else true. */
    FLAG,
    /** A {@code curl_off_t} in microseconds: a {@link java.time.Duration}. */
    MICROSECONDS,
    /** A {@code curl_off_t} or a C {@code long}, as the number says, in seconds: a {@link java.time.Duration}. */
    SECONDS,
    /** A C {@code long} in seconds since 1970, -1 when unknown: a {@link java.time.Instant} or null. */
    INSTANT,
    /** A {@code curl_off_t} in seconds since 1970, -1 when unknown: a {@link java.time.Instant} or null. */
    INSTANT_T,
    /** A {@code curl_slist}, which libcurl makes for the caller: copied, then freed; empty when there is none. */
    SLIST,
    /** A {@code curl_certinfo}, which libcurl keeps: a list of {@link CertInfo}. */
    CERTINFO,
    /** A {@code curl_tlssessioninfo}, which libcurl keeps: a {@link io.github.curlffm.callback.TlsSession}. */
    TLS_SESSION,
    /** A {@code curl_socket_t}, null when it is {@code CURL_SOCKET_BAD}. */
    SOCKET,
    /** A C {@code long} with named values: the constant of {@link Info#constants()}, null when none has the number. */
    VALUE,
    /**
     * A C {@code long} whose bits have names: a set with the constant of {@link Info#constants()} for each bit that is
     * on. Constants of several bits are never in it.
     */
    MASK,
    /** Any Java object; it stays in Java, libcurl is not asked. */
    OBJECT
}
