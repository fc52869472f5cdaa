package io.github.curlffm.callback;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/**
 * Receives data from libcurl: body bytes ({@code WRITEFUNCTION}), one header line ({@code HEADERFUNCTION}), or
 * interleaved RTP data ({@code INTERLEAVEFUNCTION}).
 *
 * <p>There are three forms. A lambda that returns nothing ({@link All}) consumes everything. A lambda that returns a
 * number consumes that many bytes: any number other than {@code data.length} ends the transfer with
 * {@code WRITE_ERROR}, except that {@link #PAUSE} pauses it. A {@link #view view} gets libcurl's own memory without a
 * copy.
 *
 * <p>A bare method call or a method reference is taken as the form that returns nothing, <b>even if the method returns
 * a number</b>; {@link #counted} chooses the counting form.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html">CURLOPT_WRITEFUNCTION</a>
 */
@FunctionalInterface
public interface WriteCallback {

    /**
     * Result instead of a count: pause this direction; the same data is delivered again after {@code Easy.resume()}.
     */
    long PAUSE = 0x10000001L;

    /** Result instead of a count: end the transfer with {@code WRITE_ERROR}. */
    long ERROR = 0xFFFFFFFFL;

    /**
     * Takes some bytes: at most 16384 of the body, or one complete header line.
     *
     * @param data a copy that the lambda may keep
     * @return the number of consumed bytes, or {@link #PAUSE} or {@link #ERROR}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    long write(byte[] data) throws Exception;

    /** The form that returns nothing and consumes everything. */
    @FunctionalInterface
    interface All extends WriteCallback {

        /**
         * Takes all the bytes.
         *
         * @param data a copy that the lambda may keep
         * @throws Exception anything; it ends the transfer, and {@code perform} throws it
         */
        void accept(byte[] data) throws Exception;

        @Override
        default long write(byte[] data) throws Exception {
            accept(data);
            return data.length;
        }
    }

    /** The form without a copy: the buffer is libcurl's own memory and is valid during the call only. */
    @FunctionalInterface
    interface View extends WriteCallback {

        /**
         * Takes some bytes; fits {@code WritableByteChannel::write}.
         *
         * @param data read-only; using it after the call throws {@link IllegalStateException}
         * @return the number of consumed bytes, or {@link #PAUSE} or {@link #ERROR}
         * @throws Exception anything; it ends the transfer, and {@code perform} throws it
         */
        long write(ByteBuffer data) throws Exception;

        @Override
        default long write(byte[] data) throws Exception {
            return write(ByteBuffer.wrap(data).asReadOnlyBuffer());
        }
    }

    /** The form without a copy that returns nothing and consumes everything. */
    @FunctionalInterface
    interface ViewAll extends View {

        /**
         * Takes all the bytes.
         *
         * @param data read-only; using it after the call throws {@link IllegalStateException}
         * @throws Exception anything; it ends the transfer, and {@code perform} throws it
         */
        void accept(ByteBuffer data) throws Exception;

        @Override
        default long write(ByteBuffer data) throws Exception {
            int length = data.remaining();
            accept(data);
            return length;
        }
    }

    /**
     * {@return the lambda itself, as the counting form}
     *
     * @param callback a lambda or method reference that returns the number of consumed bytes
     */
    static WriteCallback counted(WriteCallback callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /**
     * {@return the lambda as a counting callback without a copy, for example {@code view(channel::write)}}
     *
     * @param callback takes the bytes and returns how many it consumed
     */
    static WriteCallback view(View callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /**
     * {@return the lambda as a callback without a copy that consumes everything}
     *
     * <p>It has a name of its own because Java would prefer it to {@link #view(View)} for {@code channel::write}: then
     * bytes that a channel did not take would be lost silently.
     *
     * @param callback takes the bytes
     */
    static WriteCallback viewAll(ViewAll callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /**
     * {@return a callback that writes everything to a stream, through one array that it reuses}
     *
     * @param out the stream; not closed
     */
    static WriteCallback to(OutputStream out) {
        Objects.requireNonNull(out, "out");
        byte[][] array = {{}};
        return viewAll(data -> {
            int length = data.remaining();
            if (array[0].length < length) {
                array[0] = new byte[length];
            }
            data.get(array[0], 0, length);
            out.write(array[0], 0, length);
        });
    }

    /**
     * {@return a callback that writes everything to a channel, without a copy}
     *
     * @param channel the channel, in blocking mode; not closed
     */
    static WriteCallback to(WritableByteChannel channel) {
        Objects.requireNonNull(channel, "channel");
        return viewAll(data -> {
            while (data.hasRemaining()) {
                channel.write(data);
            }
        });
    }
}
