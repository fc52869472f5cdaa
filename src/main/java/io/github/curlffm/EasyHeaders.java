package io.github.curlffm;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.curlffm.internal.c.HeaderStruct;
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

    static Header get(MemorySegment easy, String name, long index, Set<HeaderOrigin> origins, int request) {
        Library.require("curl_easy_header", SINCE);
        if (name.indexOf(0) >= 0) { // where C's string would end
            return null;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(ADDRESS);
            int code =
                    curl_ffm_h.curl_easy_header(easy, arena.allocateFrom(name), index, bits(origins), request, result);
            return switch (CurlHeaderCode.of(code)) {
                case OK -> read(result.get(ADDRESS, 0));
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

    static List<Header> all(MemorySegment easy, Set<HeaderOrigin> origins, int request) {
        Library.require("curl_easy_nextheader", SINCE);
        int bits = bits(origins);
        List<Header> headers = new ArrayList<>();
        MemorySegment next = MemorySegment.NULL;
        while ((next = curl_ffm_h.curl_easy_nextheader(easy, bits, request, next)).address() != 0) {
            headers.add(read(next));
        }
        return List.copyOf(headers);
    }

    private static int bits(Set<HeaderOrigin> origins) {
        return (int) Constant.bits(origins);
    }

    private static Header read(MemorySegment pointer) {
        HeaderStruct header = HeaderStruct.read(pointer);
        return new Header(
                header.name(),
                header.value().trim(), // old libcurls leave a CR in an empty value
                header.amount(),
                header.index(),
                Constant.of(HeaderOrigin.class, header.origin()));
    }
}
