package io.github.curlffm.callback;

import io.github.curlffm.Easy;

/**
 * Told which sockets libcurl wants watched, and for what ({@code SOCKETFUNCTION} of a multi), for an event loop that
 * calls {@code Multi.socketAction}.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html">CURLMOPT_SOCKETFUNCTION</a>
 */
@FunctionalInterface
public interface SocketCallback {

    /** What to watch a socket for. */
    enum Poll {
        /** Nothing, for now. */
        NONE,
        /** That it can be read. */
        IN,
        /** That it can be written. */
        OUT,
        /** Both. */
        INOUT,
        /** Nothing any more: libcurl is done with the socket. */
        REMOVE
    }

    /**
     * Takes note of what to watch.
     *
     * @param easy the transfer, or null when libcurl uses the socket for itself
     * @param socket the descriptor
     * @param what what to watch it for
     * @param attachment what {@code Multi.assign} has attached to the socket, or null
     * @throws Exception anything; it reaches the caller of the method of the multi that is running. libcurl is not
     *     told, and goes on with all transfers; its own way to abort them from here is not safe
     */
    void socket(Easy easy, long socket, Poll what, Object attachment) throws Exception;
}
