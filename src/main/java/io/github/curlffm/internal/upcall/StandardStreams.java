package io.github.curlffm.internal.upcall;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The default of WRITEFUNCTION and READFUNCTION, with Java's standard streams: C's own streams would not be in order
 * with Java's, and jshell would not show them.
 */
final class StandardStreams {

    private static final int AT_MOST = 64 * 1024;

    private StandardStreams() {}

    static long write(MemorySegment data) {
        byte[] bytes = data.toArray(ValueLayout.JAVA_BYTE);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
        return bytes.length;
    }

    static long read(MemorySegment buffer) throws IOException {
        byte[] bytes = new byte[(int) Math.min(buffer.byteSize(), AT_MOST)];
        int count = System.in.read(bytes);
        if (count > 0) {
            MemorySegment.copy(bytes, 0, buffer, ValueLayout.JAVA_BYTE, 0, count);
        }
        return Math.max(count, 0);
    }
}
