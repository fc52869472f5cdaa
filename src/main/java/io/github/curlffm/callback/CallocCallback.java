package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Allocates cleared memory in libcurl's place ({@code Curl.globalInitMem}). Called by any thread, libcurl's own ones included, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface CallocCallback {

    /**
     * Allocates cleared memory in libcurl's place.
     *
     * @param count how many elements
     * @param size how many bytes each
     * @return the memory, or {@link MemorySegment#NULL} when there is none
     * @throws Exception anything; libcurl is told that there is no memory, and {@code Curl.takeMemoryFailure} has it
     */
    MemorySegment calloc(long count, long size) throws Exception;
}
