package io.github.curlffm.internal.handle;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.internal.upcall.MimeState;
import io.github.curlffm.internal.upcall.Registry;
import java.lang.foreign.MemorySegment;

/**
 * The data of a MIME part that come from lambdas, with their owners: libcurl copies the part for every duplicate of the
 * easy handle, and frees each copy. The user's {@code whenFree} is closed once, after the last.
 */
public final class MimeData {

    private final MimeState state;
    private final Owned owned;

    /**
     * Makes data with one owner.
     *
     * @param read gives the data
     * @param seek goes back to the beginning, or null
     * @param whenFree closed when libcurl no longer needs the data, or null; it is kept until then, but the part keeps
     *     the lambdas
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

    /** Called before libcurl makes a copy; also while it frees these data: then there is no copy. */
    public void duplicated() {
        owned.tryShare();
    }
}
