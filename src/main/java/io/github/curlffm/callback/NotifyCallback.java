package io.github.curlffm.callback;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Constant;

/**
 * Called for the notifications that {@code Multi.notifyEnable} has enabled ({@code NOTIFYFUNCTION} of a multi). Since
 * libcurl 8.17.0.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYFUNCTION.html">CURLMOPT_NOTIFYFUNCTION</a>
 */
@FunctionalInterface
public interface NotifyCallback {

    /** A notification. */
    enum Notification implements Constant {
        /** {@code Multi.messages} has messages, and had none before. */
        INFO_READ,
        /** A transfer is done. */
        EASY_DONE;

        @Override
        public long number() {
            return ordinal();
        }
    }

    /**
     * Called for a notification. Unlike other callbacks it may add and remove handles.
     *
     * @param notification what happened
     * @param easy the transfer, or null if the notification is not about a transfer of the multi
     * @throws Exception anything; the running call on the multi throws it
     */
    void notify(Notification notification, Easy easy) throws Exception;
}
