package io.github.curlffm;

/**
 * The result codes of the header functions, by libcurl's own names without {@code CURLHE_}. Since libcurl 7.83.0.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors</a>
 */
enum CurlHeaderCode {
    /** Success. */
    OK(0),
    /** There are headers of this name, but fewer than the index asks for. */
    BADINDEX(1),
    /** There is no header of this name. */
    MISSING(2),
    /** No headers have been recorded, at least not yet. */
    NOHEADERS(3),
    /** There was no request with this number. */
    NOREQUEST(4),
    /** Memory could not be allocated. */
    OUT_OF_MEMORY(5),
    /** A function of libcurl was called with a bad argument. */
    BAD_ARGUMENT(6),
    /** HTTP or the header functions were left out when this libcurl was built. */
    NOT_BUILT_IN(7),
    /** A code that this version of curl-ffm does not know: the exception has its number. */
    UNKNOWN(Integer.MIN_VALUE);

    // The place of a constant is its number.
    private static final CurlHeaderCode[] BY_NUMBER = values();

    private final int number;

    CurlHeaderCode(int number) {
        this.number = number;
    }

    /** {@return libcurl's number; {@link Integer#MIN_VALUE} for {@link #UNKNOWN}} */
    int number() {
        return number;
    }

    /**
     * {@return the code with this number, or {@link #UNKNOWN} if there is none}
     *
     * @param number libcurl's number
     */
    static CurlHeaderCode of(int number) {
        return number >= 0 && number < UNKNOWN.ordinal() ? BY_NUMBER[number] : UNKNOWN;
    }
}
