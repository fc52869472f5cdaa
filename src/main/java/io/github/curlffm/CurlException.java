package io.github.curlffm;

import io.github.curlffm.internal.lib.Library;
import java.io.IOException;

/**
 * A transfer failed. The exception has libcurl's code, its message for that code, and the text of the error buffer.
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

    /** {@return another one like this} */
    CurlException again() {
        return new CurlException(number, getMessage(), getCause()).as(this);
    }

    final CurlException as(CurlException other) {
        setStackTrace(other.getStackTrace());
        for (Throwable suppressed : other.getSuppressed()) {
            addSuppressed(suppressed);
        }
        return this;
    }

    /** {@return this, unless a callback threw an error: then throws that error} */
    final CurlException orError() {
        if (getCause() instanceof Error error) {
            throw error;
        }
        return this;
    }

    /** {@return the code, or {@link CurlCode#UNKNOWN} if this version of curl-ffm does not know it} */
    public CurlCode code() {
        return CurlCode.of(number);
    }

    /** {@return libcurl's number of the code, even if it is unknown} */
    public int number() {
        return number;
    }

    static String message(int number, String details) {
        String message = "[" + number + "] " + Library.strerror(number);
        return details.isEmpty() ? message : message + " (" + details + ")";
    }
}
