package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_blob;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@code struct curl_blob}, whose bytes libcurl is to copy. */
public final class BlobStruct {

    private static final int BLOB_COPY = 1;

    private BlobStruct() {}

    /** {@return a structure that lives as long as the arena} */
    public static MemorySegment of(byte[] bytes, Arena arena) {
        MemorySegment blob = arena.allocate(curl_blob.layout());
        curl_blob.data(blob, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
        curl_blob.len(blob, bytes.length);
        curl_blob.flags(blob, BLOB_COPY);
        return blob;
    }
}
