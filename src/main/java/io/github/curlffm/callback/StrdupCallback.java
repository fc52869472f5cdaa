package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Copies a C string in libcurl's place ({@code Curl.globalInitMem}). Called by any thread, libcurl's own ones included, and by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface StrdupCallback {

    /**
     * Copies a C string in libcurl's place.
     *
     * @param string ends with a zero byte
     * @return the copy, or {@link MemorySegment#NULL} when there is no memory
     * @throws Exception anything; libcurl is told that there is no memory, and {@code Curl.takeMemoryFailure} has it
     */
    MemorySegment strdup(MemorySegment string) throws Exception;
}
