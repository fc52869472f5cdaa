package io.github.curlffm;

/**
 * A callback threw: its exception is the {@linkplain #getCause() cause}. Errors are not wrapped but thrown as they are.
 */
public final class CallbackException extends CurlException {
    private static final long serialVersionUID = 1L;

    CallbackException(int number, String details, Throwable cause) {
        super(number, "a callback threw " + cause + "; libcurl ended with " + message(number, details), cause);
    }
}
