package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.UserInfo;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.upcall.Registry;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * What an easy handle owns outside the Java heap. It knows nothing of the handle of Java, so that the cleaner can give it
 * back when nobody refers to the handle any more.
 */
public final class EasyResources implements Runnable {

    private static final long ERROR_SIZE = 256;

    private final MemorySegment self;
    private final MemorySegment errorBuffer = Libc.malloc(ERROR_SIZE);
    private final long id;
    private boolean disowned;

    private Lock turns;

    private final Map<Integer, Kept> kept = new HashMap<>(4);
    private final List<Kept> replaced = new ArrayList<>(0);

    /** Takes charge of a C handle, and of the id of its state. */
    public EasyResources(MemorySegment self, long id) {
        this.self = self;
        this.id = id;
    }

    /** {@return where libcurl puts its words about what went wrong} */
    public MemorySegment errorBuffer() {
        return errorBuffer;
    }

    /** {@return the lock by which this handle takes turns with others that share something with it, or null} */
    public Lock turns() {
        return turns;
    }

    /** Takes turns by a lock from now on; null for none. */
    public void turns(Lock lock) {
        turns = lock;
    }

    /**
     * Keeps memory alive for an option, in the place of what it had; null lets go.
     *
     * @param inUse whether a transfer may be in the middle of what the option had
     */
    public void keep(int option, Kept memory, boolean inUse) {
        Kept before = memory == null ? kept.remove(option) : kept.put(option, memory);
        if (before != null && inUse) {
            replaced.add(before);
        } else if (before != null) {
            before.release();
        }
    }

    /** Lets go of what options had before, once no transfer is in the middle of it. */
    public void releaseReplaced() {
        List<Kept> released = List.copyOf(replaced); // which may call back
        replaced.clear();
        released.forEach(Kept::release);
    }

    /** {@return whether memory is kept alive for an option} */
    public boolean keeps(int option) {
        return kept.containsKey(option);
    }

    /** Lets go of what every option but one had. */
    public void releaseAllBut(int option) {
        Kept spared = kept.remove(option);
        replaced.addAll(kept.values());
        kept.clear();
        if (spared != null) {
            kept.put(option, spared);
        }
        releaseReplaced();
    }

    private void releaseAll() {
        replaced.addAll(kept.values());
        kept.clear();
        releaseReplaced();
    }

    /** Runs something that touches what is shared, when it is this handle's turn. */
    public <T> T inTurn(Supplier<T> action) {
        Lock taken = turns;
        if (taken == null) {
            return action.get();
        }
        taken.lock();
        try {
            return action.get();
        } finally {
            taken.unlock();
        }
    }

    /** Takes a share in everything that the original keeps: the duplicate points to the same memory. */
    public void shareAll(EasyResources original) {
        original.kept.forEach((option, memory) -> kept.put(option, memory.share()));
    }

    /** {@return libcurl's words, with the user information of what they quote blanked; there are none then} */
    public String takeErrorMessage() {
        String message = UserInfo.blankedWhereQuoted(C.string(errorBuffer));
        clearErrorMessage();
        return message;
    }

    /** From now on there are no words. */
    public void clearErrorMessage() {
        errorBuffer.set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
    }

    /** The C handle belongs to libcurl again: it is not cleaned up here, and must not point to what is kept. */
    public void disown() {
        disowned = true;
    }

    /** Runs the C destructor first: it may still call back, and read what is kept. */
    @Override
    public void run() {
        if (!disowned) {
            inTurn(() -> {
                curl_ffm_h.curl_easy_cleanup(self);
                return null;
            });
        }
        Registry.remove(id);
        releaseAll();
        Libc.free(errorBuffer);
    }
}
