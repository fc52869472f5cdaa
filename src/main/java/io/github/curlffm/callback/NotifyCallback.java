package io.github.curlffm.callback;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Constant;

/**
 * Told of what {@code Multi.notifyEnable} has switched on ({@code NOTIFYFUNCTION} of a multi). Since libcurl 8.17.0.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYFUNCTION.html">CURLMOPT_NOTIFYFUNCTION</a>
 */
@FunctionalInterface
public interface NotifyCallback {

    /** What there is to be told. */
    enum Notification implements Constant {
        /** {@code Multi.messages} has something, and had nothing before. */
        INFO_READ,
        /** A transfer is done. */
        EASY_DONE;

        @Override
        public long number() {
            return ordinal();
        }
    }

    /**
     * Takes note. Unlike other callbacks it may add and remove handles.
     *
     * @param notification what happened
     * @param easy the transfer, or null when it is not about one of the multi's
     * @throws Exception anything; it reaches the caller of the method that is running
     */
    void notify(Notification notification, Easy easy) throws Exception;
}
