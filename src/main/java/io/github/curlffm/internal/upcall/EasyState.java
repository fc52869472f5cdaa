package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.c.Text;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The lambdas of an easy handle. After one of them has thrown, the others are not called. */
public final class EasyState extends LambdaState {

    /** The gate that one thread at a time enters to use the handle. */
    public interface Door {
        /** {@return whether this thread could enter} Then it must leave. */
        boolean tryEnter();

        /** {@return whether this thread had already entered} */
        boolean isNested();

        /** Leaves. */
        void exit();
    }

    /** Takes the body of one transfer in the place of the WRITE lambda, which stays what it is. */
    public interface BodyTaker {
        /**
         * Takes some bytes of the body.
         *
         * @param data libcurl's memory, valid during the call
         * @return how many it took, or one of the results of {@link WriteCallback}
         */
        long body(MemorySegment data);

        /** Sees a line of a header, if libcurl calls for these, after the HEADER lambda has taken it. */
        default void header(MemorySegment line) {}
    }

    private Object owner;
    private Supplier<? extends Door> door;

    /** The gates of the multis that the handle has left, as long as there are these. */
    private Map<Door, Pending> left = Map.of();

    /** The one of them that it has left last: most handles know no other. */
    private WeakReference<Door> leftLast = new WeakReference<>(null);

    private final ReadBuffer readBuffer = new ReadBuffer();
    private boolean trailersGiven;
    private Text text = Text.UTF_8;

    /** The kinds, as bits, whose lambda has ended this transfer by its result. */
    private long ended;

    private boolean sendPaused;
    private boolean receivePaused;
    private boolean readPaused;
    private boolean paused;
    private BodyTaker taker;
    private BooleanSupplier stops = () -> false;
    private boolean changed;
    private boolean over;

    /** Makes the state and registers it. */
    public EasyState() {}

    /** {@return the state with an id, or null if there is no such easy handle} */
    public static EasyState find(long id) {
        return Registry.get(id) instanceof EasyState state ? state : null;
    }

    /** {@return the Java handle} */
    public Object owner() {
        return owner;
    }

    /** Sets the Java handle that is found by the id, and the gate by which it is used. */
    public void owner(Object handle, Supplier<? extends Door> throughDoor) {
        owner = handle;
        door = throughDoor;
    }

    /** {@return whether this thread is in a call of the handle, or of the multi that it is in} */
    boolean isInUseHere() {
        return isHere(door == null ? null : door.get());
    }

    /** The handle has left a multi, which may close connections of it, and is told then what CLOSESOCKET throws. */
    public void left(Door multi, Pending tell) {
        if (leftLast.refersTo(multi)) {
            return;
        }
        if (left.isEmpty()) { // as for most handles
            left = new WeakHashMap<>();
        }
        left.put(multi, tell);
        leftLast = new WeakReference<>(multi);
    }

    /** Called before a transfer begins. */
    public void beginTransfer() {
        changed = false;
        over = false;
        ended = 0;
        sendPaused = false;
        receivePaused = false;
        readPaused = false;
    }

    /** The transfer in a multi is over, and its message has been read. */
    public void over() {
        over = true;
    }

    /** {@return whether that was so since a transfer began} Nothing of it is under way any more. */
    public boolean isOver() {
        return over;
    }

    /** An option has been changed during the transfer, which libcurl sees when it looks next. */
    public void changed() {
        changed = true;
    }

    /** {@return whether libcurl has to look now and then even if nothing happens: to show progress, or at a new limit} */
    public boolean isToBeLookedAt() {
        return changed || callback(CallbackKind.XFERINFO) != null || callback(CallbackKind.PROGRESS) != null;
    }

    /** Sets the condition under which no lambda of the running transfer is called any more, because it is to end. */
    public void stops(BooleanSupplier whether) {
        stops = whether;
    }

    /** Sets what takes the body from now on, or with null that it is the WRITE lambda again. */
    public void taker(BodyTaker ofTheBody) {
        taker = ofTheBody;
    }

    /** {@return whether sending is paused} */
    public boolean isSendPaused() {
        return sendPaused;
    }

    /** Sets whether sending is paused: libcurl 7.88.1 would call READ once more when only receiving is resumed. */
    public void sendPaused(boolean paused) {
        sendPaused = paused;
        readPaused &= paused;
    }

