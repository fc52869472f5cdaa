package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_tlssessioninfo;
import java.lang.foreign.MemorySegment;

/** {@code struct curl_tlssessioninfo}, copied; what {@code internals} points to is the TLS library's. */
public record TlsSessionStruct(int backend, MemorySegment internals) {

    /** {@return a copy} */
    public static TlsSessionStruct read(MemorySegment pointer) {
        MemorySegment struct = C.struct(pointer, curl_tlssessioninfo.layout());
        return new TlsSessionStruct(
                curl_tlssessioninfo.backend(struct),
                curl_tlssessioninfo.internals(struct).reinterpret(0));
    }
}
