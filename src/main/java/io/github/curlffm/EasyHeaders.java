package io.github.curlffm;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.HeaderStruct;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.HeaderOrigin;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The headers API: how libcurl's structure becomes a Java value. */
final class EasyHeaders {

    private static final String SINCE = "7.83.0";

    private EasyHeaders() {}

    static Header get(Easy easy, String name, long index, Set<HeaderOrigin> origins, int request) {
        Library.require("curl_easy_header", SINCE);
        byte[] bytes = easy.state.text().string(name, Text.refusal("the name of a header", name));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(ADDRESS);
            int code = curl_ffm_h.curl_easy_header(
                    easy.pointer(), C.terminated(bytes, arena), index, bits(origins), request, result);
            return switch (CurlHeaderCode.of(code)) {
                case OK -> read(easy, result.get(ADDRESS, 0));
                case BADINDEX, MISSING, NOHEADERS, NOREQUEST -> null;
                case OUT_OF_MEMORY -> throw new OutOfMemoryError("curl_easy_header");
                case NOT_BUILT_IN ->
                    throw new UnsupportedOperationException(
                            "the loaded libcurl " + Library.version() + " was built without the headers API");
                default ->
                    throw new IllegalArgumentException("curl_easy_header refused name \"" + name + "\", index " + index
                            + ", origins " + origins + ", request " + request + ": " + CurlHeaderCode.of(code) + " ("
                            + code + ")");
            };
        }
    }

    static List<Header> all(Easy easy, Set<HeaderOrigin> origins, int request) {
        Library.require("curl_easy_nextheader", SINCE);
        int bits = bits(origins);
        List<Header> headers = new ArrayList<>();
        MemorySegment next = MemorySegment.NULL;
        while ((next = curl_ffm_h.curl_easy_nextheader(easy.pointer(), bits, request, next)).address() != 0) {
            headers.add(read(easy, next));
        }
        return List.copyOf(headers);
    }

    private static int bits(Set<HeaderOrigin> origins) {
        return (int) Constant.bits(origins);
    }

    private static Header read(Easy easy, MemorySegment pointer) {
        HeaderStruct header = HeaderStruct.read(pointer, easy.state.text());
        return new Header(
                header.name(),
                header.value().trim(), // older versions of libcurl leave a CR in an empty value
                header.amount(),
                header.index(),
                Constant.of(HeaderOrigin.class, header.origin()));
    }
}
