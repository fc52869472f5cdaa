package io.github.curlffm.protocols;

import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.RTSP_CLIENT_CSEQ;
import static io.github.curlffm.option.Option.RTSP_REQUEST;
import static io.github.curlffm.option.Option.RTSP_SERVER_CSEQ;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.RtspRequest;
import io.github.curlffm.testing.RtspScript;
import io.github.curlffm.testing.RtspTransfers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What RTSP has of its own besides the packets: requests, HEADER and WRITE, and infos. */
class RtspTest extends RtspTransfers {

    @Test
    void describeDeliversTheDescriptionToWriteAndTheHeadToHeader() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Easy easy = new Easy()) {
            easy.set(URL, server.url("rtsp", "/film"))
                    .set(RTSP_REQUEST, RtspRequest.DESCRIBE)
                    .set(HEADERFUNCTION, line -> lines.add(new String(line)))
                    .set(WRITEFUNCTION, body::writeBytes)
                    .perform();
            assertEquals(200, easy.get(Info.RESPONSE_CODE));
        }
        assertEquals(RtspScript.DESCRIPTION, body.toString());
        assertEquals("RTSP/1.0 200 OK\r\n", lines.getFirst());
        assertTrue(lines.contains("Content-Type: application/sdp\r\n"), lines::toString);
        assertEquals("\r\n", lines.getLast());
        assertTrue(script.requests().getFirst().startsWith("DESCRIBE * RTSP/1.0\n"), script.requests()::toString);
    }

    @Test
    void theSessionIdIsKnownAfterSetupAndSentWithPlay() throws IOException {
        try (Easy easy = new Easy()) {
            assertNull(easy.get(Info.RTSP_SESSION_ID));
            session(easy);
            assertEquals(RtspScript.SESSION, easy.get(Info.RTSP_SESSION_ID));
            easy.perform();
        }
        assertTrue(
                script.requests().getLast().contains("\nSession: " + RtspScript.SESSION + "\n"),
                script.requests()::toString);
    }

    @Test
    void sequenceNumbersCountTheRequests() throws IOException {
        try (Easy easy = new Easy()) {
            easy.set(URL, server.url("rtsp", "/film")).set(RTSP_CLIENT_CSEQ, 41).set(RTSP_SERVER_CSEQ, 7);
            easy.perform();
            assertEquals(42, easy.get(Info.RTSP_CLIENT_CSEQ));
            assertEquals(41, easy.get(Info.RTSP_CSEQ_RECV));
            assertEquals(7, easy.get(Info.RTSP_SERVER_CSEQ));
            easy.perform();
            assertEquals(43, easy.get(Info.RTSP_CLIENT_CSEQ));
            assertEquals(42, easy.get(Info.RTSP_CSEQ_RECV));
        }
        assertTrue(script.requests().getFirst().startsWith("OPTIONS * RTSP/1.0\nCSeq: 41\n"));
        assertTrue(script.requests().getLast().startsWith("OPTIONS * RTSP/1.0\nCSeq: 42\n"));
    }
}
