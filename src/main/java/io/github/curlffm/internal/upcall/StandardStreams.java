package io.github.curlffm.internal.upcall;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What libcurl does without a WRITEFUNCTION and READFUNCTION, through Java's standard streams: C's own would not mix
 * with what Java prints, and jshell would not show it.
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
