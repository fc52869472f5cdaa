package io.github.curlffm.internal.handle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.MessageStruct;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.lib.Utf8Locale;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.MultiState;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Where an easy handle's transfer takes place: by itself, or in a C multi together with others. All that is in there
 * passes one gate and takes turns with other threads together; a handle that joins a multi exchanges its core.
 *
 * <p>Here are libcurl's calls with its codes. Who may call, and what a code becomes, is for those who use this to say.
 */
public final class Core {

    // Memory for what libcurl returns by pointer, reused. Each has a cell of its own: libcurl may call back after it
    // has
    // put a count there, and what the callback calls must not change it.
    private static final long CELL = 8;
    private static final long CELLS = 4 * CELL;

    /** The number of {@code CURLINFO_PRIVATE}, for which the header has no constant of its own type. */
    private static final int INFO_PRIVATE = 0x100000 + 21;

    private final Gate gate = new Gate();
    private final Turns turns;
    private final MemorySegment multi;
    private final MultiState state;

    /** Knows nothing of the handles in here, since what ends them holds it. */
    private final Object together = new Object();

    private Object owner;
    private final MemorySegment cells;
    private final MemorySegment countCell;
    private final MemorySegment privateCell;
    private final MemorySegment numberCell;
    private final MemorySegment leftCell;
    private final Set<EasyState> members = new LinkedHashSet<>();
    private final StreamTree streams;
    private MemorySegment message = MemorySegment.NULL;
    private boolean notifying;

    private Core(Turns turns, MemorySegment multi, MultiState state, MemorySegment cells) {
        this.turns = turns;
        this.multi = multi;
        this.state = state;
        this.cells = cells;
        this.streams = multi.address() == 0 ? null : new StreamTree();
        this.countCell = cell(0);
        this.privateCell = cell(CELL);
        this.numberCell = cell(2 * CELL);
        this.leftCell = cell(3 * CELL);
    }

    private MemorySegment cell(long offset) {
        return isMulti() ? cells.asSlice(offset, CELL) : cells;
    }

    /** {@return the core of a handle by itself} */
    public static Core ofEasy(EasyResources easy) {
        return new Core(easy.turns(), MemorySegment.NULL, null, MemorySegment.NULL);
    }

    /** {@return the core of a C multi, which {@link #own} gives an owner} */
    public static Core ofMulti(MemorySegment multi) {
        return new Core(new Turns(), multi, new MultiState(), Libc.malloc(CELLS));
    }

    /** {@return the C multi, with what goes with it at the end} */
    public Owned own(Owned.End end) {
        Owned owned = owned(end);
        owned.together(together);
        return owned;
    }

    private Owned owned(Owned.End end) {
        return Owned.of(multi, state, new Turns(), end, freed(cells)); // which must not refer to the handles in here
    }

    private static Runnable freed(MemorySegment cells) {
        return () -> Libc.free(cells);
    }

    /** {@return the C multi} */
    public MemorySegment multi() {
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
        return state != null;
    }

    /** {@return the gate of all that is in here} */
    public Gate gate() {
        return gate;
    }

    /** {@return the lambdas of the multi, or null when there is none} */
    public MultiState state() {
        return state;
    }

    /** {@return which handles in the multi libcurl has tied together, or null when there is no multi} */
    public StreamTree streams() {
        return streams;
    }

    /** Calls libcurl in turn with other threads, and so that it takes international names for UTF-8. */
    public int call(IntSupplier function) {
        boolean wasNotifying = notifying;
        notifying = false;
        try {
            return turns.take(() -> Utf8Locale.in(function));
        } finally {
            notifying = wasNotifying;
        }
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
        return call(() -> curl_ffm_h.curl_multi_add_handle(multi, easy));
    }

    /** Takes note that libcurl has a handle in this multi, or is about to. */
    public void joined(EasyState member, Turns itsTurns) {
        members.add(member);
        turns.add(itsTurns);
    }

    /** {@return libcurl's code} Removes a handle, in any case. */
    public int remove(EasyState member, MemorySegment easy) {
        streams.untie(easy);
        int code = call(() -> curl_ffm_h.curl_multi_remove_handle(multi, easy));
        members.remove(member);
        member.leftConnections(state.pending());
        toldMessage(); // libcurl frees the messages of what it removes
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
        if (easy == 0) {
            return null;
        }
        int code = Setopt.easyInfo(MemorySegment.ofAddress(easy), INFO_PRIVATE, privateCell);
        EasyState member =
                code == 0 ? EasyState.find(privateCell.get(ADDRESS, 0).address()) : null;
        return contains(member) ? member : null;
    }

    /** {@return libcurl's code; {@link #count} then tells how many transfers are under way} */
    public int perform() {
        return call(() -> curl_ffm_h.curl_multi_perform(multi, countCell));
    }

    /** {@return libcurl's code; {@link #count} then tells how many transfers are under way} */
    public int socketAction(int socket, int events) {
        return call(() -> curl_ffm_h.curl_multi_socket_action(multi, socket, events, countCell));
    }

    /**
     * {@return libcurl's code; {@link #count} then tells how many descriptors are ready} Does not take turns: while this
     * waits other threads are to have theirs.
     */
    public int poll(MemorySegment fds, int length, int ms) {
        return curl_ffm_h.curl_multi_poll(multi, fds, length, ms, countCell);
    }

    /** {@return libcurl's code}, as {@link #poll}. */
    public int waitFor(MemorySegment fds, int length, int ms) {
        return curl_ffm_h.curl_multi_wait(multi, fds, length, ms, countCell);
    }

    /** {@return libcurl's code; {@link #count} then tells how many descriptors there are} */
    public int waitfds(MemorySegment fds, int size) {
        return curl_ffm_h.curl_multi_waitfds(multi, fds, size, countCell);
    }

    /** {@return what the last call has counted} */
    public int count() {
        return countCell.get(JAVA_INT, 0);
    }

    /** {@return libcurl's code; {@link #milliseconds} then tells the time} */
    public int timeout() {
        return curl_ffm_h.curl_multi_timeout(multi, numberCell);
    }

    /** {@return the time that the last {@link #timeout} has told} */
    public long milliseconds() {
        return C.number(numberCell);
    }

    /**
     * {@return the next transfer that is done, for {@link MessageStruct}; null when there is none} It is given again until
     * {@link #toldMessage}: what goes wrong in between, at the end of the stack or the heap, must not lose it.
     */
    public MemorySegment nextMessage() {
        if (message.address() == 0) {
            message = curl_ffm_h.curl_multi_info_read(multi, leftCell);
        }
        return message.address() == 0 ? null : MessageStruct.at(message);
    }

    /** Goes on from the message that was given last. */
    public void toldMessage() {
        message = MemorySegment.NULL;
    }
}
