package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ReadCallback;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Fills libcurl's memory by a READ lambda. The array for lambdas that need one is reused. */
final class ReadBuffer {

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private byte[] array = {};

    /** {@return the result for libcurl} */
    long fill(ReadCallback callback, long address, long size) throws Exception {
        int length = (int) Math.min(size, LONGEST_ARRAY);
        MemorySegment buffer = MemorySegment.ofAddress(address);
        int count;
        if (callback instanceof ReadCallback.View view) {
            try (Arena arena = Arena.ofConfined()) {
                count = view.read(buffer.reinterpret(length, arena, null).asByteBuffer());
            }
        } else {
            byte[] bytes = array(length);
            count = callback.read(bytes);
            if (count > 0 && count <= length) {
                MemorySegment.copy(bytes, 0, buffer.reinterpret(length), ValueLayout.JAVA_BYTE, 0, count);
            }
        }
        return Math.max(checked(count, length), 0);
    }

    /** {@return an array of exactly this length; the same array as long as the length does not change} */
    private byte[] array(int length) {
        if (array.length != length) {
            array = new byte[length];
        }
        return array;
    }

    /** {@return the result of a READFUNCTION}, if it is valid for a buffer of this length */
    static int checked(int count, int length) {
        boolean isCount = count >= -1 && count <= length;
        if (!isCount && count != ReadCallback.ABORT && count != ReadCallback.PAUSE) {
            throw new IllegalStateException("READFUNCTION returned " + count + " for a buffer of " + length
                    + " bytes; it returns how many bytes it put there, 0 or -1 at the end, or ABORT or PAUSE");
        }
        return count;
    }
}
