package io.github.curlffm.callback;

import java.util.Objects;

/**
 * Follows the progress of a transfer and may stop it ({@code XFERINFOFUNCTION}).
 *
 * <p>Setting it clears {@code NOPROGRESS}, which is set by default: otherwise the callback would never be called.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_XFERINFOFUNCTION.html">CURLOPT_XFERINFOFUNCTION</a>
 */
@FunctionalInterface
public interface XferInfoCallback {

    /** Result: go on, and let libcurl draw its own progress meter, too. Since libcurl 7.68.0. */
    int DRAW_METER = 0x10000001;

    /**
     * Result: end the transfer with {@code ABORTED_BY_CALLBACK}. Any other number except 0 and {@link #DRAW_METER} does
     * so, too.
     */
    int ABORT = 1;

    /**
     * Called often while data moves, and about once a second when it does not.
     *
     * @param dltotal bytes that will be downloaded, 0 while unknown
     * @param dlnow bytes downloaded so far
     * @param ultotal bytes that will be uploaded, 0 while unknown
     * @param ulnow bytes uploaded so far
     * @return 0 to go on, {@link #DRAW_METER}, or any other number to end the transfer
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    int xferInfo(long dltotal, long dlnow, long ultotal, long ulnow) throws Exception;

    /**
     * {@return the lambda as the form whose number counts} A bare method call or a method reference would be taken as the
     * form that returns nothing.
     *
     * @param callback the lambda
     */
    static XferInfoCallback answering(XferInfoCallback callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /** The form that returns nothing and lets the transfer go on. */
    @FunctionalInterface
    interface Watch extends XferInfoCallback {

        /**
         * Called often while data moves, and about once a second when it does not.
         *
         * @param dltotal bytes that will be downloaded, 0 while unknown
         * @param dlnow bytes downloaded so far
         * @param ultotal bytes that will be uploaded, 0 while unknown
         * @param ulnow bytes uploaded so far
         * @throws Exception anything; it ends the transfer, and {@code perform} throws it
         */
        void accept(long dltotal, long dlnow, long ultotal, long ulnow) throws Exception;

        @Override
        default int xferInfo(long dltotal, long dlnow, long ultotal, long ulnow) throws Exception {
            accept(dltotal, dlnow, ultotal, ulnow);
            return 0;
        }
    }
}
