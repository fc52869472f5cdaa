package io.github.curlffm.internal.upcall;

import java.util.Arrays;

/** The lambdas of one handle by their kinds. Used by one thread at a time, as the handle is. */
public abstract sealed class LambdaState extends UpcallState permits EasyState, MultiState, MimeState {

    private final Pending pending = new Pending();
    private final Object[] callbacks = new Object[CallbackKind.COUNT];

    /** {@return the lambda of a kind, or null} */
    public final Object callback(CallbackKind kind) {
        return callbacks[kind.ordinal()];
    }

    /** Sets the lambda of a kind, or removes it with null. */
    public final void callback(CallbackKind kind, Object callback) {
        callbacks[kind.ordinal()] = callback;
    }

    @Override
    public final void clearCallbacks() {
        Arrays.fill(callbacks, null);
    }

    /** {@return what the lambdas of this threw} */
    public final Pending pending() {
        return pending;
    }

    @Override
    void fail(CallbackKind kind, long a, Throwable thrown) {
        pending.fail(thrown);
    }
}
