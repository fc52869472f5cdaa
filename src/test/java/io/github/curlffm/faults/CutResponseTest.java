package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.WireServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that end in the middle of a response, at every byte of it. */
class CutResponseTest {

    private static final String STATUS = "HTTP/1.1 200 OK\r\n";
    private static final String WITH_LENGTH = STATUS + "Content-Length: 4\r\nX-Header: x\r\n\r\nbody";
    private static final String CHUNKED = STATUS + "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final Faults faults = new Faults();

    /** {@return a server that sends as many bytes of a response as the path says, and then closes the connection} */
    private static WireServer cutting(String response, boolean reset) {
        return new WireServer(connection -> {
            int count = Integer.parseInt(connection.readHead().split(" ")[1].substring(1));
            connection.write(response.substring(0, count));
            if (reset) {
                connection.socket().setSoLinger(true, 0);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_LENGTH, CHUNKED})
    void aResetAtAnyByteOfItFails(String response) throws Exception {
        int enough = response.length() - (response.endsWith(LAST_CHUNK) ? 1 : 0); // the very last LF is not waited for
        try (WireServer server = cutting(response, true)) {
            for (int count = 0; count < enough; count++) {
                String url = server.url("http", "/" + count);
                faults.check(CurlCode.RECV_ERROR, "Connection reset by peer", easy -> easy.set(URL, url));
            }
        }
    }

    @Test
    void anEndBeforeTheHeaderFails() throws Exception {
        try (WireServer server = cutting(WITH_LENGTH, false)) {
            for (int count = 0; count < STATUS.length() - 1; count++) {
                String url = server.url("http", "/" + count);
                faults.check(CurlCode.GOT_NOTHING, "Empty reply from server", easy -> easy.set(URL, url));
            }
        }
    }

    /** libcurl's own lenience; where it matters, ask for a header that must be there. */
    @Test
    void anEndInTheHeaderLooksLikeASuccessWithoutABody() throws Exception {
        try (WireServer server = cutting(WITH_LENGTH, false);
                Easy easy = new Easy()) {
            for (int count = STATUS.length(); count < STATUS.length() + "Content-Length: 4".length(); count++) {
                assertEquals("", Perform.body(easy.set(URL, server.url("http", "/" + count))));
            }
        }
    }

    @Test
    void anEndInABodyOfKnownLengthFailsAndSaysWhatIsMissing() throws Exception {
        int body = WITH_LENGTH.indexOf("body");
        try (WireServer server = cutting(WITH_LENGTH, false)) {
            for (int missing = 4; missing > 0; missing--) {
                String url = server.url("http", "/" + (body + 4 - missing));
                faults.check(CurlCode.PARTIAL_FILE, missing + " bytes (remaining|missing)", easy -> easy.set(URL, url));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_LENGTH, CHUNKED})
    void anEndAfterAllOfItIsNone(String response) throws Exception {
        try (WireServer server = cutting(response, false);
                Easy easy = new Easy()) {
            assertEquals("body", Perform.body(easy.set(URL, server.url("http", "/" + response.length()))));
        }
    }

    @Test
    void anEndBetweenOrInChunksFails() throws Exception {
        int body = CHUNKED.indexOf("4\r\n");
        try (WireServer server = cutting(CHUNKED, false)) {
            for (int count = body; count < CHUNKED.length() - 1; count++) {
                String url = server.url("http", "/" + count);
                faults.check(CurlCode.PARTIAL_FILE, "outstanding read data remaining", easy -> easy.set(URL, url));
            }
        }
    }

    @Test
    void aResetDuringAnUploadFails(WireServer server) throws Exception {
        byte[] body = new byte[4_000_000];
        server.serve(connection -> {
            connection.readHead();
            connection.in().readNBytes(100_000);
            connection.socket().setSoLinger(true, 0);
        });
        faults.check(
                Set.of(CurlCode.SEND_ERROR, CurlCode.RECV_ERROR),
                "Connection reset by peer|Broken pipe",
                easy -> easy.set(URL, server.url("http", "/"))
                        .set(HTTPHEADER, List.of("Expect:"))
                        .set(POSTFIELDS, body));
    }

    /** A connection that has gone while nobody used it is no failure: libcurl makes another one. */
    @Test
    void anEndBetweenTwoTransfersIsNotNoticed(WireServer server, Easy easy) throws Exception {
        server.serve(connection -> {
            connection.readHead();
            connection.write(WITH_LENGTH);
        });
        easy.set(URL, server.url("http", "/"));
        assertEquals("body", Perform.body(easy));
        assertEquals("body", Perform.body(easy));
    }
}
