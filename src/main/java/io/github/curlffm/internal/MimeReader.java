package io.github.curlffm.internal;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.lang.foreign.MemorySegment;

/**
 * The data of a MIME part that comes from lambdas. libcurl copies the part with every duplicate of the easy handle and
 * frees each copy, so the owners are counted here: the user's own clean-up runs once, after the last.
 */
public final class MimeReader {

    private final HandleState state = new HandleState();
    private final Runnable whenFree;
    private int owners = 1;

    /**
     * Makes a reader.
     *
     * @param read gives the data
     * @param seek goes back to the beginning, or null
     * @param whenFree runs when libcurl needs the data no more, or null
     */
    public MimeReader(ReadCallback read, SeekCallback seek, Runnable whenFree) {
        state.callback(Callback.MIME_READ, read);
        state.callback(Callback.MIME_SEEK, seek);
        state.callback(Callback.MIME_FREE, this);
        this.whenFree = whenFree;
    }

    /** {@return the id under which {@link Registry} finds the state} */
    public long id() {
        return state.id();
    }

    /** {@return the id in the shape of the userdata that libcurl carries} */
    public MemorySegment userdata() {
        return state.userdata();
    }

    /** {@return what a lambda threw, or null; it is no longer pending then} */
    public Throwable takePending() {
        return state.takePending();
    }

    /** libcurl has made a copy. */
    public synchronized void duplicated() {
        owners++;
    }

    /** libcurl has freed a copy. */
    void freed() {
        synchronized (this) {
            if (--owners != 0) {
                return;
            }
        }
        if (whenFree != null) {
            whenFree.run();
        }
    }
}
