package io.github.curlffm.callback;

/**
 * Called after each file of an FTP wildcard transfer ({@code CHUNK_END_FUNCTION}, with {@code WILDCARDMATCH}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_END_FUNCTION.html">CURLOPT_CHUNK_END_FUNCTION</a>
 */
@FunctionalInterface
public interface ChunkEndCallback {

    /**
     * Takes note that a file is done.
     *
     * <p>libcurl does not look at what the C callback returns, so there is nothing to return here; an exception is
     * remembered, and the next callback that can stop the transfer does.
     *
     * @throws Exception anything; it reaches the caller of {@code perform}
     */
    void chunkEnd() throws Exception;
}
