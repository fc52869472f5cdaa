package io.github.curlffm.callback;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Gives libcurl the bytes to send ({@code READFUNCTION}, MIME parts); fits {@code InputStream::read}.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_READFUNCTION.html">CURLOPT_READFUNCTION</a>
 */
@FunctionalInterface
public interface ReadCallback {

    /** Result instead of a count: end the transfer with {@code ABORTED_BY_CALLBACK}. */
    int ABORT = 0x10000000;

    /** Result instead of a count: pause this direction until {@code Easy.resume()}. */
    int PAUSE = 0x10000001;

    /**
     * Fills the buffer from its beginning.
     *
     * @param buffer the buffer to fill, at most {@code UPLOAD_BUFFERSIZE} long; it is valid during the call only
     * @return the number of bytes in the buffer; 0 or -1 at the end of the data; {@link #ABORT} or {@link #PAUSE}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    int read(byte[] buffer) throws Exception;

    /** The form without a copy: the buffer is libcurl's own memory and is valid during the call only. */
    @FunctionalInterface
    interface View extends ReadCallback {

        /**
         * Fills the buffer; fits {@code ReadableByteChannel::read}.
         *
         * @param buffer the buffer to fill; using it after the call throws {@link IllegalStateException}
         * @return the number of bytes in the buffer; 0 or -1 at the end of the data; {@link #ABORT} or {@link #PAUSE}
         * @throws Exception anything; it ends the transfer, and {@code perform} throws it
         */
        int read(ByteBuffer buffer) throws Exception;

        @Override
        default int read(byte[] buffer) throws Exception {
            return read(ByteBuffer.wrap(buffer));
        }
    }

    /**
     * {@return the lambda as a callback without a copy, as in {@code view(channel::read)}}
     *
     * @param callback fills the buffer
     */
    static ReadCallback view(View callback) {
        return Objects.requireNonNull(callback, "callback");
    }
}
