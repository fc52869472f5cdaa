package io.github.curlffm.http;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.http.ResponseHead.Head;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a WebSocket begins with: a request, once more with a login if that is wanted, and its answer. */
final class WebSocketHandshake {

    /** The field that a server's answer depends on. */
    static final String KEY = "Sec-WebSocket-Key";

    /** That of RFC 6455. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Engine engine;
    private final URI uri;
    private final HttpRequest request;
    private final Duration connectTimeout;
    private final LoginState logins;
    private ProxyChoice proxy;
    private Easy easy;
    private HopTls tls = HopTls.NONE;

    // --- of libcurl's thread
    private ResponseHead lines;
    private Head head;
    private String invalid;

    /**
     * Makes one that has not begun.
     *
     * @param request what a client over HTTP would send
     * @param connectTimeout null if there is none but the client's
     */
    WebSocketHandshake(Engine engine, URI uri, HttpRequest request, Duration connectTimeout) {
        this.engine = engine;
        this.uri = uri;
        this.request = request;
        this.connectTimeout = connectTimeout;
        this.logins = new LoginState(
                engine.logins(), Optional.ofNullable(engine.config().authenticator()));
    }

    /** Sets what is sent; where the user's code runs. */
    void apply(Easy to) throws IOException {
        easy = to;
        head = null;
        invalid = null;
        lines = new ResponseHead();
        if (proxy == null) {
            proxy = engine.proxyFor(request.uri()).tunnelling();
        }
        logins.begin(request, proxy);
        tls = new HopOptions(engine, request, proxy, logins).apply(easy);
        easy.set(Option.URL, uri.toASCIIString()).unset(Option.CUSTOMREQUEST);
        easy.set(Option.HTTPPROXYTUNNEL, proxy.isTunnel());
        if (connectTimeout != null) {
            easy.set(Option.CONNECTTIMEOUT_MS, Math.clamp(connectTimeout.toMillis(), 1, Integer.MAX_VALUE));
        }
    }

    /** {@return the head that ends the handshake, if this line ends it} A proxy has a head of its own, to CONNECT. */
    Head accepted(byte[] line) throws ProtocolException {
        Head whole = lines.line(line);
        if (whole == null || whole.isSuccess() && proxy.isAnswering(easy)) {
            return null;
        }
        head = whole;
        invalid = whole.switchesProtocols() ? whatIsInvalid(whole.headers()) : null;
        if (invalid != null) {
            throw new ProtocolException(invalid);
        }
        return isAccepted() ? whole : null;
    }

    /** {@return why an answer that accepts is not one to this request, or null} libcurl does not look. */
    private String whatIsInvalid(HttpHeaders answer) {
        if (!hasToken(answer, "Upgrade", "websocket") || !hasToken(answer, "Connection", "upgrade")) {
            return "the server goes on with another protocol than WebSocket";
        }
        String key = request.headers().firstValue(KEY).orElseThrow();
        List<String> accepted = answer.allValues("Sec-WebSocket-Accept");
        return accepted.equals(List.of(answerTo(key)))
                ? null
                : "the server's Sec-WebSocket-Accept does not answer the key: " + accepted;
    }

    private static boolean hasToken(HttpHeaders answer, String name, String token) {
        return answer.allValues(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(one -> one.strip().equalsIgnoreCase(token));
    }

    static String newKey() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static String answerTo(String key) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasHead() {
        return head != null;
    }

    boolean isAccepted() {
        return head != null && head.switchesProtocols() && invalid == null;
    }

    boolean isRefused() {
        return head != null && !isAccepted();
    }

    /** {@return whether it is to be tried again} Asks the user's authenticator. */
    boolean isAnsweredByALogin() throws IOException {
        return logins.answers(head);
    }

    /** {@return what the user is told of a transfer that failed} */
    Throwable failed(CurlException e, Failures.Where where) {
        if (tls.refusal() != null) {
            return tls.refusal();
        }
        if (!isRefused()) {
            return Failures.of(e, where);
        }
        WebSocketHandshakeException refused = new WebSocketHandshakeException(new CurlHttpResponse<>(
                request,
                head.statusCode(),
                head.headers(),
                null, // libcurl does not give it
                head.version(),
                Optional.empty(),
                Optional.ofNullable(tls.session()),
                Optional.empty()));
        if (invalid != null) {
            refused.initCause(new ProtocolException(invalid));
        }
        return refused;
    }
}
