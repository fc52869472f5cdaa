package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.DebugCallback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The default of WRITEFUNCTION, READFUNCTION and DEBUGFUNCTION, with Java's standard streams: C's own streams would not be in order
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

    /** What libcurl prints of its verbose output: text and headers, each line with the sign of its type. */
    static void trace(DebugCallback.InfoType type, byte[] data) {
        char sign = switch (type) {
            case TEXT -> '*';
            case HEADER_IN -> '<';
            case HEADER_OUT -> '>';
            default -> 0;
        };
        if (sign == 0) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(data.length + 64); // printed as one: others print, too
        boolean begins = true;
        for (byte one : data) {
            if (begins) {
                lines.write(sign);
                lines.write(' ');
            }
            lines.write(one);
            begins = one == '\n';
        }
        System.err.write(lines.toByteArray(), 0, lines.size());
        System.err.flush();
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
