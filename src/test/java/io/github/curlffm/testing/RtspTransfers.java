package io.github.curlffm.testing;

import static io.github.curlffm.option.Option.RTSP_REQUEST;
import static io.github.curlffm.option.Option.RTSP_STREAM_URI;
import static io.github.curlffm.option.Option.RTSP_TRANSPORT;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.option.RtspRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;

/** An RTSP server that sends three packets during PLAY, the last one longer than libcurl's buffer. */
public abstract class RtspTransfers {

    protected static final byte[] FIRST = RtspScript.packet(0, "one".getBytes());
    protected static final byte[] SECOND = RtspScript.packet(1, new byte[] {0, '$', 1, -1, '\r', '\n'});
    protected static final byte[] THIRD = RtspScript.packet(0, noise(50_000));

    protected final RtspScript script = new RtspScript(List.of(FIRST, SECOND, THIRD));
    protected WireServer server;
    protected final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void startServer() {
        Needs.protocol("rtsp");
        server = new WireServer(script);
    }

    /** Begins a session; the next request is PLAY. */
    protected Easy session(Easy easy) throws IOException {
        String uri = server.url("rtsp", "/film");
        easy.set(URL, uri)
                .set(RTSP_STREAM_URI, uri)
                .set(RTSP_TRANSPORT, "RTP/AVP/TCP;unicast;interleaved=0-1")
                .set(WRITEFUNCTION, body::writeBytes)
                .set(RTSP_REQUEST, RtspRequest.SETUP)
                .perform();
        return easy.set(RTSP_REQUEST, RtspRequest.PLAY);
    }
}
