package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_ws_frame;
import io.github.curlffm.internal.lib.Library;
import java.lang.foreign.MemorySegment;

/** {@code struct curl_ws_frame}, copied; libcurl before 7.88.0 has no length at its end. */
public record WsFrameStruct(int flags, long offset, long bytesLeft, long length) {

    private static final long UNKNOWN = -1;

    /** {@return a copy} */
    public static WsFrameStruct read(MemorySegment pointer) {
        boolean hasLength = Library.isAtLeast("7.88.0");
        MemorySegment struct =
                pointer.reinterpret(hasLength ? curl_ws_frame.layout().byteSize() : curl_ws_frame.len$offset());
        return new WsFrameStruct(
                curl_ws_frame.flags(struct),
                curl_ws_frame.offset(struct),
                curl_ws_frame.bytesleft(struct),
                hasLength ? curl_ws_frame.len(struct) : UNKNOWN);
    }
}
