package io.github.curlffm;

/**
 * The result codes of the URL functions, by libcurl's own names without {@code CURLUE_}. Since libcurl 7.62.0.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors</a>
 */
public enum CurlUrlCode implements Code {
    /** Success. */
    OK(0),
    /** Not a valid URL handle. */
    BAD_HANDLE(1),
    /** No pointer was given for the result. */
    BAD_PARTPOINTER(2),
    /** The input is not well-formed. */
    MALFORMED_INPUT(3),
    /** The port is not a decimal number from 0 to 65535. */
    BAD_PORT_NUMBER(4),
    /** This libcurl does not support the scheme. */
    UNSUPPORTED_SCHEME(5),
    /** The input could not be decoded from its percent-encoding. */
    URLDECODE(6),
    /** Memory could not be allocated. */
    OUT_OF_MEMORY(7),
    /** The URL has a user name where none is allowed. */
    USER_NOT_ALLOWED(8),
    /** The loaded libcurl does not know this part of a URL. */
    UNKNOWN_PART(9),
    /** The URL has no scheme. */
    NO_SCHEME(10),
    /** The URL has no user name. */
    NO_USER(11),
    /** The URL has no password. */
    NO_PASSWORD(12),
    /** The URL has no login options. */
    NO_OPTIONS(13),
    /** The URL has no host. */
    NO_HOST(14),
    /** The URL has no port. */
    NO_PORT(15),
    /** The URL has no query. */
    NO_QUERY(16),
    /** The URL has no fragment. */
    NO_FRAGMENT(17),
    /** The URL has no zone id. Since libcurl 7.81.0. */
    NO_ZONEID(18),
    /** The {@code file:} URL is not valid. Since libcurl 7.81.0. */
    BAD_FILE_URL(19),
    /** The fragment is not valid. Since libcurl 7.81.0. */
    BAD_FRAGMENT(20),
    /** The host name is not valid. Since libcurl 7.81.0. */
    BAD_HOSTNAME(21),
    /** The IPv6 address is not valid. Since libcurl 7.81.0. */
    BAD_IPV6(22),
    /** The part with user name and password is not valid. Since libcurl 7.81.0. */
    BAD_LOGIN(23),
    /** The password is not valid. Since libcurl 7.81.0. */
    BAD_PASSWORD(24),
    /** The path is not valid. Since libcurl 7.81.0. */
    BAD_PATH(25),
    /** The query is not valid. Since libcurl 7.81.0. */
    BAD_QUERY(26),
    /** The scheme is not valid. Since libcurl 7.81.0. */
    BAD_SCHEME(27),
    /** The number of slashes after the scheme is wrong. Since libcurl 7.81.0. */
    BAD_SLASHES(28),
    /** The user name is not valid. Since libcurl 7.81.0. */
    BAD_USER(29),
    /** This libcurl was built without support for international domain names. Since libcurl 7.88.0. */
    LACKS_IDN(30),
    /** A value or some data exceeded libcurl's limit. Since libcurl 8.6.0. */
    TOO_LARGE(31),
    /** There is a backslash where a slash must be. Since libcurl 8.22.0. */
    BACKSLASH(32),
    /** A code that this version of curl-ffm does not know: the exception has its number. */
    UNKNOWN(Integer.MIN_VALUE);

    // The place of a constant is its number.
    private static final CurlUrlCode[] BY_NUMBER = values();

    private final int number;

    CurlUrlCode(int number) {
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
    public static CurlUrlCode of(int number) {
        return number >= 0 && number < UNKNOWN.ordinal() ? BY_NUMBER[number] : UNKNOWN;
    }
}
