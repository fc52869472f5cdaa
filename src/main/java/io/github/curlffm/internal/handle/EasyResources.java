package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.c.SlistHead;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.c.UserInfo;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.Turns;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The memory that libcurl uses as long as an easy handle lives: the values of options, and the error buffer. */
public final class EasyResources {

    private static final long ERROR_SIZE = 256;

    private final MemorySegment errorBuffer = Libc.malloc(ERROR_SIZE);
    private final Turns turns = new Turns();
    private final Map<Integer, Owned> kept = new HashMap<>(4);
    private SlistHead lent;
    private boolean lending;
    private volatile PrivateMulti privateMulti;

    /** Begins with nothing. */
    public EasyResources() {}

    /** {@return the C handle; this memory is freed with it} */
    public Owned own(MemorySegment easy, EasyState state) {
        return Owned.of(easy, state, turns, this::end, this::free);
    }

    private void end(MemorySegment easy) {
        try {
            endPrivateMulti(easy);
        } finally {
            curl_ffm_h.curl_easy_cleanup(easy);
        }
    }

    /** {@return where transfers take place when the handle is in no other multi} */
    public PrivateMulti privateMulti(EasyState state) {
        if (privateMulti == null) {
            privateMulti = new PrivateMulti(state);
        }
        return privateMulti;
    }

    /** {@return the same, or null when there has been no transfer} For any thread. */
    public PrivateMulti privateMulti() {
        return privateMulti;
    }

    /** Ends the C multi of the handle's own, if there is one, with its connections. */
    public void endPrivateMulti(MemorySegment easy) {
        if (privateMulti != null) {
            privateMulti.close(easy);
        }
    }

    private void free() {
        releaseAll();
        if (lent != null) {
            lent.free();
        }
        Libc.free(errorBuffer);
    }

    /** {@return how this handle takes turns with others that share something with it} */
    public Turns turns() {
        return turns;
    }

    /** {@return the error buffer} */
    public MemorySegment errorBuffer() {
        return errorBuffer;
    }

    /** {@return the error message, with the user information of quoted URLs blanked} Clears it. */
    public String takeErrorMessage(Text text) {
        String message = UserInfo.blankedWhereQuoted(text.string(errorBuffer));
        clearErrorMessage();
        return message;
    }

    /** Clears the error message. */
    public void clearErrorMessage() {
        errorBuffer.set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
    }

    /**
     * Keeps memory alive for an option, and releases the previous one; null only releases. Not while a transfer is
     * running.
     */
    public void keep(int option, Owned memory) {
        Owned before = memory == null ? kept.remove(option) : kept.put(option, memory);
        if (before != null) {
            before.release();
        }
    }

    /** {@return whether memory is kept alive for an option} */
    public boolean keeps(int option) {
        return kept.containsKey(option);
    }

    /** {@return what is kept alive for an option, null for nothing} */
    public MemorySegment kept(int option) {
        Owned memory = kept.get(option);
        return memory == null ? MemorySegment.NULL : memory.pointer();
    }

    /** Releases the memory of all options except one. */
    public void releaseAllBut(int option) {
        Owned spared = kept.remove(option);
        releaseAll();
        if (spared != null) {
            kept.put(option, spared);
        }
    }

    private void releaseAll() {
        List<Owned> released = List.copyOf(kept.values()); // releasing may call back
        kept.clear();
        released.forEach(Owned::release);
    }

    /** Becomes an owner of everything that the original keeps: the duplicate points to the same memory. */
    public void shareAll(EasyResources original) {
        original.kept.forEach((option, memory) -> kept.put(option, memory.share()));
    }

    /** {@return the list that is kept for an option; libcurl may point to its first node for ever} */
    public MemorySegment lend(int option) {
        if (lent == null) {
            lent = new SlistHead();
        }
        lending = true;
        return lent.of(kept.get(option).pointer());
    }

    /** {@return whether {@link #lend} has returned a list that is not taken back yet} */
    public boolean isLending() {
        return lending;
    }

    /** {@return the list that is kept for an option, and was lent} The lent list is without content now. */
    public MemorySegment takeBack(int option) {
        lent.empty();
        lending = false;
        return kept.get(option).pointer();
    }
}
