package io.github.curlffm;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.PrivateMulti;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.EasyState.BodyTaker;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Info;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;

/** The transfers of an easy handle, and what can be done while one is under way. */
abstract sealed class TransferringEasy extends SettableEasy permits Easy {

    /** What an {@link EventLoop} does with this. */
    private volatile TransferFuture inLoop;

    TransferringEasy(MemorySegment self) {
        super(self);
    }

    /** {@return the transfer that an {@link EventLoop} does with this, or null} */
    final TransferFuture inLoop() {
        return inLoop;
    }

    final void inLoop(TransferFuture begun) {
        inLoop = begun;
    }

    /**
     * Does the transfer. Returns when it is done.
     *
     * @throws CallbackException if a callback threw an exception, which is the cause
     * @throws CurlException if the transfer failed
     * @throws IllegalStateException if called from inside a callback of this handle, or if the handle is closed, in use
     *     by another thread, in a {@link Multi}, or has an open stream
     * @see <a href="https://curl.se/libcurl/c/curl_easy_perform.html">curl_easy_perform</a>
     */
    public void perform() throws CurlException {
        try (Use _ = enterOutsideCallbacks("perform()")) {
            transfer("perform()", null);
        }
    }

    private void transfer(String method, BodyTaker taker) throws CurlException {
        beginTransfer(method);
        try {
            leavePrivateMulti(); // by which libcurl ends what a wildcard has begun
            options.beforeTransfer();
            state.taker(taker);
            transfer();
        } finally {
            state.taker(null);
            options.afterTransfer();
        }
    }

    private void beginTransfer(String method) {
        refuseInMulti(method);
        refuseWhileStreaming(method);
        resources.clearErrorMessage();
    }

    /**
     * Does the transfer like {@link #perform}, and returns the body. A {@code WRITEFUNCTION} that is set is not called; it
     * stays set for the next {@code perform}.
     *
     * <pre>{@code
     * byte[] image = curl.set(URL, "https://www.example.com/image.png").performBytes();
     * }</pre>
     *
     * @return the body; an empty array if there is none
     * @throws CallbackException if a callback threw an exception, which is the cause
     * @throws CurlException if the transfer failed, or if the body is longer than an array can be, about 2 GiB
     * @throws IllegalStateException if called from inside a callback of this handle, or if the handle is closed, in use
     *     by another thread, in a {@link Multi}, or has an open stream
     */
    public byte[] performBytes() throws CurlException {
        try (Use _ = enterOutsideCallbacks("performBytes()")) {
            return body("performBytes()");
        }
    }

    /**
     * Does the transfer like {@link #perform}, and returns the body as a string. Its charset is that of the response's
     * {@code Content-Type}. If that has none, or one that Java does not know, it is the {@linkplain #charset() charset} of
     * this handle, by default UTF-8. A byte that cannot be decoded becomes two noncharacters, as in all strings of the
     * handle. A {@code WRITEFUNCTION} that is set is not called; it stays set for the next {@code perform}.
     *
     * <pre>{@code
     * String page = curl.set(URL, "https://www.example.com/").performString();
     * }</pre>
     *
     * @return the body; the empty string if there is none
     * @throws CallbackException if a callback threw an exception, which is the cause
     * @throws CurlException if the transfer failed, or if the body is longer than an array can be, about 2 GiB
     * @throws IllegalStateException if called from inside a callback of this handle, or if the handle is closed, in use
     *     by another thread, in a {@link Multi}, or has an open stream
     */
    public String performString() throws CurlException {
        try (Use _ = enterOutsideCallbacks("performString()")) {
            byte[] body = body("performString()");
            return state.text().or(ContentType.charset(get(Info.CONTENT_TYPE))).string(body);
        }
    }

    private byte[] body(String method) throws CurlException {
        BodyBytes body = new BodyBytes(() -> get(Info.CONTENT_LENGTH_DOWNLOAD_T));
        try {
            transfer(method, body);
        } catch (CurlException e) {
            throw body.isTooLong() && e.getCause() == null ? body.tooLong() : e;
        }
        return body.toByteArray();
    }

