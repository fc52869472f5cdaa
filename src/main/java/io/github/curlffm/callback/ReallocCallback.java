package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Changes the size of memory for libcurl ({@code Curl.globalInitMem}). It is called by any thread, including libcurl's
 * own, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface ReallocCallback {

    /**
     * Changes the size of memory for libcurl.
     *
     * @param memory the result of another memory callback, or {@link MemorySegment#NULL}
     * @param size the new size in bytes
     * @return the memory, maybe at another address, or {@link MemorySegment#NULL} if there is none
     * @throws Exception anything; for libcurl there is no memory then, and {@code Curl.takeMemoryFailure} returns it
     */
    MemorySegment realloc(MemorySegment memory, long size) throws Exception;
}
