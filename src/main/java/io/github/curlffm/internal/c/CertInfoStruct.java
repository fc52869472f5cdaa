package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_certinfo;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** {@code struct curl_certinfo}: for each certificate a list of lines. */
public final class CertInfoStruct {

    private CertInfoStruct() {}

    /** {@return copies of the lines; none for a null pointer} */
    public static List<List<String>> read(MemorySegment pointer, Text text) {
        List<List<String>> certificates = new ArrayList<>();
        if (pointer.address() != 0) {
            MemorySegment struct = C.struct(pointer, curl_certinfo.layout());
            int count = curl_certinfo.num_of_certs(struct);
            MemorySegment lists = curl_certinfo.certinfo(struct).reinterpret(ValueLayout.ADDRESS.byteSize() * count);
            for (int i = 0; i < count; i++) {
                certificates.add(text.strings(lists.getAtIndex(ValueLayout.ADDRESS, i)));
            }
        }
        return certificates;
    }
}
