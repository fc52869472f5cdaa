package io.github.curlffm.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.testing.FormPeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Multipart;
import io.github.curlffm.testing.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of shares and forms do what they say. */
class ShareAndMimeExamplesTest {

    @Test
    void cookieShareFetchesEveryPageAsWhoHasLoggedIn() throws Exception {
        HttpPeer serving = new HttpPeer(exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/login")) {
                exchange.getResponseHeaders().set("Set-Cookie", "who=me; Path=/");
            }
            HttpPeer.answer(
                    exchange, 200, path + " for " + exchange.getRequestHeaders().getFirst("Cookie"));
        });
        try (HttpPeer peer = serving) {
            String[] urls = {peer.url("/login"), peer.url("/a"), peer.url("/b"), peer.url("/c")};
            Printed printed = Printed.by(() -> CookieShare.main(urls));
            assertEquals(
                    List.of("/a for who=me", "/b for who=me", "/c for who=me"),
                    printed.out().lines().toList());
        }
    }

    @Test
    void multipartUploadSendsTheStreamAsAFile(@TempDir Path folder, FormPeer peer) throws Exception {
        Path report = Files.writeString(folder.resolve("any.txt"), "It rained.");
        Printed printed = Printed.by(() ->
                MultipartUpload.main(new String[] {peer.url("/"), report.toUri().toString()}));
        assertEquals("ok200", printed.out().strip());
        List<Multipart.Part> parts = peer.take().parts();
        assertEquals("Holidays", parts.get(0).text());
        assertEquals("report.txt", parts.get(1).filename());
        assertEquals("text/plain", parts.get(1).type());
        assertEquals("It rained.", parts.get(1).text());
    }
}
