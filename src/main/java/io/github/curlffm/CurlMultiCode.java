package io.github.curlffm;

/**
 * The result codes of multi handles, by libcurl's own names without {@code CURLM_}.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors</a>
 */
public enum CurlMultiCode implements Code {
    /** Not an error: call {@code perform} again at once; not returned by libcurl 7.20.0 and later. */
    CALL_MULTI_PERFORM(-1),
    /** Success. */
    OK(0),
    /** Not a valid multi handle. */
    BAD_HANDLE(1),
    /** Not a valid easy handle, or one that is already in a multi handle. */
    BAD_EASY_HANDLE(2),
    /** Memory could not be allocated. */
    OUT_OF_MEMORY(3),
    /** An internal error of libcurl. */
    INTERNAL_ERROR(4),
    /** The socket is not one that libcurl knows. */
    BAD_SOCKET(5),
    /** The loaded libcurl does not know the option. */
    UNKNOWN_OPTION(6),
    /** The easy handle has been added to this multi handle before. */
    ADDED_ALREADY(7),
    /** A function of libcurl was called from inside a callback that must not call it. */
    RECURSIVE_API_CALL(8),
    /** Waking up failed or is not available. Since libcurl 7.68.0. */
    WAKEUP_FAILURE(9),
    /** A function of libcurl was called with a bad argument. Since libcurl 7.69.0. */
    BAD_FUNCTION_ARGUMENT(10),
    /** A callback of the multi handle reported an error. Since libcurl 7.81.0. */
    ABORTED_BY_CALLBACK(11),
    /** Polling the sockets failed with an error that cannot be recovered. Since libcurl 7.84.0. */
    UNRECOVERABLE_POLL(12),
    /** A code that this version of curl-ffm does not know: the exception has its number. */
    UNKNOWN(Integer.MIN_VALUE);

    // The place of a constant is its number plus one.
    private static final CurlMultiCode[] BY_NUMBER = values();

    private final int number;

    CurlMultiCode(int number) {
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
    public static CurlMultiCode of(int number) {
        return number >= -1 && number < UNKNOWN.ordinal() - 1 ? BY_NUMBER[number + 1] : UNKNOWN;
    }
}
