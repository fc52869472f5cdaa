package io.github.curlffm.internal.c;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.curlffm.internal.ffi.CURLMsg$1;
import java.lang.foreign.MemorySegment;

/**
 * {@code struct CURLMsg}: a finished transfer and its result. It is read by its address: a segment for each would be a good
 * part of what a transfer costs in a program that has just started.
 */
public final class MessageStruct {

    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final int MSG_DONE = 1;
    private static final long MSG = CURLMsg$1.msg$offset();
    private static final long EASY_HANDLE = CURLMsg$1.easy_handle$offset();
    private static final long RESULT = CURLMsg$1.data$offset() + CURLMsg$1.data.result$offset();

    private MessageStruct() {}

    /** {@return whether it reports a finished transfer: the only kind of message that libcurl has} */
    public static boolean isDone(long message) {
        return MEMORY.get(JAVA_INT, message + MSG) == MSG_DONE;
    }

    /** {@return the address of the easy handle} */
    public static long easy(long message) {
        return MEMORY.get(ADDRESS, message + EASY_HANDLE).address();
    }

    /** {@return libcurl's code} */
    public static int result(long message) {
        return MEMORY.get(JAVA_INT, message + RESULT);
    }
}
