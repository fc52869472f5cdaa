package io.github.curlffm;

import io.github.curlffm.internal.lib.Library;
import java.io.IOException;

/**
 * A transfer failed: libcurl's code, its words for that code, and the details that it left in the error buffer.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors</a>
 */
public sealed class CurlException extends IOException permits CallbackException {
    private static final long serialVersionUID = 1L;

    /** libcurl's code. */
    private final int number;

    CurlException(int number, String details) {
        super(message(number, details));
        this.number = number;
    }

    CurlException(int number, String message, Throwable cause) {
        super(message, cause);
        this.number = number;
    }

    /** {@return this, unless a callback threw an error: that is thrown as it is} */
    final CurlException orError() {
        if (getCause() instanceof Error error) {
            throw error;
        }
        return this;
    }

    /** {@return the code; {@link CurlCode#UNKNOWN} for one that this version of curl-ffm does not know} */
    public CurlCode code() {
        return CurlCode.of(number);
    }

    /** {@return the code's number, known or not} */
    public int number() {
        return number;
    }

    static String message(int number, String details) {
        String message = "[" + number + "] " + Library.strerror(number);
        return details.isEmpty() ? message : message + " (" + details + ")";
    }
}
