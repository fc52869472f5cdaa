package io.github.curlffm.internal.handle;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.internal.upcall.MimeState;
import io.github.curlffm.internal.upcall.Registry;
import java.lang.foreign.MemorySegment;

/**
 * The data of a MIME part that come from lambdas, and who owns them: libcurl copies the part with every duplicate of the
 * easy handle, and frees each copy. What the user wants done then is done once, after the last.
 */
public final class MimeData {

    private final MimeState state;
    private final Owned owned;

    /**
     * Makes data with one owner.
     *
     * @param read gives the data
     * @param seek goes back to the beginning, or null
     * @param whenFree closed when libcurl needs the data no more, or null; it is kept until then, unlike the lambdas,
     *     which are the part's
     */
    public MimeData(ReadCallback read, SeekCallback seek, AutoCloseable whenFree) {
        state = new MimeState(read, seek);
        owned = Owned.of(MemorySegment.NULL, state, none -> {});
        Registry.whenFreed(state.id(), freed(owned, whenFree));
    }

    private static Registry.Freed freed(Owned owned, AutoCloseable whenFree) {
        return beingSent -> {
            if (beingSent && !owned.isShared()) {
                return; // it has copied the sender for a pushed stream, and given that up before anybody was told
            }
            if (owned.release() && whenFree != null) {
                whenFree.close();
            }
        };
    }

    /** {@return the lambdas} */
    public MimeState state() {
        return state;
    }

    /** libcurl is about to make a copy, if it has not freed these data: then this may be called while it does so. */
    public void duplicated() {
        owned.tryShare();
    }
}
