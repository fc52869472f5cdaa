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
        /** End everything with {@code CHUNK_FAILED}. */
        FAIL,
        /** Leave it out. */
        SKIP
    }

    /**
     * Decides about a file.
     *
     * @param file the file
     * @param remaining how many files are left, this one included
     * @return what to do with it; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    Result chunkBgn(FileInfo file, int remaining) throws Exception;
}
