package io.github.curlffm.callback;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/**
 * Receives what libcurl has: body bytes ({@code WRITEFUNCTION}), one header line ({@code HEADERFUNCTION}), or
 * interleaved RTP data ({@code INTERLEAVEFUNCTION}).
 *
 * <p>Three ways to write it. A lambda that returns nothing ({@link All}) consumes everything. A lambda that returns a
 * number consumes that many bytes; any number but {@code data.length} ends the transfer with {@code WRITE_ERROR},
 * {@link #PAUSE} pauses it. A {@link #view view} sees libcurl's own memory without a copy.
 *
 * <p>A bare method call or a method reference is taken as the form that returns nothing, <b>even if the method returns
 * a number</b>; {@link #counted} chooses the counting form.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html">CURLOPT_WRITEFUNCTION</a>
 */
@FunctionalInterface
public interface WriteCallback {

    /** Returned instead of a count: pause this direction; the same data comes again after {@code Easy.resume()}. */
    long PAUSE = 0x10000001L;

    /** Returned instead of a count: end the transfer with {@code WRITE_ERROR}. */
    long ERROR = 0xFFFFFFFFL;

    /**
     * Takes some bytes: at most 16384 of the body, or one complete header line.
     *
     * @param data a copy that the lambda may keep
     * @return how many bytes were consumed, or {@link #PAUSE} or {@link #ERROR}
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    long write(byte[] data) throws Exception;

    /** The form that returns nothing and consumes everything. */
    @FunctionalInterface
    interface All extends WriteCallback {

        /**
         * Takes all the bytes.
         *
         * @param data a copy that the lambda may keep
         * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
         */
        void accept(byte[] data) throws Exception;

        @Override
        default long write(byte[] data) throws Exception {
            accept(data);
            return data.length;
        }
    }

    /** The form without a copy: the buffer is libcurl's own memory and dies with the call. */
    @FunctionalInterface
    interface View extends WriteCallback {

        /**
         * Takes some bytes; fits {@code WritableByteChannel::write}.
         *
         * @param data read-only; using it after the call throws {@link IllegalStateException}
         * @return how many bytes were consumed, or {@link #PAUSE} or {@link #ERROR}
         * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
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
         * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
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
     * {@return the lambda itself, taken as the counting form}
     *
     * @param callback a lambda or method reference whose number counts
     */
    static WriteCallback counted(WriteCallback callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /**
     * {@return the lambda as a counting callback without a copy, as in {@code view(channel::write)}}
     *
     * @param callback what takes the bytes and returns how many it took
     */
    static WriteCallback view(View callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /**
     * {@return the lambda as a callback without a copy that consumes everything}
     *
     * <p>It has a name of its own because Java would prefer it to {@link #view(View)} for {@code channel::write}, and
     * what a channel did not take would be lost without a word.
     *
     * @param callback what takes the bytes
     */
    static WriteCallback viewAll(ViewAll callback) {
        return Objects.requireNonNull(callback, "callback");
    }

    /**
     * {@return a callback that writes everything to a stream, through one array that it uses again and again}
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
