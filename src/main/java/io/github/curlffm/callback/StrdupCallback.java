package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Copies a C string for libcurl ({@code Curl.globalInitMem}). It is called by any thread, including libcurl's own, and
 * by several at once.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
 */
@FunctionalInterface
public interface StrdupCallback {

    /**
     * Copies a C string for libcurl.
     *
     * @param string a string that ends with a zero byte
     * @return the copy, or {@link MemorySegment#NULL} if there is no memory
     * @throws Exception anything; for libcurl there is no memory then, and {@code Curl.takeMemoryFailure} returns it
     */
    MemorySegment strdup(MemorySegment string) throws Exception;
}
