package io.github.curlffm;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.c.UserInfo;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.option.Key;
import io.github.curlffm.option.Option;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An option or info was refused: a mistake in the program, or an option that the loaded libcurl does not have. */
public final class CurlOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The options that may hold a name and a password, by their number, under whatever name they are set. */
    private static final Set<Integer> URLS = Stream.of(
                    Option.URL, Option.CURLU, Option.PROXY, Option.PRE_PROXY, Option.REFERER, Option.DOH_URL)
            .map(Key::id)
            .collect(Collectors.toUnmodifiableSet());

    /** The name as C programs write it. */
    private final String option;

    /** libcurl's code. */
    private final int number;

    CurlOptionException(Key<?> key, int number, String message) {
        super(key + " " + message);
        this.option = key.toString();
        this.number = number;
    }

    /** {@return what libcurl's code means for a value that was to be set} */
    static CurlOptionException refused(Key<?> key, Object value, int number) {
        return new CurlOptionException(
                key,
                number,
                switch (CurlCode.of(number)) {
                    case UNKNOWN_OPTION -> unknown(key);
                    case NOT_BUILT_IN -> notBuiltIn();
                    default ->
                        "refused the value " + shown(key, value) + ": [" + number + "] " + Library.strerror(number);
                });
    }

    /** {@return an exception for a value that libcurl never gets to see} */
    static CurlOptionException bad(Key<?> key, Object value, String why) {
        return new CurlOptionException(
                key, CurlCode.BAD_FUNCTION_ARGUMENT.number(), "refused the value " + shown(key, value) + ": " + why);
    }

    /** {@return the same for an option of a multi} */
    static CurlOptionException refusedByMulti(Key<?> key, Object value, int number) {
        return new CurlOptionException(
                key,
                number,
                CurlMultiCode.of(number) == CurlMultiCode.UNKNOWN_OPTION
                        ? unknown(key)
                        : "refused the value " + shown(key, value) + ": [" + number + "] "
                                + C.string(curl_ffm_h.curl_multi_strerror(number)));
    }

    /** {@return the same for an option of a share} */
    static CurlOptionException refusedByShare(Key<?> key, Object value, int number) {
        return new CurlOptionException(
                key,
                number,
                "refused the value " + shown(key, value) + ": [" + number + "] "
                        + C.string(curl_ffm_h.curl_share_strerror(number)) + " (libcurl " + Library.version()
                        + ")");
    }

    /** libcurl says of an option that it was built without what it says of one that is too new for it. */
    private static String unknown(Key<?> key) {
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

    private static String shown(Key<?> key, Object value) {
        if (key.isSecret()) {
            return "(a secret, not shown)";
        }
        return '"' + Shown.of(isUrl(key) && !(value instanceof byte[]) ? UserInfo.blanked("" + value) : value) + '"';
    }

    private static boolean isUrl(Key<?> key) {
        return key instanceof Option<?> && URLS.contains(key.id());
    }

    /** {@return the option's name as C programs write it, as in {@code "CURLOPT_URL"}} */
    public String option() {
        return option;
    }

    /**
     * {@return libcurl's code; {@link CurlCode#UNKNOWN} for an option of a share or a multi, which has a
     * {@link #shareCode} or a {@link #multiCode}}
     */
    public CurlCode code() {
        return isOfShare() || isOfMulti() ? CurlCode.UNKNOWN : CurlCode.of(number);
    }

    /** {@return libcurl's code for an option of a share, or null for another option} */
    public CurlShareCode shareCode() {
        return isOfShare() ? CurlShareCode.of(number) : null;
    }

    /** {@return libcurl's code for an option of a multi, or null for another option} */
    public CurlMultiCode multiCode() {
        return isOfMulti() ? CurlMultiCode.of(number) : null;
    }

    private boolean isOfMulti() {
        return option.startsWith("CURLMOPT_");
    }

    private boolean isOfShare() {
        return option.startsWith("CURLSHOPT_");
    }

    /** {@return the code's number, known or not} */
    public int number() {
        return number;
    }
}
