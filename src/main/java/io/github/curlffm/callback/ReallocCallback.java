package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Changes the size of memory in libcurl's place ({@code Curl.globalInitMem}). Called by any thread, libcurl's own ones included, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface ReallocCallback {

    /**
     * Changes the size of memory in libcurl's place.
     *
     * @param memory what one of the others gave, or {@link MemorySegment#NULL}
     * @param size how many bytes it is to have
     * @return the memory, perhaps elsewhere, or {@link MemorySegment#NULL} when there is none
     * @throws Exception anything; libcurl is told that there is no memory, and {@code Curl.takeMemoryFailure} has it
     */
    MemorySegment realloc(MemorySegment memory, long size) throws Exception;
}
