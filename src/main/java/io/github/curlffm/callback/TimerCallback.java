package io.github.curlffm.callback;

/**
 * Told when libcurl wants to be called even if no socket is ready ({@code TIMERFUNCTION} of a multi), for an event loop
 * that then calls {@code Multi.socketActionTimeout}. Not from inside this callback.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html">CURLMOPT_TIMERFUNCTION</a>
 */
@FunctionalInterface
public interface TimerCallback {

    /**
     * Takes note of the time; it replaces the one before.
     *
     * @param timeoutMs milliseconds from now, 0 as soon as possible, -1 for never
     * @throws Exception anything; it reaches the caller of the method of the multi that is running. libcurl is not
     *     told, and goes on with all transfers; its own way to abort them from here is not safe
     */
    void timer(long timeoutMs) throws Exception;
}
