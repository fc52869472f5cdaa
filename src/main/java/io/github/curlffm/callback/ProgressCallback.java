package io.github.curlffm.callback;

/**
 * The old form of {@link XferInfoCallback}, with floating-point numbers ({@code PROGRESSFUNCTION}); ignored by libcurl
 * while {@code XFERINFOFUNCTION} is set.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROGRESSFUNCTION.html">CURLOPT_PROGRESSFUNCTION</a>
 */
@FunctionalInterface
public interface ProgressCallback {

    /**
     * Called often while data moves, and about once a second when it does not.
     *
     * @param dltotal bytes that will be downloaded, 0 while unknown
     * @param dlnow bytes downloaded so far
     * @param ultotal bytes that will be uploaded, 0 while unknown
     * @param ulnow bytes uploaded so far
     * @return 0 to go on, {@link XferInfoCallback#DRAW_METER}, or any other number to end the transfer
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    int progress(double dltotal, double dlnow, double ultotal, double ulnow) throws Exception;

    /** The form that returns nothing and lets the transfer go on. */
    @FunctionalInterface
    interface Watch extends ProgressCallback {

        /**
         * Called often while data moves, and about once a second when it does not.
         *
         * @param dltotal bytes that will be downloaded, 0 while unknown
         * @param dlnow bytes downloaded so far
         * @param ultotal bytes that will be uploaded, 0 while unknown
         * @param ulnow bytes uploaded so far
         * @throws Exception anything; it ends the transfer, and {@code perform} throws it
         */
        void accept(double dltotal, double dlnow, double ultotal, double ulnow) throws Exception;

        @Override
        default int progress(double dltotal, double dlnow, double ultotal, double ulnow) throws Exception {
            accept(dltotal, dlnow, ultotal, ulnow);
            return 0;
        }
    }
}
