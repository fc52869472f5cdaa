package io.github.curlffm.internal.handle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.MessageStruct;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.MultiState;
import io.github.curlffm.internal.upcall.Stubs;
import io.github.curlffm.internal.upcall.Turns;
import java.lang.foreign.MemorySegment;

/**
 * A C multi: libcurl's calls with its codes. Who may call, when it is their turn, and what a code becomes is for those who
 * use this to say.
 */
public final class CMulti {

    /** What {@link #socketAction} gets when it is the time that TIMERFUNCTION asked for. */
    public static final int SOCKET_TIMEOUT = -1;

    // Memory for what libcurl returns by pointer, reused. Each has a cell of its own: libcurl may call back after it
    // has
    // put a count there, and what the callback calls must not change it.
    private static final long CELL = 8;
    private static final long CELLS = 4 * CELL;

    /** The number of {@code CURLINFO_PRIVATE}, for which the header has no constant of its own type. */
    private static final int INFO_PRIVATE = 0x100000 + 21;

    private final MemorySegment pointer;
    private final MultiState state = new MultiState();
    private final MemorySegment cells = Libc.malloc(CELLS);
    private final MemorySegment countCell = cells.asSlice(0, CELL);
    private final MemorySegment privateCell = cells.asSlice(CELL, CELL);
    private final MemorySegment numberCell = cells.asSlice(2 * CELL, CELL);
    private final MemorySegment leftCell = cells.asSlice(3 * CELL, CELL);
    private long message;

    /** Takes what {@code curl_multi_init} gave. */
    public CMulti(MemorySegment pointer) {
        this.pointer = pointer;
    }

    /** {@return this with what goes with it at the end} It does not refer to this. */
    public Owned own(Owned.End end) {
        return Owned.of(pointer, state, new Turns(), end, freed(cells));
    }

    private static Runnable freed(MemorySegment cells) {
        return () -> Libc.free(cells);
    }

    /** {@return what libcurl made} */
    public MemorySegment pointer() {
        return pointer;
    }

    /** {@return the lambdas of the multi} */
    public MultiState state() {
        return state;
    }

    /** Sets a callback in the place of a user's. */
    public void tell(CallbackKind kind, Object callback) {
        state.callback(kind, callback);
        Setopt.multiPointer(pointer, kind.dataId(), state.userdata());
        Setopt.multiPointer(pointer, kind.functionId(), Stubs.of(kind));
    }

    /** {@return libcurl's code} */
    public int add(MemorySegment easy) {
        return curl_ffm_h.curl_multi_add_handle(pointer, easy);
    }

    /** {@return libcurl's code} The message of what is removed is gone. */
    public int remove(MemorySegment easy) {
        int code = curl_ffm_h.curl_multi_remove_handle(pointer, easy);
        toldMessage(); // libcurl has freed it, if it was that of this handle
        return code;
    }

    /** {@return the lambdas of the handle in a multi of this library's with this C handle, or null} */
    public EasyState find(long easy) {
        if (easy == 0) {
            return null;
        }
        int code = Setopt.easyInfo(MemorySegment.ofAddress(easy), INFO_PRIVATE, privateCell);
        return code == 0 ? EasyState.find(privateCell.get(ADDRESS, 0).address()) : null;
    }

    /** {@return libcurl's code; {@link #count} then tells how many transfers are under way} */
    public int perform() {
        return curl_ffm_h.curl_multi_perform(pointer, countCell);
    }

    /** {@return libcurl's code; {@link #count} then tells how many transfers are under way} */
    public int socketAction(int socket, int events) {
        return curl_ffm_h.curl_multi_socket_action(pointer, socket, events, countCell);
    }

    /**
     * {@return libcurl's code} Does what {@link #perform} does, and says of each socket what is to be known of it. libcurl
     * calls it deprecated since it looks at all; nothing else says that after something other than {@link #socketAction}.
     */
    public int socketAll() {
        return curl_ffm_h.curl_multi_socket_all(pointer, countCell);
    }

    /** {@return libcurl's code; {@link #count} then tells how many descriptors are ready} */
    public int poll(MemorySegment fds, int length, int ms) {
        return curl_ffm_h.curl_multi_poll(pointer, fds, length, ms, countCell);
    }

    /** {@return libcurl's code; {@link #count} then tells how many descriptors are ready} */
    public int waitFor(MemorySegment fds, int length, int ms) {
        return curl_ffm_h.curl_multi_wait(pointer, fds, length, ms, countCell);
    }

    /** {@return libcurl's code; {@link #count} then tells how many descriptors there are} */
    public int waitfds(MemorySegment fds, int size) {
        return curl_ffm_h.curl_multi_waitfds(pointer, fds, size, countCell);
    }

    /** {@return libcurl's code} For any thread, as long as the C multi lives. */
    public int wakeup() {
        return curl_ffm_h.curl_multi_wakeup(pointer);
    }

    /** {@return what the last call has counted} */
    public int count() {
        return countCell.get(JAVA_INT, 0);
    }

    /** {@return libcurl's code; {@link #milliseconds} then tells the time} */
    public int timeout() {
        return curl_ffm_h.curl_multi_timeout(pointer, numberCell);
    }

    /** {@return the time that the last {@link #timeout} has told} */
    public long milliseconds() {
        return C.number(numberCell);
    }

    /**
     * {@return the next transfer that is done, for {@link MessageStruct}; 0 when there is none} It is given again until
     * {@link #toldMessage}: what goes wrong in between, at the end of the stack or the heap, must not lose it.
     */
    public long nextMessage() {
        if (message == 0) {
            message = curl_ffm_h.curl_multi_info_read(pointer, leftCell).address();
        }
        return message;
    }

    /** Goes on from the message that was given last. */
    public void toldMessage() {
        message = 0;
    }
}
