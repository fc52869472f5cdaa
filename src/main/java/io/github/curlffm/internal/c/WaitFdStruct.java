package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_waitfd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An array of {@code struct curl_waitfd}. */
public final class WaitFdStruct {

    private WaitFdStruct() {}

    /** {@return an array, which lives as long as the arena} */
    public static MemorySegment array(int count, Arena arena) {
        return curl_waitfd.allocateArray(count, arena);
    }

    /** Sets what to wait for. */
    public static void set(MemorySegment array, int index, int fd, int events) {
        MemorySegment struct = curl_waitfd.asSlice(array, index);
        curl_waitfd.fd(struct, fd);
        curl_waitfd.events(struct, (short) events);
    }

    /** {@return the descriptor} */
    public static int fd(MemorySegment array, int index) {
        return curl_waitfd.fd(curl_waitfd.asSlice(array, index));
    }

    /** {@return what to wait for} */
    public static int events(MemorySegment array, int index) {
        return curl_waitfd.events(curl_waitfd.asSlice(array, index));
    }

    /** {@return what happened} */
    public static int happened(MemorySegment array, int index) {
        return curl_waitfd.revents(curl_waitfd.asSlice(array, index));
    }
}
