package io.github.curlffm.internal.upcall;

/** The lambdas of an easy handle. Once one of them has thrown, the others are not called any more. */
public final class EasyState extends LambdaState {

    private Object owner;
    private final ReadBuffer readBuffer = new ReadBuffer();
    private boolean trailersGiven;

    /** Makes the state and registers it. */
    public EasyState() {}

    /** {@return the state with an id, or null when there is no such easy handle any more} */
    public static EasyState find(long id) {
        return Registry.get(id) instanceof EasyState state ? state : null;
    }

    /** {@return the Java handle} */
    public Object owner() {
        return owner;
    }

    /** Says which Java handle is found by the id from now on. */
    public void owner(Object handle) {
        owner = handle;
    }

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
