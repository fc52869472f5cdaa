package io.github.curlffm.callback;

/**
 * Called before each file of an FTP wildcard transfer ({@code CHUNK_BGN_FUNCTION}, with {@code WILDCARDMATCH}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_BGN_FUNCTION.html">CURLOPT_CHUNK_BGN_FUNCTION</a>
 */
@FunctionalInterface
public interface ChunkBgnCallback {

    /** What to do with the file. */
    enum Result {
        /** Transfer it. */
        OK,
        /** End the transfer with {@code CHUNK_FAILED}. */
        FAIL,
        /** Skip it. */
        SKIP
    }

    /**
     * Decides about a file.
     *
     * @param file the file
     * @param remaining the number of files that are left, including this one
     * @return what to do with it; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result chunkBgn(FileInfo file, int remaining) throws Exception;
}
