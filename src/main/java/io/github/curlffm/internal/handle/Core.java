package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.lib.Utf8Locale;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.MultiState;
import io.github.curlffm.internal.upcall.Turns;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Where easy handles' transfers take place: one by itself, or in a C multi together with others. All that is in there
 * passes one gate and takes turns with other threads together; a handle that joins a multi exchanges its core.
 */
public final class Core {

    private final Gate gate = new Gate();
    private final Turns turns;
    private final CMulti multi;

    /** Knows nothing of the handles in here, since what ends them holds it. */
    private final Object together = new Object();

    private Object owner;
    private final Set<EasyState> members;
    private final StreamTree streams;
    private boolean notifying;

    /** How many calls of libcurl's the thread is in. */
    private int calls;

    private Core(Turns turns, CMulti multi) {
        this.turns = turns;
        this.multi = multi;
        this.streams = multi == null ? null : new StreamTree();
        this.members = multi == null ? Collections.emptySet() : new LinkedHashSet<>();
    }

    /** {@return the core of a handle by itself} */
    public static Core ofEasy(EasyResources easy) {
        return new Core(easy.turns(), null);
    }

    /** {@return the core of a C multi, which {@link #own} gives an owner} */
    public static Core ofMulti(MemorySegment multi) {
        return new Core(new Turns(), new CMulti(multi));
    }

    /** {@return the C multi, with what goes with it at the end} */
    public Owned own(Owned.End end) {
        Owned owned = multi.own(end);
        owned.together(together);
        return owned;
    }

    /** {@return the C multi, or null when there is none} */
    public CMulti multi() {
        return multi;
    }

    /** Says which Java handle is reachable as long as one of those in here is: its end would be the end of the C multi. */
    public void owner(Object multiHandle) {
        owner = multiHandle;
    }

    /** {@return the Java handle of the multi, or null} */
    public Object owner() {
        return owner;
    }

    /** {@return what the ends of all that is in here have in common} */
    public Object together() {
        return together;
    }

    /** {@return whether there is a C multi} */
    public boolean isMulti() {
        return multi != null;
    }

    /** {@return the gate of all that is in here} */
    public Gate gate() {
        return gate;
    }

    /** {@return the lambdas of the multi, or null when there is none} */
    public MultiState state() {
        return multi == null ? null : multi.state();
    }

    /** {@return which handles in the multi libcurl has tied together, or null when there is no multi} */
    public StreamTree streams() {
        return streams;
    }

    /** Calls libcurl in turn with other threads, and so that it takes international names for UTF-8. */
    public int call(IntSupplier function) {
        boolean wasNotifying = notifying;
        notifying = false;
        calls++;
        try {
            return turns.take(() -> Utf8Locale.in(function));
        } finally {
            calls--;
            notifying = wasNotifying;
        }
    }

    /** {@return whether libcurl has been called and has not returned}: this is in a callback, of any handle in here. */
    public boolean isInLibcurl() {
        return calls > 0;
    }

    /** What a NOTIFYFUNCTION does. */
    @FunctionalInterface
    public interface Notice {
        /** Does it. */
        void take() throws Exception;
    }

    /** Runs a NOTIFYFUNCTION, which may add and remove handles. */
    public void notifying(Notice notice) throws Exception {
        notifying = true;
        try {
            notice.take();
        } finally {
            notifying = false;
        }
    }

    /** {@return whether handles cannot be added and removed now} libcurl has the same rule, but does not always keep it. */
    public boolean isInCallback() {
        return gate.isNested() && !notifying;
    }

    /** {@return libcurl's code} Adds a handle that is by itself. */
    public int add(MemorySegment easy) {
        return call(() -> multi.add(easy));
    }

    /** Takes note that libcurl has a handle in this multi, or is about to. */
    public void joined(EasyState member, Turns itsTurns) {
        members.add(member);
        turns.add(itsTurns);
    }

    /** {@return libcurl's code} Removes a handle, in any case. */
    public int remove(EasyState member, MemorySegment easy) {
        streams.untie(easy);
        int code = call(() -> multi.remove(easy));
        members.remove(member);
        member.left(gate, state().pending());
        if (members.isEmpty()) {
            turns.only(null);
        }
        return code;
    }

    /** {@return the handles in here, in the order in which they came} */
    public List<EasyState> members() {
        return List.copyOf(members);
    }

    /** {@return whether a handle is in here} */
    public boolean contains(EasyState member) {
        return members.contains(member);
    }

    /** {@return the handle in here with this C handle; null for another, such as one that is libcurl's own} */
    public EasyState member(long easy) {
        EasyState member = multi.find(easy);
        return contains(member) ? member : null;
    }
}
