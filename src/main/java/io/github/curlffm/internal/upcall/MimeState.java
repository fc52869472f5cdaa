package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;

/** The lambdas that give the data of a MIME part, called on behalf of the easy handle that sends it. */
public final class MimeState extends LambdaState {

    private final ReadBuffer readBuffer = new ReadBuffer();
    private Pending reader = pending();
    private boolean paused;

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

    /** Says which easy handle reads from this, and is told of what the lambdas throw meanwhile. */
    public void reportTo(EasyState easy) {
        reader = easy.pending();
    }

    /** {@return whether the READ lambda said PAUSE when it was last called} */
    public boolean isPaused() {
        return paused;
    }

    @Override
    long call(CallbackKind kind, long a, long b, long c, long d) throws Exception {
        if (kind == CallbackKind.MIME_FREE) { // what is freed is freed, come what may
            Registry.freed(id());
            return kind.absent;
        }
        if (reader.has()) {
            return kind.failing;
        }
        return kind == CallbackKind.MIME_READ ? read(a, b) : EasyUpcalls.seek((SeekCallback) callback(kind), a, b);
    }

    private long read(long buffer, long size) throws Exception {
        long count = readBuffer.fill((ReadCallback) callback(CallbackKind.MIME_READ), buffer, size);
        paused = count == ReadCallback.PAUSE;
        return count;
    }

    @Override
    void fail(CallbackKind kind, long a, Throwable thrown) {
        (kind == CallbackKind.MIME_FREE ? pending() : reader).fail(thrown);
    }
}
