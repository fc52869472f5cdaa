package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_header;
import java.lang.foreign.MemorySegment;

/** {@code struct curl_header}, copied; the origin as the bit that libcurl sets. */
public record HeaderStruct(String name, String value, long amount, long index, int origin) {

    /** The highest bits are libcurl's own. */
    private static final int ORIGINS = 0xff;

    /** {@return a copy} */
    public static HeaderStruct read(MemorySegment pointer, Text text) {
        MemorySegment struct = C.struct(pointer, curl_header.layout());
        return new HeaderStruct(
                text.string(curl_header.name(struct)),
                text.string(curl_header.value(struct)),
                curl_header.amount(struct),
                curl_header.index(struct),
                curl_header.origin(struct) & ORIGINS);
    }
}
