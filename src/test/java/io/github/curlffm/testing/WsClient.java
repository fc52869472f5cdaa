package io.github.curlffm.testing;

import static io.github.curlffm.option.Info.ACTIVESOCKET;
import static io.github.curlffm.option.Option.CONNECT_ONLY;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Sockets;
import io.github.curlffm.WaitFd;
import io.github.curlffm.WebSocket;
import io.github.curlffm.WsFrame;
import io.github.curlffm.option.WsFlag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** A WebSocket that is only connected, and waits where libcurl does not. */
public final class WsClient implements AutoCloseable {

    /** A piece of a frame. */
    public record Piece(WsFrame frame, String text) {}

    private static final int CONNECT_AND_UPGRADE = 2;
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    public final Easy easy = new Easy();
    public final WebSocket socket = new WebSocket(easy);

    /** Connects, with the options that the handle has. */
    public WsClient connect(String url) throws CurlException {
        easy.set(URL, url).set(CONNECT_ONLY, CONNECT_AND_UPGRADE).perform();
        return this;
    }

    /** Receives what comes next. */
    public WsFrame receive(ByteBuffer buffer) throws IOException {
        WsFrame frame = socket.recv(buffer, ENOUGH);
        if (frame == null) {
            throw new AssertionError("nothing came");
        }
        return frame;
    }

    /** {@return what comes next, at most that many bytes of it} */
    public Piece receive(int room) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(room);
        WsFrame frame = receive(buffer);
        return new Piece(frame, new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
    }

    /** {@return what comes next} */
    public Piece receive() throws IOException {
        return receive(4096);
    }

    /** Sends all of it, and {@return by how many calls}. */
    public int sendAll(ByteBuffer data, WsFlag... flags) throws IOException {
        int calls = 0;
        do {
            if (calls++ > 0) {
                Set<WaitFd.Event> happened = Sockets.await(easy.get(ACTIVESOCKET), Set.of(WaitFd.Event.OUT), ENOUGH);
                if (happened.isEmpty()) {
                    throw new AssertionError("nothing goes");
                }
            }
            socket.send(data, Set.of(flags));
        } while (data.hasRemaining());
        return calls;
    }

    @Override
    public void close() {
        easy.close();
    }
}
