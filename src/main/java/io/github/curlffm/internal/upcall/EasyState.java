package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.internal.c.Text;
import java.util.function.Supplier;

/** The lambdas of an easy handle. Once one of them has thrown, the others are not called any more. */
public final class EasyState extends LambdaState {

    /** What one thread at a time can pass to use the handle. */
    public interface Door {
        /** {@return whether this thread is in now} Then it must leave. */
        boolean tryEnter();

        /** {@return whether this thread was in already} */
        boolean isNested();

        /** Leaves. */
        void exit();
    }

    private Object owner;
    private Supplier<? extends Door> door;
    private Pending elsewhere = pending();
    private final ReadBuffer readBuffer = new ReadBuffer();
    private boolean trailersGiven;
    private Text text = Text.UTF_8;

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

    /** Says which Java handle is found by the id from now on, and through which door it is used. */
    public void owner(Object handle, Supplier<? extends Door> throughDoor) {
        owner = handle;
        door = throughDoor;
    }

    /** Says who is told of what CLOSESOCKET throws while the handle is not in use: it has left connections there. */
    public void leftConnections(Pending with) {
        elsewhere = with;
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (kind == CallbackKind.CLOSESOCKET) {
            return closeSocket((CloseSocketCallback) callback(kind), (int) a);
        }
        if (pending().has()) {
            return kind.failing;
        }
        Object callback = callback(kind);
        return callback == null
                ? EasyUpcalls.absent(kind, this, a, b)
                : EasyUpcalls.call(kind, callback, this, a, b, c, d);
    }

    /**
     * A connection may be closed by another handle, in another thread. Then the lambda is called only while this handle is
     * not in use, and what it throws is not for this handle's next transfer.
     */
    private long closeSocket(CloseSocketCallback callback, int socket) throws Exception {
        Door entered = callback == null ? null : door.get();
        if (entered == null || !entered.tryEnter()) {
            return EasyUpcalls.close(socket);
        }
        try {
            boolean own = entered.isNested();
            if (own && pending().has()) {
                return EasyUpcalls.close(socket);
            }
            return own ? EasyUpcalls.closeSocket(callback, socket) : closeSocketOfOthers(callback, socket);
        } finally {
            entered.exit();
        }
    }

    private long closeSocketOfOthers(CloseSocketCallback callback, int socket) {
        try {
            return EasyUpcalls.closeSocket(callback, socket);
        } catch (Throwable t) {
            elsewhere.fail(t);
            return CallbackKind.CLOSESOCKET.failing;
        }
    }

    /** {@return how strings travel to and from this handle} */
    public Text text() {
        return text;
    }

    /** Says how strings travel from now on. */
    public void text(Text inCharset) {
        text = inCharset;
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
