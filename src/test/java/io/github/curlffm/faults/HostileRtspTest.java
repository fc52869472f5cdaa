package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.RTSP_REQUEST;
import static io.github.curlffm.option.Option.RTSP_STREAM_URI;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.Easy;
import io.github.curlffm.option.RtspRequest;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RTP packets whose length says something else than what comes, between, in and instead of answers. */
@Tag("slow")
class HostileRtspTest {

    private static final String ANSWER = "RTSP/1.0 200 OK\r\nCSeq: 1\r\nSession: 1\r\n";
    private static final String END = "\r\n";
    private static final int RANDOM_ONES = 60;

    private final WireServer server = new WireServer();
    private final Hostile hostile = new Hostile();

    @BeforeEach
    void rtsp() {
        Needs.protocol("rtsp");
    }

    private static String packet(int channel, int length, int bytes) {
        return "$" + (char) channel + (char) (length >> 8) + (char) (length & 0xff) + "x".repeat(bytes);
    }

    private void says(String... pieces) throws Exception {
        server.serve(connection -> {
            while (connection.readHead() != null) {
                for (String piece : pieces) {
                    connection.write(piece);
                }
                connection.socket().shutdownOutput();
            }
        });
        hostile.survives(this::play);
    }

    private void play(Easy easy) {
        String uri = server.url("rtsp", "/film");
        easy.set(URL, uri).set(RTSP_STREAM_URI, uri).set(RTSP_REQUEST, RtspRequest.OPTIONS);
    }

    private static List<String> odd() {
        List<String> odd = new ArrayList<>();
        for (int length : new int[] {0, 1, 2, 65_535}) {
            odd.add(packet(0, length, length));
            odd.add(packet(0, length, length / 2));
            odd.add(packet(255, length, length + 1));
            odd.add(packet(1, length, 0));
        }
        odd.add("$");
        odd.add("$\0");
        odd.add("$\0\0");
        odd.add("$$$$$$$$");
        odd.add("$\0\0\0".repeat(5_000));
        return odd;
    }

    @Test
    void beforeAnAnswer() throws Exception {
        for (String packet : odd()) {
            says(packet, ANSWER + END);
        }
    }

    @Test
    void afterAnAnswer() throws Exception {
        for (String packet : odd()) {
            says(ANSWER + END + packet);
        }
    }

    @Test
    void inAHeadAndInABody() throws Exception {
        for (String packet : odd()) {
            says("RTSP/1.0 200 OK\r\n" + packet + "CSeq: 1\r\n" + END);
            says(ANSWER + "Content-Length: 100\r\n" + END + "x".repeat(10) + packet);
        }
    }

    @Test
    void bodiesOfImpossibleLengths() throws Exception {
        for (String length : List.of("-1", "0", "99999999999999999999", "9223372036854775807", "x", "1, 2")) {
            says(ANSWER + "Content-Length: " + length + END + END + packet(0, 3, 3) + packet(0, 65_535, 100));
        }
    }

    @Test
    void anythingInAnyOrder() throws Exception {
        List<String> parts = new ArrayList<>(odd());
        parts.addAll(
                List.of(ANSWER, END, "Content-Length: 5\r\n", "Content-Length: 70000\r\n", "RTSP/1.0 ", "\n", "x"));
        for (int seed = 0; seed < RANDOM_ONES; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                byte[] part = parts.get(random.nextInt(parts.size())).getBytes(StandardCharsets.ISO_8859_1);
                all.write(part, 0, random.nextInt(4) == 0 ? random.nextInt(part.length + 1) : part.length);
            }
            String bytes = all.toString(StandardCharsets.ISO_8859_1);
            int cut = random.nextInt(bytes.length() + 1);
            says(bytes.substring(0, cut), bytes.substring(cut));
        }
    }
}
