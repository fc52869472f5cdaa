package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Gives memory back in libcurl's place ({@code Curl.globalInitMem}). Called by any thread, libcurl's own ones included, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface FreeCallback {

    /**
     * Gives memory back in libcurl's place.
     *
     * @param memory what one of the others gave, or {@link MemorySegment#NULL}
     * @throws Exception anything; libcurl goes on, and {@code Curl.takeMemoryFailure} has it
     */
    void free(MemorySegment memory) throws Exception;
}
