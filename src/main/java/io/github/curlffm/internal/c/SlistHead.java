package io.github.curlffm.internal.c;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_slist;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The first node of a {@code curl_slist}, which keeps its address when the list is replaced or removed. */
public final class SlistHead {

    private final MemorySegment node;
    private final MemorySegment noContent;

    /** Makes one, without content. */
    public SlistHead() {
        node = C.struct(C.slist(List.of(new byte[0])), curl_slist.layout());
        noContent = curl_slist.data(node);
    }

    /** {@return a list of the same strings as another list, which is not empty and lives longer} */
    public MemorySegment of(MemorySegment list) {
        MemorySegment first = C.struct(list, curl_slist.layout());
        curl_slist.data(node, curl_slist.data(first));
        curl_slist.next(node, curl_slist.next(first));
        return node;
    }

    /** Makes this a list of one empty string. */
    public void empty() {
        curl_slist.data(node, noContent);
        curl_slist.next(node, MemorySegment.NULL);
    }

    /** Frees the memory. */
    public void free() {
        empty();
        curl_ffm_h.curl_slist_free_all(node);
    }
}
