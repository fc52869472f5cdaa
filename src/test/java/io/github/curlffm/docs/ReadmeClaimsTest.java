package io.github.curlffm.docs;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POST;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.docs.ReadmePeers.Request;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says in words. */
class ReadmeClaimsTest {

    private final ReadmePeers peers = new ReadmePeers();

    private void typing(String text, Easy curl) throws Exception {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            curl.perform();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void withoutAReadFunctionWhatIsSentComesFromSystemIn() throws Exception {
        List<String> chunked = List.of("Transfer-Encoding: chunked");
        try (Easy put = new Easy();
                Easy post = new Easy()) {
            typing("typed", put.set(URL, peers.url("/put")).set(UPLOAD, true));
            typing("too", post.set(URL, peers.url("/post")).set(POST, true).set(HTTPHEADER, chunked));
        }
        assertEquals(
                List.of(new Request("PUT /put", "typed", ""), new Request("POST /post", "too", "")), peers.requests);
    }

    @Test
    void resetGoesBackToSystemInToo() throws Exception {
        try (Easy curl = new Easy()) {
            curl.set(READFUNCTION, buffer -> 0).reset();
            typing("typed", curl.set(URL, peers.url("/put")).set(UPLOAD, true));
        }
        assertEquals(List.of(new Request("PUT /put", "typed", "")), peers.requests);
    }

    @Test
    void interruptingTheThreadEndsItsTransferAndTheStatusStays() {
        try (Easy curl = new Easy()) {
            curl.set(URL, peers.url("/"));
            Thread.currentThread().interrupt();
            CurlException e = assertThrows(CurlException.class, curl::perform);
            assertEquals(CurlCode.ABORTED_BY_CALLBACK, e.code());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
