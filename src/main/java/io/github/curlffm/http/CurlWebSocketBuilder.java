package io.github.curlffm.http;

import io.github.curlffm.Curl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What has been said of a WebSocket that is to be opened. */
final class CurlWebSocketBuilder implements WebSocket.Builder {

    private static final Set<String> OWN = Set.of(
            "sec-websocket-accept",
            "sec-websocket-extensions",
            "sec-websocket-key",
            "sec-websocket-protocol",
            "sec-websocket-version");

    private final Engine engine;
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private List<String> subprotocols = List.of();
    private Duration connectTimeout;

    CurlWebSocketBuilder(Engine engine) {
        Curl.Version libcurl = Curl.version();
        if (!libcurl.protocols().contains("ws")) {
            throw new UnsupportedOperationException("libcurl " + libcurl.version()
                    + " was built without WebSocket, which became a part of most builds with libcurl 8.11.0");
        }
        this.engine = engine;
    }

    @Override
    public WebSocket.Builder header(String name, String value) {
        names.add(Objects.requireNonNull(name, "name"));
        values.add(Objects.requireNonNull(value, "value"));
        return this;
    }

    @Override
    public WebSocket.Builder connectTimeout(Duration timeout) {
        connectTimeout = Objects.requireNonNull(timeout, "timeout");
        return this;
    }

    @Override
    public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
        List<String> all = new ArrayList<>();
        all.add(Objects.requireNonNull(mostPreferred, "mostPreferred"));
        for (String lesser : lesserPreferred) {
            all.add(Objects.requireNonNull(lesser, "lesserPreferred"));
        }
        subprotocols = List.copyOf(all);
        return this;
    }

    @Override
    public CompletableFuture<WebSocket> buildAsync(URI uri, Listener listener) {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(listener, "listener");
        try {
            CurlWebSocket socket = new CurlWebSocket(engine, listener, subprotocols);
            HttpRequest request = request(uri);
            engine.beginning(socket);
            engine.execute(() -> socket.open(uri, request, connectTimeout));
            return socket.opened();
        } catch (IllegalArgumentException | IOException e) {
            return OwnFuture.failed(e);
        }
    }

    /** {@return the request that the connection begins with} */
    private HttpRequest request(URI uri) {
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw new IllegalArgumentException("a WebSocket has the scheme ws or wss: " + uri);
        }
        if (uri.getHost() == null || uri.getFragment() != null) {
            throw new IllegalArgumentException("a WebSocket has a host and no fragment: " + uri);
        }
        if (connectTimeout != null && (connectTimeout.isZero() || connectTimeout.isNegative())) {
            throw new IllegalArgumentException("connectTimeout is more than nothing, not " + connectTimeout);
        }
        URI http = URI.create("http" + uri.toString().substring(2));
        HttpRequest.Builder request = HttpRequest.newBuilder(http).version(Version.HTTP_1_1);
        for (int i = 0; i < names.size(); i++) {
            if (OWN.contains(names.get(i).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the header " + names.get(i) + " is the WebSocket's own");
            }
            request.header(names.get(i), values.get(i));
        }
        request.header(WebSocketHandshake.KEY, WebSocketHandshake.newKey());
        if (!subprotocols.isEmpty()) {
            checkSubprotocols();
            request.header("Sec-WebSocket-Protocol", String.join(", ", subprotocols));
        }
        return request.build();
    }

    private void checkSubprotocols() {
        if (Set.copyOf(subprotocols).size() < subprotocols.size()) {
            throw new IllegalArgumentException("a subprotocol is there twice: " + subprotocols);
        }
        for (String one : subprotocols) {
            if (one.isEmpty()
                    || !one.chars().allMatch(c -> c > ' ' && c < 0x7F && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0)) {
                throw new IllegalArgumentException("not the name of a subprotocol: " + one);
            }
        }
    }
}
