package io.github.curlffm.callback;

import io.github.curlffm.Easy;

/**
 * Decides about a stream that an HTTP/2 server pushes ({@code PUSHFUNCTION} of a multi).
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
        /** Refuse, and end the transfer that it came with. Since libcurl 7.72.0. */
        ERROROUT
    }

    /**
     * Decides about a stream.
     *
     * @param parent the transfer that it came with
     * @param pushed the new transfer, with the options and callbacks of its parent; to be given its own here
     * @param headers the request that it answers
     * @return the decision; null means {@link Result#DENY}
     * @throws Exception anything; the stream is refused, the transfer that it came with ends, and the exception reaches
     *     the caller of the method that is running
     */
    Result push(Easy parent, Easy pushed, PushHeaders headers) throws Exception;
}
