package io.github.curlffm.internal.key;

/** How the value of an option travels to libcurl. */
public enum Kind {
    /** A C {@code long}. */
    LONG(0),
    /** A C {@code long} that is 0 or 1. */
    FLAG(0),
    /** A C {@code long} that is 0 or 2: host name checks, where 1 has meant different things over the years. */
    VERIFYHOST(0),
    /** A C {@code long} with named values. */
    VALUE(0),
    /** A C {@code long} whose bits have names. */
    MASK(0),
    /** A {@code curl_off_t}: 64 bits everywhere. */
    OFF_T(30_000),
    /** A string, which libcurl copies. */
    STRING(10_000),
    /** A {@code curl_slist}, which the handle keeps alive. */
    SLIST(10_000),
    /** Bytes that libcurl copies, in a {@code curl_blob}. */
    BLOB(40_000),
    /** The bytes of a request body, which the handle keeps alive. */
    POSTFIELDS(10_000),
    /** A callback: a lambda. */
    FUNCTION(20_000),
    /** Another libcurl handle: a share, a URL, a MIME structure, an easy handle. */
    HANDLE(10_000),
    /** A file that libcurl writes to, in the shape of a {@code FILE *}. */
    FILE(10_000),
    /** Any Java object; it stays in Java. */
    OBJECT(10_000);

    private final int firstNumber;

    Kind(int firstNumber) {
        this.firstNumber = firstNumber;
    }

    /** {@return where the range of ten thousand numbers begins that stands for the C type; not with shares} */
    public int firstNumber() {
        return firstNumber;
    }
}
