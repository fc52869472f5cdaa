package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Allocates cleared memory for libcurl ({@code Curl.globalInitMem}). It is called by any thread, including libcurl's
 * own, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface CallocCallback {

    /**
     * Allocates cleared memory for libcurl.
     *
     * @param count the number of elements
     * @param size the size of one element in bytes
     * @return the memory, or {@link MemorySegment#NULL} if there is none
     * @throws Exception anything; for libcurl there is no memory then, and {@code Curl.takeMemoryFailure} returns it
     */
    MemorySegment calloc(long count, long size) throws Exception;
}
