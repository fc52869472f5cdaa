package io.github.curlffm;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.io.IOException;

/** A call on a multi handle failed, or one of its callbacks threw an exception: then that is the cause. */
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

    static CurlMultiException addedAlready(String function) {
        return new CurlMultiException(
                "; remove it first, also when its transfer is done", function, CurlMultiCode.ADDED_ALREADY.number());
    }

    private CurlMultiException(String hint, String function, int number) {
        super(function + ": " + message(number) + hint);
        this.number = number;
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

    /** libcurl does not know that most callbacks of a multi threw, and reports success. */
    private static int abortedIfOk(int number) {
        return number == CurlMultiCode.OK.number() ? CurlMultiCode.ABORTED_BY_CALLBACK.number() : number;
    }

    /** {@return what is serialized instead: a copy with a serializable cause, if this one has none} */
    private Object writeReplace() {
        return SerializableCause.isNeeded(getCause()) ? new CurlMultiException(this) : this;
    }

    private static String message(int number) {
        return "[" + number + "] " + C.string(curl_ffm_h.curl_multi_strerror(number));
    }

    /** {@return the code, or {@link CurlMultiCode#UNKNOWN} if this version of curl-ffm does not know it} */
    public CurlMultiCode code() {
        return CurlMultiCode.of(number);
    }

    /** {@return libcurl's number of the code, even if it is unknown} */
    public int number() {
        return number;
    }
}
