package io.github.curlffm;

import io.github.curlffm.internal.c.Shown;

/**
 * A callback threw: its exception is the {@linkplain #getCause() cause}. Errors are not wrapped but thrown as they are.
 */
public final class CallbackException extends CurlException {
    private static final long serialVersionUID = 1L;

    CallbackException(int number, String details, Throwable cause) {
        this(abortedIfOk(number), cause, details);
    }

    private CallbackException(int number, Throwable cause, String details) {
        super(
                number,
                "a callback threw " + Shown.of(cause) + "; libcurl ended with " + message(number, details),
                cause);
    }

    private CallbackException(CallbackException original) {
        super(original.number(), original.getMessage(), SerializableCause.of(original.getCause()));
        setStackTrace(original.getStackTrace());
    }

    /** libcurl is not told of what some callbacks throw, and goes on. */
    private static int abortedIfOk(int number) {
        return number == CurlCode.OK.number() ? CurlCode.ABORTED_BY_CALLBACK.number() : number;
    }

    /** {@return what is serialized in the place of this: a copy whose cause can be, if this one cannot} */
    private Object writeReplace() {
        return SerializableCause.isNeeded(getCause()) ? new CallbackException(this) : this;
    }
}
