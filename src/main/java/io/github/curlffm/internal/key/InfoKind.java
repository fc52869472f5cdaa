package io.github.curlffm.internal.key;

/** How libcurl returns the value of an info. */
public enum InfoKind {
    /** A string, which libcurl keeps and Java copies; null if there is none. */
    STRING(0x100000),
    /** A C {@code long}. */
    LONG(0x200000),
    /** A {@code curl_off_t}: 64 bits everywhere. */
    OFF_T(0x600000),
    /** A C {@code double}. */
    DOUBLE(0x300000),
    /** A C {@code long}: 0 is false, everything else true. */
    FLAG(0x200000),
    /** A {@code curl_off_t} in microseconds: a {@link java.time.Duration}. */
    MICROSECONDS(0x600000),
    /** A {@code curl_off_t} in seconds: a {@link java.time.Duration}. */
    SECONDS(0x600000),
    /** A C {@code long} in seconds since 1970, -1 if unknown: a {@link java.time.Instant} or null. */
    INSTANT(0x200000),
    /** A {@code curl_off_t} in seconds since 1970, -1 if unknown: a {@link java.time.Instant} or null. */
    INSTANT_T(0x600000),
    /** A {@code curl_slist}, which libcurl makes for the caller: copied, then freed; empty if there is none. */
    SLIST(0x400000),
    /** A {@code curl_certinfo}, which libcurl keeps: the fields of each certificate. */
    CERTINFO(0x400000),
    /** A {@code curl_tlssessioninfo}, which libcurl keeps. */
    TLS_SESSION(0x400000),
    /** A {@code curl_socket_t}, null if it is {@code CURL_SOCKET_BAD}. */
    SOCKET(0x500000),
    /** A C {@code long} with named values: a constant, null if none has the number. */
    VALUE(0x200000),
    /** A C {@code long} whose bits have names: a set. */
    MASK(0x200000),
    /** Any Java object; it stays in Java, and libcurl is not called. */
    OBJECT(0x100000);

    private final int typeBits;

    InfoKind(int typeBits) {
        this.typeBits = typeBits;
    }

    /** {@return whether it is a pointer to a structure that no other kind can read} */
    boolean isPointer() {
        return this == CERTINFO || this == TLS_SESSION || this == OBJECT;
    }

    /** {@return the bits of a number that are the C type of the value} */
    public int typeBits() {
        return typeBits;
    }
}
