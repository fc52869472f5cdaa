package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.Http3Peer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.TestCertificates;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP/3 with a real server. */
class Http3Test {

    private static final int MUCH = 5_000_000;
    private static final int AT_ONCE = 50;

    private final TestCertificates certificates = new TestCertificates("localhost", "127.0.0.1");
    private Http3Peer peer;

    @BeforeEach
    void needs() throws Exception {
        Needs.feature("HTTP3");
        peer = new Http3Peer(certificates);
    }

    /** What JDK 26 calls it; older ones have no name for it. */
    private static Version http3() {
        return NewerJdk.http3().orElse(Version.HTTP_2);
    }

    private HttpClient client() {
        return CurlHttpClient.newBuilder()
                .sslContext(certificates.trustingContext())
                .configure(easy -> easy.set(Option.HTTP_VERSION, HttpVersion.HTTP_3ONLY))
                .build();
    }

    @Test
    void aRequestAndItsAnswer() throws Exception {
        try (HttpClient client = client()) {
            var request = HttpRequest.newBuilder(peer.uri("/a")).build();
            var response = client.send(request, BodyHandlers.ofString());
            assertEquals("this is /a", response.body());
            assertEquals(http3(), response.version());
            assertEquals(
                    certificates.server(), response.sslSession().orElseThrow().getPeerCertificates()[0]);
        }
    }

    @Test
    void muchInBothDirections() throws Exception {
        try (HttpClient client = client()) {
            var down = HttpRequest.newBuilder(peer.uri("/of/" + MUCH)).build();
            assertArrayEquals(
                    Http2Peer.bytes(MUCH),
                    client.send(down, BodyHandlers.ofByteArray()).body());
            var up = HttpRequest.newBuilder(peer.uri("/up"))
                    .POST(BodyPublishers.ofByteArray(new byte[MUCH]))
                    .build();
            assertEquals(
                    "this is /up, " + MUCH + " bytes",
                    client.send(up, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void manyAtOnceOverOneConnection() throws Exception {
        try (HttpClient client = client()) {
            var first = HttpRequest.newBuilder(peer.uri("/first")).build();
            client.send(first, BodyHandlers.discarding());
            List<CompletableFuture<HttpResponse<String>>> all = Stream.iterate(0, i -> i + 1)
                    .limit(AT_ONCE)
                    .map(i -> HttpRequest.newBuilder(peer.uri("/" + i)).build())
                    .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                    .toList();
            for (int i = 0; i < AT_ONCE; i++) {
                assertEquals("this is /" + i, all.get(i).get().body());
            }
            assertEquals(1, peer.connections());
        }
    }

    @Test
    void aServerThatSaysSoIsAskedThereTheNextTime() throws Exception {
        Version version = NewerJdk.http3().orElseGet(() -> Needs.missing("a JDK with HttpClient.Version.HTTP_3"));
        try (TlsPeer first = new TlsPeer(certificates);
                HttpClient client = CurlHttpClient.newBuilder()
                        .sslContext(certificates.trustingContext())
                        .version(version)
                        .build()) {
            first.altSvc = "h3=\":" + peer.port() + "\"; ma=3600";
            URI uri = first.uri();
            var request = HttpRequest.newBuilder(uri).build();
            assertEquals(
                    "HTTP/2.0 TLSv1.3",
                    client.send(request, BodyHandlers.ofString()).body());
            var second = client.send(request, BodyHandlers.ofString());
            assertEquals("this is /", second.body());
            assertEquals(version, second.version());
            peer.close(); // and then it is asked where it was asked first
            assertEquals(
                    "HTTP/2.0 TLSv1.3",
                    client.send(request, BodyHandlers.ofString()).body());
            assertEquals(2, first.requests.get());
        }
    }
}
