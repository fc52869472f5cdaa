package io.github.curlffm;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.io.IOException;

/** A multi handle refused something, or one of its callbacks threw: then that exception is the cause. */
public final class CurlMultiException extends IOException {
    private static final long serialVersionUID = 1L;

    /** libcurl's code. */
    private final int number;

    CurlMultiException(String function, int number) {
        super(function + ": " + message(number));
        this.number = number;
    }

    CurlMultiException(String function, int number, Throwable cause) {
        super("a callback threw " + cause + "; " + function + " ended with " + message(number), cause);
        this.number = number;
    }

    private static String message(int number) {
        return "[" + number + "] " + C.string(curl_ffm_h.curl_multi_strerror(number));
    }

    /** {@return the code; {@link CurlMultiCode#UNKNOWN} for one that this version of curl-ffm does not know} */
    public CurlMultiCode code() {
        return CurlMultiCode.of(number);
    }

    /** {@return the code's number, known or not} */
    public int number() {
        return number;
    }
}
