package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.lang.ref.WeakReference;

/**
 * The lambdas that give the data of a MIME part, called on behalf of the easy handle that sends it.
 *
 * <p>A duplicate of the handle has a copy of the part, with the same lambdas. libcurl assumes that the copy is unread,
 * and would read on where the other one stopped: usually at the end. So this state remembers, for all copies, whether
 * the data were read.
 */
public final class MimeState extends LambdaState {

    private static final WeakReference<EasyState> NOBODY = new WeakReference<>(null);
    private static final int SEEK_SET = 0;

    private final ReadBuffer readBuffer = new ReadBuffer();
    private Pending reader = pending();
    private boolean paused;

    /** The handle that sends now; weak, since this must not keep a handle reachable that is not closed. */
    private WeakReference<EasyState> sender = NOBODY;

    /** Whether READ has been called since the data were at their beginning. */
    private boolean read;

    /** Whether this transfer has called READ or SEEK. If READ comes first, libcurl wants the beginning. */
    private boolean begun;

    /**
     * Makes the state and registers it.
     *
     * @param read gives the data
     * @param seek goes back to the beginning, or null
     */
    public MimeState(ReadCallback read, SeekCallback seek) {
        callback(CallbackKind.MIME_READ, read);
        callback(CallbackKind.MIME_SEEK, seek);
    }

    /**
     * Called before a transfer begins. Its handle reads from this, and reports what the lambdas throw meanwhile.
     *
     * @throws IllegalStateException if another handle is sending these data: libcurl does not say for whom it reads
     */
    public synchronized void beginTransfer(EasyState easy) {
        EasyState other = sender.get();
        if (other != null && other != easy) {
            throw new IllegalStateException("the data of a MIME part, which a callback gives, are being sent by another"
                    + " handle, of which this is a duplicate or which is a duplicate of this;"
                    + " send them one after the other");
        }
        sender = new WeakReference<>(easy);
        reader = easy.pending();
        begun = false;
    }

    /** Called when the transfer of a handle has ended, or could not begin. */
    public synchronized void endTransfer(EasyState easy) {
        if (sender.get() == easy) {
            sender = NOBODY;
        }
    }

    /** {@return whether libcurl is at the transfer that sends these data, in this thread} */
    private boolean isBeingSentHere() {
        EasyState now = sender.get();
        return now != null && now.isInUseHere();
    }

    /** {@return whether the last call of the READ lambda returned PAUSE} */
    public boolean isPaused() {
        return paused;
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (kind == CallbackKind.MIME_FREE) { // freeing is done in any case
            Registry.freed(id(), isBeingSentHere());
            return kind.absent;
        }
        if (reader.has()) {
            return kind.failing;
        }
        return kind == CallbackKind.MIME_READ ? read(a, b) : seek(a, b);
    }

    /**
     * libcurl asks for the beginning if it has sent the part before, even if its data were replaced since then. The new
     * data are unread, and can be sent without going back.
     */
    private long seek(long offset, long origin) throws Exception {
        begun = true;
        if (callback(CallbackKind.MIME_SEEK) == null) {
            return (read ? SeekCallback.Result.CANTSEEK : SeekCallback.Result.OK).ordinal();
        }
        long answer = EasyUpcalls.seek((SeekCallback) callback(CallbackKind.MIME_SEEK), offset, origin);
        read &= answer != SeekCallback.Result.OK.ordinal();
        return answer;
    }

    private long read(long buffer, long size) throws Exception {
        if (read && !begun) {
            rewind();
        }
        begun = true;
        read = true;
        long count = readBuffer.fill((ReadCallback) callback(CallbackKind.MIME_READ), buffer, size);
        paused = count == ReadCallback.PAUSE;
        return count;
    }

    /** Called when another copy of the part was read. */
    private void rewind() throws CannotRewind {
        if (callback(CallbackKind.MIME_SEEK) == null) {
            throw new CannotRewind("the data of a MIME part have been sent, and there is no SEEK callback", null);
        }
        try {
            if (seek(0, SEEK_SET) == SeekCallback.Result.OK.ordinal()) {
                return;
            }
        } catch (Exception e) {
            throw new CannotRewind("the SEEK callback of a MIME part threw", e);
        }
        throw new CannotRewind("the SEEK callback of a MIME part refused to go back to the beginning", null);
    }

    @Override
    void fail(CallbackKind kind, long a, Throwable thrown) {
        (kind == CallbackKind.MIME_FREE ? pending() : reader).fail(thrown);
    }
}
