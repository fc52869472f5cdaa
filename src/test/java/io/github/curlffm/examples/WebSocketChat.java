package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.WaitFd;
import io.github.curlffm.WebSocket;
import io.github.curlffm.WsFrame;
import io.github.curlffm.option.WsFlag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Says something over a WebSocket, waits for the answer, and so on. */
public final class WebSocketChat {

    private WebSocketChat() {}

    /** Connects to the first argument, says the others, and shows what is answered. */
    public static void main(String[] args) throws CurlException, CurlMultiException {
        String url = args[0];
        List<String> lines = Arrays.asList(args).subList(1, args.length);
        // begin
        try (var curl = new Easy()) {
            curl.set(URL, url).set(CONNECT_ONLY, 2).perform(); // 2: connect, and become a WebSocket
            var socket = new WebSocket(curl);
            for (String line : lines) {
                socket.send(line);
                System.out.println(line + " -> " + message(curl, socket));
            }
            socket.close(1000, "that was all");
        }
        // end
    }

    /** {@return the next message, whose frames may come in pieces and with control frames in between} */
    private static String message(Easy curl, WebSocket socket) throws CurlException, CurlMultiException {
        ByteBuffer message = ByteBuffer.allocate(65536);
        while (true) {
            int begin = message.position();
            WsFrame frame = socket.recv(message);
            if (frame == null) {
                awaitData(curl);
            } else if (!frame.is(WsFlag.TEXT)) {
                message.position(begin);
            } else if (frame.bytesLeft() == 0 && !frame.is(WsFlag.CONT)) {
                return StandardCharsets.UTF_8.decode(message.flip()).toString();
            }
        }
    }

    private static void awaitData(Easy curl) throws CurlMultiException {
        var socket = new WaitFd(curl.get(ACTIVESOCKET), Set.of(WaitFd.Event.IN));
        try (var multi = new Multi()) {
            multi.poll(Duration.ofSeconds(10), socket);
        }
    }
}
