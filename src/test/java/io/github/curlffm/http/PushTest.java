package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.Needs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that an HTTP/2 server pushes. */
class PushTest {

    @BeforeEach
    void needs() {
        Needs.feature("HTTP2");
        Needs.libcurl("8.1.0", "push only over the default port, or crash");
    }

    private static HttpClient client() {
        return CurlHttpClient.newBuilder()
                .configure(easy -> easy.set(Option.HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE))
                .build();
    }

    @Test
    void whatIsAcceptedIsAResponse() throws Exception {
        try (Http2Peer peer = new Http2Peer("/a", "/b");
                HttpClient client = client()) {
            ConcurrentMap<HttpRequest, CompletableFuture<HttpResponse<String>>> pushed = new ConcurrentHashMap<>();
            var handler = PushPromiseHandler.of(request -> BodyHandlers.ofString(), pushed);
            var request = HttpRequest.newBuilder(URI.create(peer.url("/"))).build();
            var response =
                    client.sendAsync(request, BodyHandlers.ofString(), handler).get();
            assertEquals("this is /", response.body());
            assertEquals(2, pushed.size());
            pushed.forEach((promise, future) -> {
                HttpResponse<String> one = future.join();
                assertEquals("this is " + promise.uri().getPath(), one.body());
                assertEquals(promise, one.request());
                assertEquals("yes", promise.headers().firstValue("x-pushed").get());
                assertEquals("GET", promise.method());
            });
        }
    }

    @Test
    void whatIsNotAcceptedIsNotReceived() throws Exception {
        try (Http2Peer peer = new Http2Peer("/a");
                HttpClient client = client()) {
            int[] offers = {0};
            var request = HttpRequest.newBuilder(URI.create(peer.url("/"))).build();
            var response = client.sendAsync(
                            request, BodyHandlers.ofString(), (initiating, promise, acceptor) -> offers[0]++)
                    .get();
            assertEquals("this is /", response.body());
            assertEquals(1, offers[0]);
            assertTrue(client.toString().contains("0 calls"), client.toString());
        }
    }
}
