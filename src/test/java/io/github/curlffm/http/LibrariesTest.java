package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.mizosoft.methanol.Methanol;
import com.github.mizosoft.methanol.MultipartBodyPublisher;
import com.github.mizosoft.methanol.MutableRequest;
import feign.Body;
import feign.Feign;
import feign.Request;
import feign.RequestLine;
import feign.http2client.Http2Client;
import io.github.curlffm.testing.HttpPeer;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Libraries that take a {@link HttpClient} go over libcurl. */
class LibrariesTest {

    private final Queue<String> agents = new ConcurrentLinkedQueue<>();

    private final HttpPeer peer = new HttpPeer(exchange -> {
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        int status = path.equals("/missing") ? 404 : 200;
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        HttpPeer.answer(exchange, status, exchange.getRequestMethod() + " " + path + " " + body);
    });

    /** Each one was libcurl's. */
    private void assertAgents(int count) {
        assertEquals(count, agents.size(), agents::toString);
        agents.forEach(agent -> assertTrue(agent.contains("libcurl/"), agent));
    }

    @Test
    void springsRestClient() {
        try (HttpClient client = CurlHttpClient.newHttpClient()) {
            RestClient spring = RestClient.builder()
                    .requestFactory(new JdkClientHttpRequestFactory(client))
                    .baseUrl(peer.url(""))
                    .build();
            assertEquals("GET /a ", spring.get().uri("/a").retrieve().body(String.class));
            assertEquals(
                    "POST /b words",
                    spring.post().uri("/b").body("words").retrieve().body(String.class));
            var missing = assertThrows(
                    HttpClientErrorException.NotFound.class,
                    () -> spring.get().uri("/missing").retrieve().toBodilessEntity());
            assertEquals("GET /missing ", missing.getResponseBodyAsString());
        }
        assertAgents(3);
    }

    @Test
    void methanol() throws Exception {
        try (HttpClient client = CurlHttpClient.newHttpClient()) {
            Methanol methanol =
                    Methanol.newBuilder(client).baseUri(peer.url("/")).build();
            assertEquals(
                    "GET /a ",
                    methanol.send(MutableRequest.GET("a"), BodyHandlers.ofString())
                            .body());
            var form = MultipartBodyPublisher.newBuilder()
                    .textPart("name", "value")
                    .build();
            String answer = methanol.sendAsync(MutableRequest.POST("b", form), BodyHandlers.ofString())
                    .join()
                    .body();
            assertTrue(answer.startsWith("POST /b --" + form.boundary()), answer);
            assertTrue(answer.contains("name=\"name\"") && answer.contains("\r\n\r\nvalue\r\n"), answer);
        }
        assertAgents(2);
    }

    interface Service {
        @RequestLine("GET /a")
        String get();

        @RequestLine("PUT /b")
        @Body("words")
        String put();
    }

    /** Feign makes a client of its own, unless the one it was given has its timeout and follows redirects as it does. */
    @Test
    void feign() {
        Duration timeout = Duration.ofSeconds(10);
        try (HttpClient client = CurlHttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            Service service = Feign.builder()
                    .client(new Http2Client(client))
                    .options(new Request.Options(timeout, timeout, true))
                    .target(Service.class, peer.url(""));
            assertEquals("GET /a ", service.get());
            assertEquals("PUT /b words", service.put());
        }
        assertAgents(2);
    }
}
