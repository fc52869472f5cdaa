package io.github.curlffm.callback;

import io.github.curlffm.Easy;

/**
 * Decides about a stream that an HTTP/2 server pushes ({@code PUSHFUNCTION} of a multi).
 *
 * <p>Not with libcurl 7.88.0 to 8.0.1, which crash with the first stream that is accepted: there it cannot be set.
 * libcurl before 8.1.0 asks only about the pushes of servers on the scheme's own port, and denies those of others.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PUSHFUNCTION.html">CURLMOPT_PUSHFUNCTION</a>
 */
@FunctionalInterface
public interface PushCallback {

    /** The decision. */
    enum Result {
        /** Accept: the pushed handle is in the multi, comes with a message of its own, and is to be closed. */
        OK,
        /** Refuse; the pushed handle is gone. */
        DENY,
        /**
         * Refuse, and end the connection with all its transfers. Since libcurl 7.72.0; from 8.1.0 to at least 8.23.0 it
         * does no more than {@link #DENY}.
         */
        ERROROUT
    }

    /**
     * Decides about a stream.
     *
     * @param parent the transfer that it came with
     * @param pushed the new transfer, with the callbacks of its parent, and up to libcurl 8.22 also its options; to be
     *     given its own here
     * @param headers the request that it answers
     * @return the decision; null means {@link Result#DENY}
     * @throws Exception anything; it means {@link Result#ERROROUT}, and reaches the caller of the method of the multi
     *     that is running
     */
    Result push(Easy parent, Easy pushed, PushHeaders headers) throws Exception;
}
