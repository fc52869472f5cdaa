package io.github.curlffm.callback;

/**
 * Moves the data that {@link ReadCallback} gives to another position ({@code SEEKFUNCTION}): to send it again after a
 * redirect or a login, or to resume an upload.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SEEKFUNCTION.html">CURLOPT_SEEKFUNCTION</a>
 */
@FunctionalInterface
public interface SeekCallback {

    /** What became of the request to move. */
    enum Result {
        /** Moved. */
        OK,
        /** Failed: the transfer ends. */
        FAIL,
        /** Cannot move: libcurl may read and drop data to get there, where that is possible. */
        CANTSEEK
    }

    /** From where the offset counts. */
    enum Origin {
        /** From the beginning: the only one that libcurl uses today. */
        SET,
        /** From the current position. */
        CURRENT,
        /** From the end. */
        END
    }

    /**
     * Moves to a position.
     *
     * @param offset bytes from {@code origin}
     * @param origin from where the offset counts
     * @return what became of it; never null
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    Result seek(long offset, Origin origin) throws Exception;
}
