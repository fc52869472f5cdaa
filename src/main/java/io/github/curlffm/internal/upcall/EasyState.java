package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.WriteCallback;
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

    /** The kinds, by bits, whose lambda has said in this transfer that it must end. */
    private long ended;

    private boolean sendPaused;
    private boolean paused;

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

    /** {@return whether this thread is in a call of the handle, or of the multi that it is in} */
    boolean isInUseHere() {
        Door entered = door == null ? null : door.get();
        if (entered == null || !entered.tryEnter()) {
            return false;
        }
        try {
            return entered.isNested();
        } finally {
            entered.exit();
        }
    }

    /** Says who is told of what CLOSESOCKET throws while the handle is not in use: it has left connections there. */
    public void leftConnections(Pending with) {
        elsewhere = with;
    }

    /** A transfer is about to begin. */
    public void beginTransfer() {
        ended = 0;
        sendPaused = false;
    }

    /** {@return whether the handle has been told to send nothing for now} */
    public boolean isSendPaused() {
        return sendPaused;
    }

    /** Takes note of that: libcurl 7.88.1 would call READ once more, when it is told to go on with receiving alone. */
    public void sendPaused(boolean paused) {
        sendPaused = paused;
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
        if (callback == null) {
            return EasyUpcalls.absent(kind, this, a, b);
        }
        long answer = switch (kind) {
            case WRITE, HEADER, INTERLEAVE -> deliver(kind, callback, a, b);
            case READ -> sendPaused ? ReadCallback.PAUSE : EasyUpcalls.call(kind, callback, this, a, b, c, d);
            default -> EasyUpcalls.call(kind, callback, this, a, b, c, d);
        };
        paused |= pauses(kind, answer);
        return answer;
    }

    /**
     * Any count but the length, or PAUSE, ends the transfer. libcurl before 8.4.0 goes on to call once more when it had been
     * paused and there are more pieces that waited.
     */
    private long deliver(CallbackKind kind, Object callback, long address, long length) throws Exception {
        long bit = 1L << kind.ordinal();
        if ((ended & bit) != 0) {
            return kind.failing;
        }
        long count = EasyUpcalls.call(kind, callback, this, address, length, 0, 0);
        if (count != length && count != WriteCallback.PAUSE) {
            ended |= bit;
        }
        return count;
    }

    private static boolean pauses(CallbackKind kind, long answer) {
        return switch (kind) {
            case WRITE, HEADER -> answer == WriteCallback.PAUSE;
            case READ -> answer == ReadCallback.PAUSE;
            default -> false;
        };
    }

    /** Takes note that the transfer is paused, or is not. */
    public void paused(boolean isPaused) {
        paused = isPaused;
    }

    /** {@return whether the transfer was paused, and not resumed since} */
    public boolean isPaused() {
        return paused;
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
