package io.github.curlffm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script for {@link WireServer} that speaks RTSP and interleaves RTP packets with its answers. */
public final class RtspScript implements WireServer.Script {

    /** The id of every session. */
    public static final String SESSION = "4711-abc";

    /** What DESCRIBE answers. */
    public static final String DESCRIPTION = "v=0\r\ns=a film\r\n";

    private static final Pattern CSEQ = Pattern.compile("(?m)^CSeq: (\\d+)$");

    private final List<byte[]> packets;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile WireServer.Connection connection;

    /** A script that sends packets before it answers PLAY, each in two writes. */
    public RtspScript(List<byte[]> packets) {
        this.packets = packets;
    }

    /** {@return an RTP packet with the header that tells it from an answer} */
    public static byte[] packet(int channel, byte[] payload) {
        return ByteBuffer.allocate(4 + payload.length)
                .put((byte) '$')
                .put((byte) channel)
                .putShort((short) payload.length)
                .put(payload)
                .array();
    }

    /** {@return the heads of the requests so far} */
    public List<String> requests() {
        return requests;
    }

    /** Sends packets of its own accord, all in one write, over the newest connection. */
    public void send(byte[]... unasked) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(unasked).mapToInt(packet -> packet.length).sum());
        for (byte[] packet : unasked) {
            all.put(packet);
        }
        connection.write(all.array());
    }

    @Override
    public void run(WireServer.Connection connection) throws IOException {
        this.connection = connection;
        connection.socket().setTcpNoDelay(true);
        for (String head; (head = connection.readHead()) != null; ) {
            requests.add(head);
            String method = head.substring(0, head.indexOf(' '));
            if (method.equals("PLAY")) {
                for (byte[] packet : packets) {
                    int middle = packet.length / 2;
                    connection.write(Arrays.copyOf(packet, middle));
                    connection.write(Arrays.copyOfRange(packet, middle, packet.length));
                }
            }
            connection.write("RTSP/1.0 200 OK\r\nCSeq: " + cseq(head) + "\r\n" + answer(method));
        }
    }

    private static String cseq(String head) {
        Matcher matcher = CSEQ.matcher(head);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a request without CSeq: " + head);
        }
        return matcher.group(1);
    }

    private static String answer(String method) {
        return switch (method) {
            case "OPTIONS" -> "Public: DESCRIBE, SETUP, PLAY\r\n\r\n";
            case "DESCRIBE" ->
                "Content-Type: application/sdp\r\nContent-Length: " + DESCRIPTION.length() + "\r\n\r\n" + DESCRIPTION;
            case "SETUP" ->
                "Session: " + SESSION + ";timeout=60\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            default -> "Session: " + SESSION + "\r\n\r\n";
        };
    }
}
