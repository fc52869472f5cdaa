package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Frees memory for libcurl ({@code Curl.globalInitMem}). It is called by any thread, including libcurl's own, and by
 * several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface FreeCallback {

    /**
     * Frees memory for libcurl.
     *
     * @param memory the result of another memory callback, or {@link MemorySegment#NULL}
     * @throws Exception anything; libcurl goes on, and {@code Curl.takeMemoryFailure} returns it
     */
    void free(MemorySegment memory) throws Exception;
}
