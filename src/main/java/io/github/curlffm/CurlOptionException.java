package io.github.curlffm;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.c.UserInfo;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.Row;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.internal.lib.Library;

/** libcurl refused an option or info: the value is not valid, or the loaded libcurl does not have it. */
public final class CurlOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The table of the option, which decides what the number means. */
    private final Family family;

    /** The name in C. */
    private final String option;

    /** libcurl's code. */
    private final int number;

    private CurlOptionException(Row key, int number, String message) {
        super(key + " " + message);
        this.family = key.family();
        this.option = key.toString();
        this.number = number;
    }

    /** {@return the exception for a value that libcurl refused} */
    static CurlOptionException refused(Row key, Object value, int number) {
        return new CurlOptionException(
                key,
                number,
                switch (codeOf(key.family(), number)) {
                    case CurlCode.UNKNOWN_OPTION, CurlMultiCode.UNKNOWN_OPTION -> unknown(key);
                    case CurlCode.NOT_BUILT_IN -> notBuiltIn();
                    case CurlCode.UNSUPPORTED_PROTOCOL -> refusal(key, value, number) + Features.missing(value);
                    case CurlShareCode code -> refusal(key, value, number) + " (libcurl " + Library.version() + ")";
                    default -> refusal(key, value, number);
                });
    }

    private static String refusal(Row key, Object value, int number) {
        return "refused the value " + shown(key, value) + ": [" + number + "] " + strerror(key.family(), number);
    }

    /** {@return the exception for a value that is refused before libcurl gets it} */
    static CurlOptionException bad(Row key, Object value, String why) {
        return new CurlOptionException(
                key, badValue(key.family()).number(), "refused the value " + shown(key, value) + ": " + why);
    }

    /** {@return the exception for a value of a wrong Java class, which the compiler could not refuse} */
    static CurlOptionException wrongType(Row key, Class<?> type, Object value) {
        return new CurlOptionException(
                key,
                badValue(key.family()).number(),
                "takes a value of the type " + type.getTypeName() + ", not of "
                        + value.getClass().getTypeName());
    }

    private static Code codeOf(Family family, int number) {
        return switch (family) {
            case EASY, INFO -> CurlCode.of(number);
            case MULTI -> CurlMultiCode.of(number);
            case SHARE -> CurlShareCode.of(number);
        };
    }

    private static Code badValue(Family family) {
        return switch (family) {
            case EASY, INFO -> CurlCode.BAD_FUNCTION_ARGUMENT;
            case MULTI -> CurlMultiCode.BAD_FUNCTION_ARGUMENT;
            case SHARE -> CurlShareCode.BAD_OPTION;
        };
    }

    private static String strerror(Family family, int number) {
        return switch (family) {
            case EASY, INFO -> Library.strerror(number);
            case MULTI -> C.string(curl_ffm_h.curl_multi_strerror(number));
            case SHARE -> C.string(curl_ffm_h.curl_share_strerror(number));
        };
    }

    /** libcurl has one code for an option that it was built without and for one that it does not know yet. */
    private static String unknown(Row key) {
        if (key.since().isEmpty()) {
            return "is not an option of the loaded libcurl " + Library.version();
        }
        return Library.isAtLeast(key.since())
                ? notBuiltIn()
                : "is not an option of the loaded libcurl " + Library.version() + " (it came with libcurl "
                        + key.since() + ")";
    }

    private static String notBuiltIn() {
        return "is not built into the loaded libcurl " + Library.version();
    }

    private static String shown(Row key, Object value) {
        if (key.isSecret()) {
            return "(a secret, not shown)";
        }
        boolean blank = key.has(Trait.URI) && !(value instanceof byte[]);
        return '"' + Shown.of(blank ? UserInfo.blanked("" + value) : value) + '"';
    }

    /** {@return the option's name in C, for example {@code "CURLOPT_URL"}} */
    public String option() {
        return option;
    }

    /**
     * {@return libcurl's code: a {@link CurlCode} for an option or info of an easy handle, a {@link CurlMultiCode} for
     * an option of a multi, a {@link CurlShareCode} for one of a share}
     *
     * <p>It is the constant {@code UNKNOWN} if this version of curl-ffm does not know the {@link #number()}.
     */
    public Code code() {
        return codeOf(family, number);
    }

    /** {@return libcurl's number of the code, even if it is unknown} */
    public int number() {
        return number;
    }
}
