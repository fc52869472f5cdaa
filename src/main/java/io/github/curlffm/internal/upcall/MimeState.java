package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.lang.ref.WeakReference;

/**
 * The lambdas that give the data of a MIME part, called on behalf of the easy handle that sends it.
 *
 * <p>A duplicate of the handle has a copy of the part, with the same lambdas. libcurl takes that copy for unread, and would
 * go on where the other one has ended: at the end, mostly. So what has been read is remembered here, for all copies.
 */
public final class MimeState extends LambdaState {

    private static final WeakReference<EasyState> NOBODY = new WeakReference<>(null);
    private static final int SEEK_SET = 0;

    private final ReadBuffer readBuffer = new ReadBuffer();
    private Pending reader = pending();
    private boolean paused;

    /** Who sends now; weak, since this must not keep a handle that nobody has closed. */
    private WeakReference<EasyState> sender = NOBODY;

    /** Whether READ has been called since the data were at their beginning. */
    private boolean read;

    /** Whether this transfer has called READ or SEEK. If READ comes first, it is for the beginning. */
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
     * A transfer is about to begin, whose handle reads from this and is told of what the lambdas throw meanwhile.
     *
     * @throws IllegalStateException when another handle is sending these data: libcurl does not say for whom it reads
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

    /** The transfer of a handle has ended, or has not begun. */
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

    /** {@return whether the READ lambda said PAUSE when it was last called} */
    public boolean isPaused() {
        return paused;
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (kind == CallbackKind.MIME_FREE) { // what is freed is freed, come what may
            Registry.freed(id(), isBeingSentHere());
            return kind.absent;
        }
        if (reader.has()) {
            return kind.failing;
        }
        return kind == CallbackKind.MIME_READ ? read(a, b) : seek(a, b);
    }

    /**
     * libcurl asks for the beginning when it has sent the part before, even if the data have been replaced since. These are
     * still there, and can be sent without going back.
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

    /** Another copy of the part has been read. */
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