    /**
     * Begins the transfer, and returns the body as a stream. It returns when the header of the last response is complete,
     * so that {@code get} and {@code headers} tell about it; with other protocols than HTTP, when there are data. The
     * stream's {@code read} does the rest of the transfer, on the thread that calls it. What is not read yet stays with the
     * server: there is never more here than one piece of the body, at most 16 KiB as a rule. But {@code file:} cannot be
     * paused: a file is read in whole.
     *
     * <pre>{@code
     * try (InputStream body = curl.set(URL, "https://www.example.com/").open()) {
     *     if (curl.get(RESPONSE_CODE) == 200) {
     *         body.transferTo(System.out);
     *     }
     * }
     * }</pre>
     *
     * <p>The stream's methods throw
     *
     * <ul>
     *   <li>{@link CurlException} if the transfer fails, and {@link CallbackException} if a callback throws, after what came
     *       before that was read; each time again
     *   <li>{@link InterruptedIOException} if the thread is interrupted, which ends the transfer; the interrupt status stays
     *       set
     *   <li>{@link java.io.IOException} if the stream or this handle is closed
     *   <li>{@link IllegalStateException} if called from inside a callback of this handle, or while another thread uses the
     *       handle or its stream. One thread after the other may read
     * </ul>
     *
     * <p>{@code available} returns the number of bytes that can be read without waiting for the server; {@code close}
     * before the end ends the transfer, whose connection is not used again.
     *
     * <p>Until the end was read, or the stream is closed, the handle is in use: only the options can be changed that can be
     * changed {@linkplain Easy in a callback}. {@code perform}, {@code performBytes}, {@code performString}, {@code open},
     * {@code duplicate}, {@code reset}, {@code send}, {@code recv} and {@link Multi#add} throw
     * {@link IllegalStateException}. {@link #close} ends the transfer. The other callbacks are called inside {@code open}
     * and {@code read}. Time between two reads counts for {@code TIMEOUT}. A {@code WRITEFUNCTION} that is set is not
     * called; it stays set for the next {@code perform}.
     *
     * @return the body; close it
     * @throws CallbackException if a callback threw an exception, which is the cause
     * @throws CurlException if the transfer has failed already, and there is nothing to read
     * @throws IllegalStateException if called from inside a callback of this handle, or if the handle is closed, in use
     *     by another thread, in a {@link Multi}, or has an open stream
     */
    public InputStream open() throws CurlException {
        try (Use _ = enterOutsideCallbacks("open()")) {
            beginTransfer("open()");
            BodyStream body = new BodyStream(easy(), resources.privateMulti(state));
            body.begin();
            return body;
        }
    }

    /**
     * Uploads a file: sets {@code UPLOAD}, {@code READFUNCTION}, {@code SEEKFUNCTION} and {@code INFILESIZE_LARGE} together,
     * so that libcurl can send it again, after a redirect, a login or on a new connection. Each transfer opens the file,
     * sends it from its beginning and closes it. With HTTP it is a {@code PUT}; for a {@code POST}, set {@code POST} to true
     * afterwards. Another {@code READFUNCTION} ends it.
     *
     * <pre>{@code
     * curl.set(URL, "https://www.example.com/report.pdf").upload(Path.of("report.pdf")).perform();
     * }</pre>
     *
     * @param file the file, as long as it is now: if it is shorter when it is sent, the transfer fails with an
     *     {@link java.io.EOFException}
     * @return this handle
     * @throws IOException if there is no such file, or its size cannot be read
     * @throws IllegalStateException if the handle is closed, in use, or in a {@link Multi}
     */
    public Easy upload(Path file) throws IOException {
        refuseClosed();
        return upload(UploadData.of(file));
    }

    /**
     * Uploads the bytes of a channel from its current position to its end, like {@link #upload(Path)}. The position of the
     * channel stays as it is, and nothing closes the channel.
     *
     * @param channel the channel, open until the transfer is done
     * @return this handle
     * @throws IOException if the position or the size of the channel cannot be read
     * @throws IllegalStateException if the handle is closed, in use, or in a {@link Multi}
     */
    public Easy upload(FileChannel channel) throws IOException {
        refuseClosed();
        return upload(UploadData.of(channel));
    }

