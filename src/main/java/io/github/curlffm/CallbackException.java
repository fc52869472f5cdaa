package io.github.curlffm;

import io.github.curlffm.internal.c.Shown;

/**
 * A callback threw an exception, which is the {@linkplain #getCause() cause}. An {@link Error} is not wrapped.
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

    private CallbackException(CallbackException original, Throwable cause) {
        super(original.number(), original.getMessage(), cause);
        setStackTrace(original.getStackTrace());
    }

    @Override
    CurlException again() {
        return new CallbackException(this, getCause()).as(this);
    }

    /** libcurl does not know that some callbacks threw, and reports success. */
    private static int abortedIfOk(int number) {
        return number == CurlCode.OK.number() ? CurlCode.ABORTED_BY_CALLBACK.number() : number;
    }

    /** {@return what is serialized instead: a copy with a serializable cause, if this one has none} */
    private Object writeReplace() {
        return SerializableCause.isNeeded(getCause())
                ? new CallbackException(this, SerializableCause.of(getCause()))
                : this;
    }
}
