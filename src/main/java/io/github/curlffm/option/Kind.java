package io.github.curlffm.option;

/** How the value of an option travels to libcurl. */
public enum Kind {
    /** A C {@code long}. */
    LONG,
    /** A C {@code long} that is 0 or 1. */
    FLAG,
    /** A C {@code long} that is 0 or 2: host name checks, where 1 has meant different things over the years. */
    VERIFYHOST,
    /** A C {@code long} with named values. */
    VALUE,
    /** A C {@code long} whose bits have names. */
    MASK,
    /** A {@code curl_off_t}: 64 bits everywhere. */
    OFF_T,
    /** A string, which libcurl copies. */
    STRING,
    /** A {@code curl_slist}, which the handle keeps alive. */
    SLIST,
    /** Bytes that libcurl copies, in a {@code curl_blob}. */
    BLOB,
    /** The bytes of a request body, which the handle keeps alive. */
    POSTFIELDS,
    /** A callback: a lambda. */
    FUNCTION,
    /** Another libcurl handle: a share, a URL, a MIME structure, an easy handle. */
    HANDLE,
    /** A file that libcurl writes to, in the shape of a {@code FILE *}. */
    FILE,
    /** Any Java object; it stays in Java. */
    OBJECT
}
