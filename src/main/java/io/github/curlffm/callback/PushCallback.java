package io.github.curlffm.callback;

import io.github.curlffm.Easy;

/**
 * Decides about a stream that an HTTP/2 server pushes ({@code PUSHFUNCTION} of a multi).
 *
 * <p>It cannot be set with libcurl 7.88.0 to 8.0.1, which crash when a stream is accepted. libcurl before 8.1.0 calls
 * it only for servers on the scheme's default port, and denies the pushes of others.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PUSHFUNCTION.html">CURLMOPT_PUSHFUNCTION</a>
 */
@FunctionalInterface
public interface PushCallback {

    /** The decision. */
    enum Result {
        /** Accept: the pushed handle is in the multi and gets a message of its own. Close it after use. */
        OK,
        /** Refuse; the pushed handle is closed. */
        DENY,
        /**
         * Refuse, and end the connection with all its transfers. Since libcurl 7.72.0; from 8.1.0 to at least 8.23.0 it
         * has the effect of {@link #DENY}.
         */
        ERROROUT
    }

    /**
     * Decides about a stream.
     *
     * @param parent the transfer that the stream belongs to
     * @param pushed the new transfer, with the callbacks of its parent, and up to libcurl 8.22 also its options; set
     *     its own options here
     * @param headers the request that the stream responds to
     * @return the decision; null means {@link Result#DENY}
     * @throws Exception anything; it means {@link Result#ERROROUT}, and the running call on the multi throws it
     */
    Result push(Easy parent, Easy pushed, PushHeaders headers) throws Exception;
}
