package io.github.curlffm.callback;

/**
 * Called after each file of an FTP wildcard transfer ({@code CHUNK_END_FUNCTION}, with {@code WILDCARDMATCH}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_END_FUNCTION.html">CURLOPT_CHUNK_END_FUNCTION</a>
 */
@FunctionalInterface
public interface ChunkEndCallback {

    /**
     * Called when a file is done.
     *
     * <p>libcurl ignores the result of the C callback, so there is nothing to return here. An exception is kept, and
     * the next callback that can stop the transfer does.
     *
     * @throws Exception anything; {@code perform} throws it
     */
    void chunkEnd() throws Exception;
}