    /**
     * Uploads bytes, like {@link #upload(Path)}. They are not copied.
     *
     * @param data the bytes, which must not change until the transfer is done
     * @return this handle
     * @throws IllegalStateException if the handle is closed, in use, or in a {@link Multi}
     */
    public Easy upload(byte[] data) {
        return upload(ByteBuffer.wrap(data));
    }

    /**
     * Uploads the bytes of a buffer from its position to its limit, like {@link #upload(Path)}. They are not copied, and
     * the buffer's position stays as it is.
     *
     * @param data the bytes, which must not change until the transfer is done
     * @return this handle
     * @throws IllegalStateException if the handle is closed, in use, or in a {@link Multi}
     */
    public Easy upload(ByteBuffer data) {
        return upload(UploadData.of(data));
    }

    private Easy upload(UploadData data) {
        return whileOpen(() -> {
            options.upload(data);
            return easy();
        });
    }

    /**
     * Ends the running {@link #perform}, which throws {@link CurlException} with the code
     * {@link CurlCode#ABORTED_BY_CALLBACK}. So do {@link #performBytes} and {@link #performString}, and the next
     * {@code read} of the stream that {@link #open} returned, and the future of an {@link EventLoop}. If no transfer is running, this does nothing, and does not
     * affect the next one. Any thread may call this method, and also a callback of the handle.
     *
     * <p>It does not wait for the end. The transfer ends at once, but not before a callback that is running returns. Its
     * connection is not used again. {@linkplain Thread#interrupt Interrupting} the thread does the same. A transfer in a
     * {@link Multi} is ended by {@link Multi#remove}.
     */
    public void abort() {
        TransferFuture its = inLoop;
        if (its != null) {
            its.abort();
        }
        PrivateMulti own = resources.privateMulti();
        if (own != null) {
            own.abort();
        }
        Reference.reachabilityFence(this);
    }

    /**
     * Pauses both directions of the running transfer. It works inside a callback, between two reads of an open stream and,
     * in a {@link Multi}, between two steps.
     *
     * @return this handle
     * @throws CurlException if libcurl refuses, for example because no transfer is running
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy pause() throws CurlException {
        pauseBits(EasyHandle.PAUSE_ALL);
        return easy();
    }

    /**
     * Pauses the given directions of the running transfer <b>and resumes the others</b>, even if a callback has paused
     * them: the set is the new state. It works where {@link #pause()} works.
     *
     * <pre>{@code
     * curl.pause(Set.of(Direction.SEND)); // receives again; the READFUNCTION, which has nothing yet, is not called
     * }</pre>
     *
     * @param directions the directions that are paused from now on; the empty set resumes both
     * @return this handle
     * @throws CurlException if libcurl refuses, for example because no transfer is running; or for the reasons of
     *     {@link #resume}
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy pause(Set<Easy.Direction> directions) throws CurlException {
        pauseBits((int) Constant.bits(directions));
        return easy();
    }

    /**
     * Resumes both directions of a paused transfer. Waiting data may be delivered during this call. It works where
     * {@link #pause()} works. A {@code READFUNCTION} that returned {@code PAUSE} is called again, even if it still has
     * no data; to resume receiving only, use {@link #pause(Set)} with {@link Easy.Direction#SEND}.
     *
     * @return this handle
     * @throws CurlException if libcurl refuses, or a callback that runs during this call throws; in a {@link Multi} an
     *     exception of a callback of this handle is in the transfer's {@link Message} instead, and that of a transfer with
     *     an open stream is thrown by the stream
     * @see <a href="https://curl.se/libcurl/c/curl_easy_pause.html">curl_easy_pause</a>
     */
    public Easy resume() throws CurlException {
        pauseBits(0);
        return easy();
    }

    /**
     * Keeps idle connections alive, for example by an HTTP/2 PING frame. Since libcurl 8.10.0.
     *
     * @throws CurlException if libcurl refuses
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_easy_upkeep.html">curl_easy_upkeep</a>
     */
    public void upkeep() throws CurlException {
        try (Use _ = enterOutsideCallbacks("upkeep()")) {
            if (!Library.isAtLeast(
                    "8.10.0")) { // it would look for connections of curl_easy_perform alone, and find none
                throw Library.tooOld("upkeep() that finds the connections", "8.10.0");
            }
            finish(call(() -> curl_ffm_h.curl_easy_upkeep(pointer())));
        }
    }
}