    /** {@return whether READ answered PAUSE, and nobody has resumed since} */
    public boolean isReadPaused() {
        return readPaused;
    }

    /** {@return whether receiving was paused by a call} */
    public boolean isReceivePaused() {
        return receivePaused;
    }

    /** Sets whether receiving is paused by a call. */
    public void receivePaused(boolean byACall) {
        receivePaused = byACall;
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (kind == CallbackKind.CLOSESOCKET) {
            return closeSocket((CloseSocketCallback) callback(kind), (int) a);
        }
        if (pending().has() || stops.getAsBoolean()) {
            return kind.failing;
        }
        Object callback = callback(kind);
        if (callback == null && !isTaken(kind)) {
            return EasyUpcalls.absent(kind, this, a, b, c);
        }
        long answer = switch (kind) {
            case WRITE, HEADER, INTERLEAVE -> deliver(kind, callback, a, b);
            case READ -> {
                long count = sendPaused ? ReadCallback.PAUSE : EasyUpcalls.call(kind, callback, this, a, b, c, d);
                readPaused = count == ReadCallback.PAUSE;
                yield count;
            }
            default -> EasyUpcalls.call(kind, callback, this, a, b, c, d);
        };
        paused |= pauses(kind, answer);
        return answer;
    }

    /**
     * Any count other than the length and PAUSE ends the transfer. But libcurl before 8.4.0 calls again if the transfer
     * was paused and there are more waiting pieces.
     */
    private long deliver(CallbackKind kind, Object callback, long address, long length) throws Exception {
        long bit = 1L << kind.ordinal();
        if ((ended & bit) != 0) {
            return kind.failing;
        }
        long count = take(kind, callback, address, length);
        if (count != length && count != WriteCallback.PAUSE) {
            ended |= bit;
        }
        return count;
    }

    private boolean isTaken(CallbackKind kind) {
        return taker != null && (kind == CallbackKind.WRITE || kind == CallbackKind.HEADER);
    }

    private long take(CallbackKind kind, Object callback, long address, long length) throws Exception {
        if (!isTaken(kind)) {
            return EasyUpcalls.call(kind, callback, this, address, length, 0, 0);
        }
        MemorySegment data = MemorySegment.ofAddress(address).reinterpret(length);
        if (kind == CallbackKind.WRITE) {
            return taker.body(data);
        }
        long count = callback == null ? length : EasyUpcalls.call(kind, callback, this, address, length, 0, 0);
        if (count == length) {
            taker.header(data);
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

    /** Sets whether the transfer is paused. */
    public void paused(boolean isPaused) {
        paused = isPaused;
    }

    /** {@return whether the transfer is paused} */
    public boolean isPaused() {
        return paused;
    }

    /**
     * A connection may be closed by another handle, in another thread. Then the lambda is called only while this handle
     * is not in use, and its exception is not reported by this handle's next transfer.
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

    /** {@return who is told: the multi that this thread is in, which the handle has left; or else the handle's next call} */
    private Pending closing() {
        for (Map.Entry<Door, Pending> each : left.entrySet()) {
            if (isHere(each.getKey())) {
                return each.getValue();
            }
        }
        return pending();
    }

    /** {@return whether this thread has entered a door} */
    private static boolean isHere(Door entered) {
        if (entered == null || !entered.tryEnter()) {
            return false;
        }
        try {
            return entered.isNested();
        } finally {
            entered.exit();
        }
    }

    private long closeSocketOfOthers(CloseSocketCallback callback, int socket) {
        try {
            return EasyUpcalls.closeSocket(callback, socket);
        } catch (Throwable t) {
            closing().fail(t);
            return CallbackKind.CLOSESOCKET.failing;
        }
    }

    /** {@return how strings of this handle are encoded} */
    public Text text() {
        return text;
    }

    /** Sets how strings are encoded from now on. */
    public void text(Text inCharset) {
        text = inCharset;
    }

    /** {@return the array that READ lambdas fill} */
    ReadBuffer readBuffer() {
        return readBuffer;
    }

    /** {@return whether libcurl has ever asked for the trailers of an upload} */
    boolean trailersGiven() {
        return trailersGiven;
    }

    void giveTrailers() {
        trailersGiven = true;
    }
}
