package io.github.curlffm.callback;

/**
 * Called when the timeout of a multi changes ({@code TIMERFUNCTION} of a multi). When it expires, an event loop calls
 * {@code Multi.socketActionTimeout}, but not from inside this callback.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html">CURLMOPT_TIMERFUNCTION</a>
 */
@FunctionalInterface
public interface TimerCallback {

    /**
     * Called with a new timeout, which replaces the previous one.
     *
     * @param timeoutMs milliseconds from now; 0 for as soon as possible, -1 for no timeout
     * @throws Exception anything; the running call on the multi throws it. libcurl goes on with all transfers: its own
     *     way to abort them here is not safe
     */
    void timer(long timeoutMs) throws Exception;
}
