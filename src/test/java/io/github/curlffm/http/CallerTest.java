package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.HttpPeer;
import java.net.CookieManager;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code send} needs no thread but that of its caller, where all of the user's code runs. */
class CallerTest {

    private static final int MANY = 1000;

    @AutoClose
    private final HttpPeer peer = new HttpPeer(exchange -> {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpPeer.answer(
                exchange,
                200,
                "got " + new String(body) + exchange.getRequestURI().getQuery());
    });

    private final AtomicInteger tasks = new AtomicInteger();
    private final Executor counting = task -> {
        tasks.incrementAndGet();
        Thread.startVirtualThread(task);
    };

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(peer.url("/")));
    }

    @Test
    void allOfTheUsersCodeRunsInTheCaller() throws Exception {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        List<String> what = new ArrayList<>();
        ProxySelector selector = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                seen.add(Thread.currentThread());
                what.add("proxy");
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, java.io.IOException e) {}
        };
        CookieManager cookies = new CookieManager() {
            @Override
            public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
                    throws java.io.IOException {
                seen.add(Thread.currentThread());
                what.add("cookies");
                return super.get(uri, headers);
            }
        };
        try (HttpClient client = CurlHttpClient.newBuilder()
                .executor(counting)
                .proxy(selector)
                .cookieHandler(cookies)
                .configure(easy -> {
                    seen.add(Thread.currentThread());
                    what.add("configure");
                })
                .build()) {
            HttpResponse<String> response =
                    client.send(request().POST(BodyPublishers.ofString("text")).build(), info -> {
                        seen.add(Thread.currentThread());
                        what.add("handler");
                        return BodySubscribers.mapping(
                                BodySubscribers.ofString(java.nio.charset.StandardCharsets.UTF_8), text -> {
                                    seen.add(Thread.currentThread());
                                    what.add("body");
                                    return text;
                                });
                    });
            assertEquals("got textnull", response.body());
            assertEquals(List.of("proxy", "cookies", "configure", "handler", "body"), what);
            assertEquals(Set.of(Thread.currentThread()), seen);
            assertEquals(0, tasks.get());
        }
    }

    /** What has not been read when send returns is delivered by the executor. */
    @Test
    void aStreamGoesOnInTheExecutor() throws Exception {
        byte[] much = new byte[5 << 20];
        peer.serve(exchange -> {
            exchange.sendResponseHeaders(200, much.length);
            exchange.getResponseBody().write(much);
        });
        try (HttpClient client = CurlHttpClient.newBuilder().executor(counting).build();
                var in = client.send(request().build(), BodyHandlers.ofInputStream())
                        .body()) {
            assertEquals(much.length, in.readAllBytes().length);
            assertTrue(tasks.get() > 0);
        }
    }

    @Test
    void aThousandVirtualThreads() throws Exception {
        try (HttpClient client = CurlHttpClient.newBuilder().executor(counting).build();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                var request =
                        HttpRequest.newBuilder(URI.create(peer.url("/?" + i))).build();
                all.add(executor.submit(
                        () -> client.send(request, BodyHandlers.ofString()).body()));
            }
            for (int i = 0; i < MANY; i++) {
                assertEquals("got " + i, all.get(i).get());
            }
            assertTrue(tasks.get() < MANY / 10, () -> tasks + " tasks of other threads");
        }
    }
}
