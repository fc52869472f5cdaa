package io.github.curlffm.callback;

import io.github.curlffm.Easy;

/**
 * Called when the sockets that an event loop must watch change ({@code SOCKETFUNCTION} of a multi). The event loop then
 * calls {@code Multi.socketAction}.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html">CURLMOPT_SOCKETFUNCTION</a>
 */
@FunctionalInterface
public interface SocketCallback {

    /** What to watch a socket for. */
    enum Poll {
        /** No event, for now. */
        NONE,
        /** Until it can be read. */
        IN,
        /** Until it can be written. */
        OUT,
        /** Both. */
        INOUT,
        /** Stop watching: libcurl no longer uses the socket. */
        REMOVE
    }

    /**
     * Called with the events to watch a socket for.
     *
     * @param easy the transfer, or null if libcurl uses the socket internally
     * @param socket the descriptor
     * @param what the events to watch it for
     * @param attachment what {@code Multi.assign} has attached to the socket, or null
     * @throws Exception anything; the running call on the multi throws it. libcurl goes on with all transfers: its own
     *     way to abort them here is not safe
     */
    void socket(Easy easy, long socket, Poll what, Object attachment) throws Exception;
}
