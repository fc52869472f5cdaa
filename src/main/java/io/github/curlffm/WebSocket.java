package io.github.curlffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.c.WsFrameStruct;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.PrivateMulti;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.NativeLibrary;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.WsFlag;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * The WebSocket side of an easy handle whose URL begins with {@code ws:} or {@code wss:}.
 *
 * <p>There are two ways to use it. With {@code CONNECT_ONLY} set to 2, {@code perform} returns when the connection is
 * established; then {@link #send} and {@link #recv} exchange frames, without waiting or,
 * with a {@code Duration}, waiting for a frame. Without it, {@code perform} runs
 * until the connection ends; the {@code WRITEFUNCTION} gets the data, {@link #meta} tells their frame, and
 * {@link #send} may reply.
 *
 * <p>libcurl (8.23 and before) does not check the server's {@code Sec-WebSocket-Accept}. {@code CurlHttpClient} does.
 *
 * <p>It works as long as its easy handle is open. Since libcurl 7.86.0; most builds have it since 8.11.0.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-ws.html">libcurl-ws</a>
 */
public final class WebSocket {

    private static final int CLOSE_CODE_BYTES = 2;
    private static final int FIRST_STATUS = 1000;
    private static final int LAST_STATUS = 4999;
    private static final int LONGEST_REASON = 123;
    private static final long NOT_NOW = -1;

    private final Easy easy;

    /**
     * Makes the WebSocket side of a handle.
     *
     * @param easy the handle
     * @throws UnsupportedOperationException if the loaded libcurl does not support WebSockets
     */
    public WebSocket(Easy easy) {
        this.easy = Objects.requireNonNull(easy, "easy");
        Library.require("curl_ws_send", "7.86.0");
        if (!VersionInfo.current().protocols().contains("ws")) { // the functions are there, and only refuse
            throw new UnsupportedOperationException("libcurl " + Library.version() + " (" + NativeLibrary.name()
                    + ") was built without WebSocket, which became a part of most builds with libcurl 8.11.0");
        }
    }

    /**
     * Sends a text message. If the connection cannot take all of it now, only its beginning is sent. Use
     * {@link #send(ByteBuffer, Set)} for long messages, and call it again with the rest.
     *
     * @param text the text
     * @return the number of sent bytes; fewer than all if the connection cannot take more now
     * @throws CurlException if this fails
     */
    public long send(String text) throws CurlException {
        return send(ByteBuffer.wrap(Text.UTF_8.data(text, Text.refusal("a message", text))), Set.of(WsFlag.TEXT));
    }

    /**
     * Sends a frame.
     *
     * @param data the bytes to send, from its position; the position advances by the number of sent bytes
     * @param flags the kind of frame: {@link WsFlag#TEXT}, {@link WsFlag#BINARY}, {@link WsFlag#PING}, ...; with
     *     {@link WsFlag#CONT} if more frames of the message follow
     * @return the number of sent bytes; fewer than all if the connection cannot take more now. -1 if there are none, and
     *     the connection cannot take the frame now
     * @throws CurlException if this fails
     * @see <a href="https://curl.se/libcurl/c/curl_ws_send.html">curl_ws_send</a>
     */
    public long send(ByteBuffer data, Set<WsFlag> flags) throws CurlException {
        return send(data, flags, 0);
    }

    /**
     * Sends a part of a frame.
     *
     * @param data the bytes to send, from its position; the position advances by the number of sent bytes
     * @param flags the kind of frame, with {@link WsFlag#OFFSET}
     * @param frameSize the length of the whole frame in bytes for its first part, 0 for the other parts
     * @return the number of sent bytes; fewer than all if the connection cannot take more now
     * @throws CurlException if this fails
     */
    public long send(ByteBuffer data, Set<WsFlag> flags, long frameSize) throws CurlException {
        try (Easy.Use _ = easy.enter();
                Arena arena = Arena.ofConfined()) {
            ByteBuffer now = data.duplicate(); // another thread may change the buffer
            MemorySegment source = MemorySegment.ofBuffer(now);
            MemorySegment bytes = arena.allocate(Math.max(1, source.byteSize()));
            bytes.copyFrom(source);
            MemorySegment sent = arena.allocate(JAVA_LONG);
            int bits = (int) Constant.bits(flags);
            boolean isInCallback = easy.core().isInLibcurl();
            int code = easy.call(
                    () -> curl_ffm_h.curl_ws_send(easy.pointer(), bytes, source.byteSize(), sent, frameSize, bits));
            boolean isAgain = isAgain(code);
            // In a callback it waits until all is sent, which not every libcurl counts.
            long count = !isAgain && isInCallback ? source.byteSize() : sent.get(JAVA_LONG, 0);
            data.position(now.position() + (int) count);
            return isAgain && source.byteSize() == 0 ? NOT_NOW : count;
        }
    }

    /** {@return whether a call would have to wait} Throws the exception of other failures. */
    private boolean isAgain(int code) throws CurlException {
        boolean again = code == CurlCode.AGAIN.number();
        easy.finish(again ? CurlCode.OK.number() : code);
        return again;
    }

    /**
     * Sends a close frame.
     *
     * @param status the status code, from 1000 to 4999; 1000 is a normal end
     * @param reason a human-readable text of at most 123 bytes in UTF-8
     * @return the number of sent bytes
     * @throws IllegalArgumentException if the status is out of range or the reason is too long
     * @throws CurlException if this fails
     */
    public long close(int status, String reason) throws CurlException {
        byte[] words = Text.UTF_8.data(reason, Text.refusal("the reason", reason));
        if (status < FIRST_STATUS || status > LAST_STATUS || words.length > LONGEST_REASON) {
            throw new IllegalArgumentException("a close frame has a status from " + FIRST_STATUS + " to " + LAST_STATUS
                    + " and at most " + LONGEST_REASON + " bytes of words, not " + status + " and " + words.length);
        }
        ByteBuffer data = ByteBuffer.allocate(CLOSE_CODE_BYTES + words.length);
        data.putShort((short) status).put(words).flip();
        return send(data, Set.of(WsFlag.CLOSE));
    }

    /**
     * Receives a piece of a frame. It does not wait.
     *
     * @param buffer the buffer for the bytes, from its position; the position advances by the number of received bytes.
     *     An empty buffer only asks which frame comes next
     * @return the frame that the piece belongs to, or null if there is no data now
     * @throws CurlException if this fails; with {@link CurlCode#GOT_NOTHING} if the peer has closed the connection
     * @see <a href="https://curl.se/libcurl/c/curl_ws_recv.html">curl_ws_recv</a>
     */
    public WsFrame recv(ByteBuffer buffer) throws CurlException {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("recv() needs a buffer that can be written to");
        }
        try (Easy.Use _ = easy.enter();
                Arena arena = Arena.ofConfined()) {
            ByteBuffer now = buffer.duplicate(); // another thread may change the buffer
            int room = now.remaining();
            MemorySegment bytes = arena.allocate(Math.max(1, room));
            MemorySegment received = arena.allocate(JAVA_LONG);
            MemorySegment meta = arena.allocate(ADDRESS);
            int code = easy.call(() -> curl_ffm_h.curl_ws_recv(easy.pointer(), bytes, room, received, meta));
            if (isAgain(code)) {
                return null;
            }
            now.put(bytes.asSlice(0, received.get(JAVA_LONG, 0)).asByteBuffer());
            buffer.position(now.position());
            return frame(meta.get(ADDRESS, 0));
        }
    }

    /**
     * Receives a piece of a frame, and waits for it. A virtual thread parks meanwhile. Like {@link Easy#perform}, the
     * waiting is ended by {@link Easy#abort} and by an interrupt of the thread, which stays interrupted.
     *
     * @param buffer the buffer for the bytes, from its position, as for {@link #recv(ByteBuffer)}
     * @param timeout how long to wait at the most
     * @return the frame that the piece belongs to, or null if the time is over
     * @throws CurlException if this fails; with {@link CurlCode#GOT_NOTHING} if the peer has closed the connection, and with
     *     {@link CurlCode#ABORTED_BY_CALLBACK} if the waiting was ended
     * @throws IllegalStateException if called from inside a callback of the handle
     */
    public WsFrame recv(ByteBuffer buffer, Duration timeout) throws CurlException {
        Waiting waiting = new Waiting(timeout);
        try (Easy.Use _ = easy.enterOutsideCallbacks("recv() with a timeout")) {
            WsFrame frame = recv(buffer);
            while (frame == null && awaitInput(waiting.leftNanos())) {
                frame = recv(buffer);
            }
            return frame;
        }
    }

    /**
     * {@return whether the socket of the handle, which is connected, can be read} If not, the time is over.
     *
     * @throws CurlException if it cannot be waited for, or the waiting was ended from outside
     */
    private boolean awaitInput(long mostNanos) throws CurlException {
        PrivateMulti own = easy.resources.privateMulti(easy.state);
        try {
            boolean ready = mostNanos > 0 && own.awaitInput(connectedSocket(), mostNanos);
            if (!ready && mostNanos > 0 && own.stopped() != null) {
                throw EasyHandle.failure(own.stopped());
            }
            return ready;
        } catch (CurlException e) {
            throw e;
        } catch (IOException e) {
            throw new CallbackException(CurlCode.RECV_ERROR.number(), "", e);
        }
    }

    private int connectedSocket() throws CurlException {
        Long socket = easy.get(Info.ACTIVESOCKET);
        if (socket == null) {
            throw new CurlException(CurlCode.UNSUPPORTED_PROTOCOL.number(), "the handle is not connected");
        }
        return Sockets.descriptor(socket);
    }

    /**
     * {@return the frame of the data that the {@code WRITEFUNCTION} has got, or null outside a {@code WRITEFUNCTION}}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_ws_meta.html">curl_ws_meta</a>
     */
    public WsFrame meta() {
        return easy.whileOpen(() -> frame(curl_ffm_h.curl_ws_meta(easy.pointer())));
    }

    /**
     * Begins a frame. The {@code READFUNCTION} gives its data. Since libcurl 8.16.0.
     *
     * @param flags the kind of frame
     * @param length the length of the frame in bytes
     * @throws CurlException if this fails
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @see <a href="https://curl.se/libcurl/c/curl_ws_start_frame.html">curl_ws_start_frame</a>
     */
    public void startFrame(Set<WsFlag> flags, long length) throws CurlException {
        Library.require("curl_ws_start_frame", "8.16.0");
        try (Easy.Use _ = easy.enter()) {
            int bits = (int) Constant.bits(flags);
            easy.finish(easy.call(() -> curl_ffm_h.curl_ws_start_frame(easy.pointer(), bits, length)));
        }
    }

    private static WsFrame frame(MemorySegment pointer) {
        if (pointer.address() == 0) {
            return null;
        }
        WsFrameStruct frame = WsFrameStruct.read(pointer);
        return new WsFrame(
                Constant.setOf(WsFlag.class, frame.flags()), frame.offset(), frame.bytesLeft(), frame.length());
    }
}
