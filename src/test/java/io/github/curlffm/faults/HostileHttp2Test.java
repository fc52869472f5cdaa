package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.HTTP_VERSION;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.Easy;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HTTP/2 frames that end streams and connections at the wrong time, too often, or out of the blue. */
@Tag("slow")
class HostileHttp2Test {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PUSH_PROMISE = 5;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;

    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int MANY = 2_000;
    private static final int RANDOM_ONES = 60;

    /** In HPACK: {@code :status: 200}. */
    private static final byte[] STATUS = {(byte) 0x88};

    private final WireServer server = new WireServer();
    private final Hostile hostile = new Hostile();

    @BeforeEach
    void http2() {
        Needs.feature("HTTP2");
    }

    private static byte[] frame(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] reset(int stream, int code) {
        return frame(RST_STREAM, 0, stream, numbers(code));
    }

    private static byte[] goAway(int last, int code) {
        return frame(GOAWAY, 0, 0, numbers(last, code));
    }

    private static byte[] begun(int stream) {
        return frame(HEADERS, END_HEADERS, stream, STATUS);
    }

    private static byte[] times(int count, byte[] frame) {
        ByteBuffer all = ByteBuffer.allocate(count * frame.length);
        while (all.hasRemaining()) {
            all.put(frame);
        }
        return all.array();
    }

    /** Answers what opens the connection with settings and these frames; then only listens. */
    private void says(byte[]... frames) throws Exception {
        server.serve(connection -> {
            connection.in().readNBytes(24 + 9);
            connection.write(frame(SETTINGS, 0, 0));
            for (byte[] frame : frames) {
                connection.write(frame);
            }
            connection.socket().shutdownOutput();
            connection.in().transferTo(ByteArrayOutputStream.nullOutputStream());
        });
        hostile.survives(this::download);
        hostile.survives(this::upload);
    }

    private void download(Easy easy) {
        easy.set(URL, server.url("http", "/")).set(HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE);
    }

    private void upload(Easy easy) {
        int[] left = {100};
        download(easy);
        easy.set(UPLOAD, true).set(READFUNCTION, buffer -> left[0]-- > 0 ? buffer.length : 0);
    }

    @Test
    void streamsAreReset() throws Exception {
        for (int code : new int[] {0, 1, 7, 8, 11, 13, -1}) {
            says(reset(1, code));
            says(begun(1), reset(1, code));
        }
        says(times(MANY, reset(1, 8)));
        says(begun(1), frame(DATA, 0, 1, new byte[100]), times(MANY, reset(1, 0)));
        says(reset(0, 0));
        says(reset(2, 0), reset(3, 0), reset(Integer.MAX_VALUE, 0));
    }

    @Test
    void theConnectionGoesAway() throws Exception {
        for (int code : new int[] {0, 1, 2, 11, 13, -1}) {
            says(goAway(0, code));
            says(goAway(1, code), begun(1));
            says(begun(1), frame(DATA, 0, 1, new byte[100]), goAway(0, code));
            says(goAway(Integer.MAX_VALUE, code), begun(1), frame(DATA, END_STREAM, 1, new byte[5]));
        }
        says(times(MANY, goAway(Integer.MAX_VALUE, 0)));
        says(goAway(1, 0), goAway(Integer.MAX_VALUE, 0), goAway(0, 0));
        says(frame(GOAWAY, 0, 0, new byte[16_384]));
        says(frame(GOAWAY, 0, 1, numbers(0, 0)), frame(GOAWAY, 0, 0, new byte[3]));
    }

    @Test
    void framesComeInFloods() throws Exception {
        says(times(MANY, frame(PING, 0, 0, new byte[8])));
        says(times(MANY, frame(SETTINGS, 0, 0)));
        says(times(MANY, frame(WINDOW_UPDATE, 0, 0, numbers(1))));
        says(frame(WINDOW_UPDATE, 0, 0, numbers(0)), frame(WINDOW_UPDATE, 0, 1, numbers(Integer.MAX_VALUE)));
        says(frame(HEADERS, 0, 1, STATUS), times(MANY, frame(CONTINUATION, 0, 1, new byte[0])));
        says(times(MANY, frame(DATA, 0, 1)), begun(1));
        says(begun(1), times(MANY, frame(DATA, 0, 1)), reset(1, 0));
        says(times(20, frame(PUSH_PROMISE, END_HEADERS, 1, numbers(2))));
        says(begun(1), times(20, begun(1)));
        says(frame(99, 255, 1, new byte[1000]), frame(SETTINGS, 1, 0, new byte[6]));
    }

    @Test
    void anythingInAnyOrder() throws Exception {
        for (int seed = 0; seed < RANDOM_ONES; seed++) {
            Random random = new Random(seed);
            List<byte[]> frames = new ArrayList<>();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                int type = random.nextInt(11);
                byte[] payload = new byte[random.nextInt(4) == 0 ? random.nextInt(300) : type == HEADERS ? 1 : 4];
                random.nextBytes(payload);
                if (type == HEADERS && random.nextInt(3) > 0) {
                    payload = STATUS;
                }
                frames.add(frame(type, random.nextInt(3) == 0 ? random.nextInt(256) : 4, random.nextInt(4), payload));
            }
            says(frames.toArray(byte[][]::new));
        }
    }
}
