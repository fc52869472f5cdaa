package io.github.curlffm.callback;

/**
 * Moves the data that {@link ReadCallback} gives to another position ({@code SEEKFUNCTION}): to send it again after a
 * redirect or a login, or to resume an upload.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SEEKFUNCTION.html">CURLOPT_SEEKFUNCTION</a>
 */
@FunctionalInterface
public interface SeekCallback {

    /** The result of the request. */
    enum Result {
        /** Moved. */
        OK,
        /** Failed: the transfer ends. */
        FAIL,
        /** Cannot move: libcurl may read and drop data to get there, where that is possible. */
        CANTSEEK
    }

    /** The position from which the offset counts. */
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
     * @param origin the position from which the offset counts
     * @return the result; never null
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result seek(long offset, Origin origin) throws Exception;
}
