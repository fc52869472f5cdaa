package io.github.curlffm.internal.upcall;

/** The lambdas of a multi. They are called even after one of them has thrown: a multi, unlike a transfer, goes on. */
public final class MultiState extends LambdaState {

    /** Makes the state and registers it. */
    public MultiState() {}

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        Object callback = callback(kind);
        return callback == null ? kind.absent : MultiUpcalls.call(kind, callback, a, b, c, d);
    }
}
