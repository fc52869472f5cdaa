package io.github.curlffm;

/**
 * The result codes of shares, by libcurl's own names without {@code CURLSHE_}.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors</a>
 */
public enum CurlShareCode implements Code {
    /** Success. */
    OK(0),
    /** The loaded libcurl does not know the option, or not with this value. */
    BAD_OPTION(1),
    /** The share cannot be changed or freed while a handle uses it. */
    IN_USE(2),
    /** Not a valid share. */
    INVALID(3),
    /** Memory could not be allocated. */
    NOMEM(4),
    /** This kind of data cannot be shared: the feature was left out when this libcurl was built. */
    NOT_BUILT_IN(5),
    /** A code that this version of curl-ffm does not know: the exception has its number. */
    UNKNOWN(Integer.MIN_VALUE);

    // The place of a constant is its number.
    private static final CurlShareCode[] BY_NUMBER = values();

    private final int number;

    CurlShareCode(int number) {
        this.number = number;
    }

    /** {@return libcurl's number; {@link Integer#MIN_VALUE} for {@link #UNKNOWN}} */
    @Override
    public int number() {
        return number;
    }

    /**
     * {@return the code with this number, or {@link #UNKNOWN} if there is none}
     *
     * @param number libcurl's number
     */
    public static CurlShareCode of(int number) {
        return number >= 0 && number < UNKNOWN.ordinal() ? BY_NUMBER[number] : UNKNOWN;
    }
}
