package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_ssl_backend;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** {@code struct curl_ssl_backend}, copied. */
public record SslBackendStruct(int id, String name) {

    /** {@return copies of those that an array points to, up to a null pointer} */
    public static List<SslBackendStruct> readAll(MemorySegment array) {
        List<SslBackendStruct> backends = new ArrayList<>();
        MemorySegment pointers = array.reinterpret(Long.MAX_VALUE);
        for (long i = 0; pointers.getAtIndex(ValueLayout.ADDRESS, i).address() != 0; i++) {
            MemorySegment struct = C.struct(pointers.getAtIndex(ValueLayout.ADDRESS, i), curl_ssl_backend.layout());
            backends.add(new SslBackendStruct(curl_ssl_backend.id(struct), C.string(curl_ssl_backend.name(struct))));
        }
        return backends;
    }
}
