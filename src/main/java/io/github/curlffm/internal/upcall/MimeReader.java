package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts who owns the data of a MIME part that come from lambdas: libcurl copies the part with every duplicate of the
 * easy handle, and frees each copy. What the user wants done then is done once, after the last.
 *
 * <p>The lambdas that read are in a {@link MimeState}, which the part keeps alive. This one stays until libcurl has
 * freed all, even when nobody refers to the part any more.
 */
public final class MimeReader {

    private static final Map<Long, MimeReader> READERS = new HashMap<>();

    private final AutoCloseable whenFree;
    private int owners = 1;

    private MimeReader(AutoCloseable whenFree) {
        this.whenFree = whenFree;
    }

    /**
     * {@return the state behind the userdata of new data, with one owner}
     *
     * @param read gives the data
     * @param seek goes back to the beginning, or null
     * @param whenFree closed when libcurl needs the data no more, or null
     */
    public static MimeState open(ReadCallback read, SeekCallback seek, AutoCloseable whenFree) {
        MimeState state = new MimeState();
        state.callback(CallbackKind.MIME_READ, read);
        state.callback(CallbackKind.MIME_SEEK, seek);
        synchronized (READERS) {
            READERS.put(state.id(), new MimeReader(whenFree));
        }
        return state;
    }

    /** libcurl is about to make a copy. */
    public static void duplicated(MimeState state) {
        synchronized (READERS) {
            MimeReader reader = READERS.get(state.id());
            if (reader != null) {
                reader.owners++;
            }
        }
    }

    /** libcurl frees one copy. */
    static void freed(long id) throws Exception {
        MimeReader reader;
        synchronized (READERS) {
            reader = READERS.get(id);
            if (reader == null || --reader.owners > 0) {
                return;
            }
            READERS.remove(id);
        }
        Registry.remove(id);
        if (reader.whenFree != null) {
            reader.whenFree.close();
        }
    }
}
