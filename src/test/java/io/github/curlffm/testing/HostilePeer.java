package io.github.curlffm.testing;

import io.github.curlffm.testing.WireServer.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A server that does what servers should not: the first word of a path says what. */
public final class HostilePeer implements AutoCloseable {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final int FIRST_WORD_MS = 100;
    private static final int PATIENCE_MS = 1000;
    private static final int LONGEST_BODY = 1 << 16;

    /** Words for what a server may do, and keep the connection. */
    public static final List<String> FRIENDLY =
            List.of("fine", "fine", "none", "big", "trailers", "interim", "redirects");

    /** What is done with a request whose head and body have been read; whether the connection goes on. */
    @FunctionalInterface
    private interface Behaviour {
        boolean answer(Connection connection) throws IOException;
    }

    private static final Map<String, Behaviour> BEHAVIOURS = new LinkedHashMap<>();

    static {
        says("fine", OK + "Set-Cookie: a=b\r\nContent-Length: 4\r\n\r\nfine");
        says("none", "HTTP/1.1 204 No Content\r\n\r\n");
        says("big", OK + "Content-Length: 200000\r\n\r\n" + "0123456789".repeat(20_000));
        says("redirects", "HTTP/1.1 302 Found\r\nLocation: /redirects/on\r\nContent-Length: 0\r\n\r\n");
        says("astray", "HTTP/1.1 301 Moved\r\nLocation: ftp://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        says("nowhere", "HTTP/1.1 308 Moved\r\nLocation: http://[::\r\nContent-Length: 0\r\n\r\n");
        says("interim", "HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\n".repeat(30) + OK + "Content-Length: 0\r\n\r\n");
        says("trailers", CHUNKED + "4\r\nfine\r\n0\r\nT: 1\r\nT: 2\r\n\r\n");
        says("denied", "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"\0\r\nContent-Length: 2\r\n\r\nno");
        says("twolengths", OK + "Content-Length: 4\r\nContent-Length: 400\r\n\r\nfine");
        says("minus", OK + "Content-Length: -1\r\n\r\nfine");
        says("folded", OK + "A: b\r\n\tc\r\n d\r\n: e\r\nf\r\n\0: g\r\nContent-Length: 0\r\n\r\n");
        says("strict", OK + "Strict-Transport-Security: max-age=9\r\nAlt-Svc: h2=\":1\"\r\nContent-Length: 0\r\n\r\n");
        ends("truncate", OK + "Content-Length: 100\r\n\r\nfew");
        ends("silence", "");
        ends("zipped", OK + "Content-Encoding: gzip\r\n\r\n\037\213\b\0garbage garbage");
        ends("chunks", CHUNKED + "4\r\nfine\r\nzz\r\nno\r\n");
        ends("hugechunk", CHUNKED + "ffffffffffffffffff\r\nno\r\n");
        ends("manyheaders", OK + "X-Header: value\r\n".repeat(6000) + "\r\n");
        ends("hugeheader", OK + "X-Header: " + "x".repeat(400_000) + "\r\n\r\n");
        ends("too", "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\nHTTP/1.1 413 No\r\n\r\n");
        ends("upgrade", "HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\201\4fine\210");
        ends("old", "HTTP/0.9\r\n\r\nfine");
        BEHAVIOURS.put("garbage", connection -> {
            byte[] bytes = new byte[5000];
            new Random(7).nextBytes(bytes);
            connection.write(bytes);
            return false;
        });
        BEHAVIOURS.put("stall", connection -> {
            connection.write(OK + "Content-Length: 100\r\n\r\nbegun").readLine();
            return false;
        });
        BEHAVIOURS.put("stallinhead", connection -> {
            connection.write("HTTP/1.1 200 OK\r\nA:").readLine();
            return false;
        });
        BEHAVIOURS.put("reset", connection -> reset(connection.write(OK + "Content-Length: 100\r\n\r\nfew")));
        BEHAVIOURS.put("resetinhead", connection -> reset(connection.write("HTTP/1.1 200 OK\r\nA:")));
        BEHAVIOURS.put("endless", connection -> {
            String chunk = "1000\r\n" + "e".repeat(0x1000) + "\r\n";
            connection.write(CHUNKED);
            while (true) {
                connection.write(chunk);
            }
        });
        BEHAVIOURS.put("trickle", connection -> {
            connection.write(OK + "Content-Length: 20\r\n\r\n");
            connection.socket().setSoTimeout(3);
            for (int i = 0; i < 20; i++) {
                connection.write("t");
                waitForTheOther(connection);
            }
            connection.socket().setSoTimeout(PATIENCE_MS);
            return true;
        });
    }

    private final WireServer server = new WireServer(HostilePeer::serve);

    private static void says(String word, String answer) {
        BEHAVIOURS.put(word, connection -> {
            connection.write(answer);
            return true;
        });
    }

    private static void ends(String word, String answer) {
        BEHAVIOURS.put(word, connection -> {
            connection.write(answer);
            return false;
        });
    }

    private static boolean reset(Connection connection) throws IOException {
        connection.socket().setSoLinger(true, 0);
        return false;
    }

    private static void waitForTheOther(Connection connection) throws IOException {
        try {
            connection.in().read();
        } catch (SocketTimeoutException over) {
            return;
        }
    }

    /** {@return the words that a path may begin with} */
    public static List<String> words() {
        return List.copyOf(BEHAVIOURS.keySet());
    }

    private static void serve(Connection connection) throws IOException {
        connection.socket().setSoTimeout(FIRST_WORD_MS);
        String head;
        try {
            head = connection.readHead();
        } catch (SocketTimeoutException silent) {
            greet(connection);
            return;
        }
        connection.socket().setSoTimeout(PATIENCE_MS);
        while (head != null) {
            skipBody(connection, head.toLowerCase(Locale.ROOT));
            String[] words = head.split("[ /?]+", 3);
            Behaviour behaviour = BEHAVIOURS.get(words.length > 1 ? words[1] : "");
            if (!(behaviour == null ? BEHAVIOURS.get("garbage") : behaviour).answer(connection)) {
                return;
            }
            head = connection.readHead();
        }
    }

    /** For protocols in which the server speaks first: agrees to everything, then no longer. */
    private static void greet(Connection connection) throws IOException {
        connection.socket().setSoTimeout(PATIENCE_MS);
        connection.write("220 hello\r\n");
        for (int i = 0; connection.readLine() != null; i++) {
            connection.write(i % 4 == 3 ? "+OK * ??\r\n" : i % 2 == 0 ? "331 go on\r\n" : "230 go on\r\n");
        }
    }

    private static void skipBody(Connection connection, String head) throws IOException {
        if (head.contains("expect:")) {
            connection.write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        if (head.contains("transfer-encoding: chunked")) {
            for (String line; (line = connection.readLine()) != null && !line.equals("0"); ) {}
            connection.readHead();
        }
        int at = head.indexOf("content-length: ");
        if (at >= 0) {
            String number =
                    head.substring(at + 16).lines().findFirst().orElse("").strip();
            if (number.matches("[0-9]{1,9}")) {
                connection.in().skipNBytes(Math.min(LONGEST_BODY, Integer.parseInt(number)));
            }
        }
    }

    /** {@return the URL of a path that begins with a word} */
    public String url(String scheme, String word) {
        return server.url(scheme, "/" + word + "/x");
    }

    @Override
    public void close() {
        server.close();
    }
}
