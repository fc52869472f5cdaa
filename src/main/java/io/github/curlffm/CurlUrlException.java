package io.github.curlffm;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.NativeLibrary;

/** A URL or a part of a URL is not valid. */
public final class CurlUrlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** libcurl's code. */
    private final int number;

    CurlUrlException(int number, String what, Object value) {
        this(number, what, value, "");
    }

    CurlUrlException(int number, String what, Object value, String why) {
        super(what + " \"" + Shown.of(value) + "\": [" + number + "] " + strerror(number)
                + (why.isEmpty() ? "" : " (" + why + ")"));
        this.number = number;
    }

    private static String strerror(int number) {
        return NativeLibrary.has("curl_url_strerror")
                ? C.string(curl_ffm_h.curl_url_strerror(number))
                : CurlUrlCode.of(number).name();
    }

    /** {@return the code, or {@link CurlUrlCode#UNKNOWN} if this version of curl-ffm does not know it} */
    public CurlUrlCode code() {
        return CurlUrlCode.of(number);
    }

    /** {@return libcurl's number of the code, even if it is unknown} */
    public int number() {
        return number;
    }
}
