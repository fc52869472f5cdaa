package io.github.curlffm;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Shown;
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
        this(abortedIfOk(number), cause, function);
    }

    private CurlMultiException(int number, Throwable cause, String function) {
        super("a callback threw " + Shown.of(cause) + "; " + function + " ended with " + message(number), cause);
        this.number = number;
    }

    private CurlMultiException(CurlMultiException original) {
        super(original.getMessage(), SerializableCause.of(original.getCause()));
        this.number = original.number;
        setStackTrace(original.getStackTrace());
    }

    /** libcurl is not told of what most callbacks of a multi throw, and goes on. */
    private static int abortedIfOk(int number) {
        return number == CurlMultiCode.OK.number() ? CurlMultiCode.ABORTED_BY_CALLBACK.number() : number;
    }

    /** {@return what is serialized in the place of this: a copy whose cause can be, if this one cannot} */
    private Object writeReplace() {
        return SerializableCause.isNeeded(getCause()) ? new CurlMultiException(this) : this;
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
