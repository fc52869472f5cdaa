package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Easy.Direction;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pausing and going on by direction, against a server that answers while it is still being sent to. */
@Timeout(120)
class PauseTest {

    /** So many steps libcurl is given to call what it must not call. */
    private static final int STEPS = 20;

    /** Answers as soon as the first chunk has come, and to the chunk "more". */
    private final WireServer server = new WireServer(connection -> {
        connection.readHead();
        connection.readLine();
        connection.readLine();
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
        for (String line; !"0".equals(line = connection.readLine()) && line != null; ) {
            if (line.equals("more")) {
                connection.write("6\r\nsecond\r\n");
            }
        }
        connection.readLine();
        connection.write("0\r\n\r\n");
    });

    private final Easy easy = new Easy();
    private final StringBuilder received = new StringBuilder();
    private String toSend = "start";
    private int reads;
    private int writes;
    private boolean writePauses;
    private boolean ended;

    private void prepare() {
        easy.set(URL, server.url("http", "/"))
                .set(UPLOAD, true)
                .set(HTTPHEADER, List.of("Expect:"))
                .set(READFUNCTION, this::read)
                .set(WRITEFUNCTION, WriteCallback.counted(this::write));
    }

    private int read(byte[] buffer) {
        reads++;
        if (toSend == null) {
            return ended ? 0 : ReadCallback.PAUSE;
        }
        byte[] bytes = toSend.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        toSend = null;
        return bytes.length;
    }

    private long write(byte[] data) {
        writes++;
        if (writePauses) {
            return WriteCallback.PAUSE;
        }
        received.append(new String(data, US_ASCII));
        return data.length;
    }

    private static void steps(Multi multi) throws IOException {
        for (int i = 0; i < STEPS; i++) {
            multi.perform();
            multi.poll(Duration.ofMillis(5));
        }
    }

    /** A fault of these versions. */
    private static boolean deliversWhatIsPaused() {
        return Library.isAtLeast("8.14.0") && !Library.isAtLeast("8.15.0");
    }

    @Test
    void eachDirectionGoesOnAloneInAMulti(Multi multi) throws IOException {
        prepare();
        writePauses = true;
        multi.add(easy);
        Transfers.performUntil(multi, () -> writes > 0 && reads > 1);
        int readsBefore = reads;
        writePauses = false;
        easy.pause(Set.of(Direction.SEND));
        Transfers.performUntil(multi, () -> received.toString().equals("first"));
        steps(multi);
        assertEquals(readsBefore, reads, "READ has nothing, and is not asked");

        toSend = "more";
        easy.pause(Set.of(Direction.RECV));
        int writesBefore = writes;
        Transfers.performUntil(multi, () -> toSend == null);
        steps(multi);
        if (!deliversWhatIsPaused()) {
            assertEquals(writesBefore, writes, "what comes waits");
        }

        easy.pause();
        readsBefore = reads;
        writesBefore = writes;
        steps(multi);
        assertEquals(readsBefore, reads);
        if (!deliversWhatIsPaused()) {
            assertEquals(writesBefore, writes);
        }

        ended = true;
        easy.resume();
        Transfers.performOne(multi).orThrow();
        assertEquals("firstsecond", received.toString());
    }

    @Test
    void eachDirectionGoesOnAloneFromXferInfo() throws IOException {
        prepare();
        writePauses = true;
        int[] state = {0};
        int[] readsBefore = {0};
        easy.set(XFERINFOFUNCTION, (a, b, c, d) -> {
                    if (state[0] == 0 && writes > 0 && reads > 1) {
                        state[0] = 1;
                        readsBefore[0] = reads;
                        writePauses = false;
                        easy.pause(Set.of(Direction.SEND));
                    } else if (state[0] == 1 && received.toString().equals("first")) {
                        state[0] = 2;
                        assertEquals(readsBefore[0], reads, "READ has nothing, and is not asked");
                        toSend = "more";
                        easy.pause(Set.of());
                    } else if (state[0] == 2 && received.toString().equals("firstsecond")) {
                        state[0] = 3;
                        ended = true;
                        easy.resume();
                    }
                })
                .perform();
        assertEquals(3, state[0]);
        assertEquals("firstsecond", received.toString());
    }

    @Test
    void theOtherDirectionGoesOnFromInsideACallback() throws IOException {
        prepare();
        easy.set(WRITEFUNCTION, data -> {
                    write(data);
                    ended = true;
                    easy.pause(Set.of());
                })
                .perform();
        assertEquals("first", received.toString());
    }

    @Test
    void nullIsRefused() {
        assertThrows(NullPointerException.class, () -> easy.pause(null));
        assertThrows(
                NullPointerException.class, () -> easy.pause(new HashSet<>(Collections.<Direction>singleton(null))));
    }

    @Test
    void thereIsNothingToPauseWithoutATransfer() {
        CurlException e = assertThrows(CurlException.class, () -> easy.pause(Set.of(Direction.RECV)));
        assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
    }

    /** libcurl 7.88.1 would go on to the next piece when the one that had waited is refused. */
    @Test
    void aWriteThatRefusesWhatHadWaitedIsNotCalledAgain() throws IOException {
        String piece = "x".repeat(16384);
        int[] calls = {0};
        try (WireServer big = new WireServer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + 20 * piece.length() + "\r\n\r\n");
            for (int i = 0; i < 20; i++) {
                connection.write(piece);
            }
        })) {
            for (long answer : new long[] {WriteCallback.ERROR, 1, 0}) {
                calls[0] = 0;
                easy.reset()
                        .set(URL, big.url("http", "/"))
                        .set(WRITEFUNCTION, WriteCallback.counted(data -> {
                            calls[0]++;
                            return calls[0] == 1 ? WriteCallback.PAUSE : answer;
                        }))
                        .set(XFERINFOFUNCTION, (a, b, c, d) -> {
                            if (calls[0] == 1) {
                                resumeAndForgetWhy();
                            }
                        });
                CurlException e = assertThrows(CurlException.class, easy::perform);
                assertEquals(CurlCode.WRITE_ERROR, e.code(), e::toString);
                assertEquals(2, calls[0], "calls with " + answer);
            }
            StringBuilder body = new StringBuilder();
            easy.set(WRITEFUNCTION, data -> body.append(new String(data, US_ASCII)))
                    .perform();
            assertEquals(20 * piece.length(), body.length(), "the next transfer calls it again");
        }
    }

    private void resumeAndForgetWhy() {
        try {
            easy.resume();
        } catch (CurlException refused) {
            assertEquals(CurlCode.WRITE_ERROR, refused.code());
        }
    }
}
