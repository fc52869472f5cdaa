package io.github.curlffm.internal.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** How the value of an option is passed to libcurl. */
public enum Kind {
    /** A C {@code long}. */
    LONG(0, Long.class),
    /** A C {@code long} that is 0 or 1. */
    FLAG(0, Boolean.class),
    /** A C {@code long} that is 0 or 2: host name checks, where the meaning of 1 has changed between versions. */
    VERIFYHOST(0, Boolean.class),
    /** A C {@code long} with named values. */
    VALUE(0, Enum.class),
    /** A C {@code long} whose bits have names. */
    MASK(0, Set.class),
    /** A {@code curl_off_t}: 64 bits everywhere. */
    OFF_T(30_000, Long.class),
    /** A string, which libcurl copies. */
    STRING(10_000, String.class),
    /** A {@code curl_slist}, which the handle keeps alive. */
    SLIST(10_000, List.class),
    /** Bytes that libcurl copies, in a {@code curl_blob}. */
    BLOB(40_000, byte[].class),
    /** The bytes of a request body, which the handle keeps alive. */
    POSTFIELDS(10_000, byte[].class),
    /** A callback: a lambda. */
    FUNCTION(20_000, Object.class),
    /** Another libcurl handle: a share, a URL, a MIME structure, an easy handle. */
    HANDLE(10_000, Object.class),
    /** A file that libcurl writes to, passed as a {@code FILE *}. */
    FILE(10_000, Path.class),
    /** Any Java object; it stays in Java. */
    OBJECT(10_000, Object.class);

    private final int firstNumber;
    private final Class<?> type;

    Kind(int firstNumber, Class<?> type) {
        this.firstNumber = firstNumber;
        this.type = type;
    }

    /**
     * {@return the Java class of the values, as far as it depends on the kind; the key knows which lambda, handle or
     * enum}
     */
    public Class<?> type() {
        return type;
    }

    /** {@return the first number of the range of ten thousand numbers of the C type; shares have no ranges} */
    public int firstNumber() {
        return firstNumber;
    }
}
