package io.github.curlffm.testing;

import io.github.curlffm.callback.WriteCallback;

/** A WRITEFUNCTION that pauses the first time, and then leaves the data to another. */
public final class PausesOnce implements WriteCallback {

    private final WriteCallback.All then;
    private boolean paused;

    public PausesOnce(WriteCallback.All then) {
        this.then = then;
    }

    /** {@return whether it has paused} */
    public boolean hasPaused() {
        return paused;
    }

    @Override
    public long write(byte[] data) throws Exception {
        if (!paused) {
            paused = true;
            return PAUSE;
        }
        return then.write(data);
    }
}
