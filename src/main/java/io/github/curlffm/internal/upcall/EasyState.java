package io.github.curlffm.internal.upcall;

/** The lambdas of an easy handle. Once one of them has thrown, the others are not called any more. */
public final class EasyState extends LambdaState {

    private final ReadBuffer readBuffer = new ReadBuffer();
    private boolean trailersGiven;

    /** Makes the state and registers it. */
    public EasyState() {}

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (pending().has()) {
            return kind == CallbackKind.CLOSESOCKET ? EasyUpcalls.absent(kind, this, a, b) : kind.failing;
        }
        Object callback = callback(kind);
        return callback == null
                ? EasyUpcalls.absent(kind, this, a, b)
                : EasyUpcalls.call(kind, callback, this, a, b, c, d);
    }

    /** {@return the array that READ lambdas fill} */
    ReadBuffer readBuffer() {
        return readBuffer;
    }

    /** {@return whether the trailers of an upload were asked for, ever} */
    boolean trailersGiven() {
        return trailersGiven;
    }

    void giveTrailers() {
        trailersGiven = true;
    }
}
