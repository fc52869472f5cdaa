package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.CURLMsg$1;
import java.lang.foreign.MemorySegment;

/** {@code struct CURLMsg}: a finished transfer and its result. */
public final class MessageStruct {

    private static final int MSG_DONE = 1;

    private MessageStruct() {}

    /** {@return the structure behind a pointer} */
    public static MemorySegment at(MemorySegment pointer) {
        return C.struct(pointer, CURLMsg$1.layout());
    }

    /** {@return whether it reports a finished transfer: the only kind of message that libcurl has} */
    public static boolean isDone(MemorySegment struct) {
        return CURLMsg$1.msg(struct) == MSG_DONE;
    }

    /** {@return the address of the easy handle} */
    public static long easy(MemorySegment struct) {
        return CURLMsg$1.easy_handle(struct).address();
    }

    /** {@return libcurl's code} */
    public static int result(MemorySegment struct) {
        return CURLMsg$1.data.result(CURLMsg$1.data(struct));
    }
}
