package io.github.curlffm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;

/** What libcurl has delivered and nobody has read: nothing, or one piece; more only of what cannot be paused. */
final class BodyBuffer {

    /** What libcurl delivers at once; only headers among the body may be longer. */
    private static final int PIECE = 16 * 1024;

    private byte[] piece = {};
    private int position;
    private int limit;
    private final Deque<byte[]> more = new ArrayDeque<>(0);

    // The array of the read that is running, to which the data go at once.
    private byte[] target;
    private int at;
    private int end;
    private int received;

    boolean isEmpty() {
        return position == limit;
    }

    /** Begins to put data into an array of somebody's own, as long as it has room. */
    void begin(byte[] array, int offset, int length) {
        target = array;
        at = offset;
        end = offset + length;
        received = 0;
    }

    /** {@return how many bytes the array has got} */
    int received() {
        return received;
    }

    /** Ends to put data into the array. */
    void end() {
        target = null;
        at = 0;
        end = 0;
    }

    /** Takes data, while this is empty. */
    void put(MemorySegment data) {
        int length = (int) data.byteSize();
        int direct = Math.min(end - at, length);
        if (direct > 0) {
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, target, at, direct);
            at += direct;
            received += direct;
        }
        int rest = length - direct;
        if (rest > 0) {
            if (piece.length < rest) {
                piece = new byte[Math.max(PIECE, rest)];
            }
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, direct, piece, 0, rest);
            position = 0;
            limit = rest;
        }
    }

    /** Takes data, although this is not empty. */
    void add(MemorySegment data) {
        more.add(data.toArray(ValueLayout.JAVA_BYTE));
    }

    /** {@return how many bytes were copied into the array} */
    int take(byte[] array, int offset, int length) {
        int count = Math.min(length, limit - position);
        System.arraycopy(piece, position, array, offset, count);
        position += count;
        if (isEmpty() && !more.isEmpty()) {
            piece = more.poll();
            position = 0;
            limit = piece.length;
        }
        return count;
    }

    /** {@return how many bytes there are} */
    int available() {
        long all = limit - position;
        for (byte[] next : more) {
            all += next.length;
        }
        return (int) Math.min(all, Integer.MAX_VALUE);
    }

    /** Forgets everything. */
    void clear() {
        position = 0;
        limit = 0;
        piece = new byte[0];
        more.clear();
    }
}
