package io.github.curlffm;

import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.upcall.EasyState.BodyTaker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Takes a body into an array. It grows by pieces, of which each is as long as all before it: nothing is copied until the end,
 * and at the most half of it is not used. What the server announces is believed only for the length of the last piece.
 */
final class BodyBytes implements BodyTaker {

    /** The longest array of all JVMs. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private static final long SHORTEST_PIECE = 16 * 1024;
    private static final long LONGEST_FIRST_PIECE = 1024 * 1024;

    private final LongSupplier announced;
    private final long most;
    private final List<byte[]> full = new ArrayList<>(0);
    private byte[] last = {};
    private int used;
    private long total;
    private boolean tooLong;

    /**
     * Begins with nothing.
     *
     * @param announced the length of the body as the server announces it, if it is greater than 0
     */
    BodyBytes(LongSupplier announced) {
        this(announced, LONGEST);
    }

    BodyBytes(LongSupplier announced, long most) {
        this.announced = announced;
        this.most = most;
    }

    @Override
    public long body(MemorySegment data) {
        long length = data.byteSize();
        if (total + length > most || total == 0 && announced.getAsLong() > most) {
            tooLong = true;
            return WriteCallback.ERROR;
        }
        for (long from = 0; from < length; ) {
            if (used == last.length) {
                grow(length - from);
            }
            int count = (int) Math.min(length - from, last.length - used);
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, from, last, used, count);
            used += count;
            total += count;
            from += count;
        }
        return length;
    }

    private void grow(long needed) {
        if (used > 0) {
            full.add(last);
        }
        long rest = announced.getAsLong() - total;
        long usual = total == 0 && rest > 0 ? Math.min(rest, LONGEST_FIRST_PIECE) : Math.max(total, SHORTEST_PIECE);
        long size = rest > 0 ? Math.min(usual, rest) : usual;
        last = new byte[(int) Math.min(Math.max(size, needed), most - total)];
        used = 0;
    }

    /** {@return whether the transfer was ended since the body does not fit into an array} */
    boolean isTooLong() {
        return tooLong;
    }

    /** {@return what is thrown then} */
    CurlException tooLong() {
        return new CurlException(
                CurlCode.WRITE_ERROR.number(),
                "the body is longer than " + most + " bytes, the most that an array holds; use open() or a"
                        + " WRITEFUNCTION");
    }

    /** {@return all bytes, once} */
    byte[] toByteArray() {
        if (full.isEmpty() && used == last.length) {
            return last;
        }
        byte[] all = new byte[(int) total];
        int at = 0;
        for (byte[] piece : full) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, used);
        return all;
    }
}
