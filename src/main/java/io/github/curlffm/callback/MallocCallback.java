package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Allocates memory in libcurl's place ({@code Curl.globalInitMem}). Called by any thread, libcurl's own ones included, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface MallocCallback {

    /**
     * Allocates memory in libcurl's place.
     *
     * @param size how many bytes
     * @return the memory, or {@link MemorySegment#NULL} when there is none
     * @throws Exception anything; libcurl is told that there is no memory, and {@code Curl.takeMemoryFailure} has it
     */
    MemorySegment malloc(long size) throws Exception;
}
