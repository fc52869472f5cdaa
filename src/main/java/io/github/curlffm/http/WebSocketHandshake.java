package io.github.curlffm.http;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.http.ResponseHead.Head;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;

/** What a WebSocket begins with: a request, once more with a login if that is wanted, and its answer. */
final class WebSocketHandshake {

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
    Head accepted(byte[] line) {
        Head whole = lines.line(line);
        if (whole == null || whole.isSuccess() && proxy.isAnswering(easy)) {
            return null;
        }
        head = whole;
        return isAccepted() ? whole : null;
    }

    boolean hasHead() {
        return head != null;
    }

    boolean isAccepted() {
        return head != null && head.switchesProtocols();
    }

    boolean isRefused() {
        return head != null && !head.switchesProtocols();
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
        return isRefused()
                ? new WebSocketHandshakeException(new CurlHttpResponse<>(
                        request,
                        head.statusCode(),
                        head.headers(),
                        null, // libcurl does not give it
                        head.version(),
                        Optional.empty(),
                        Optional.ofNullable(tls.session()),
                        Optional.empty()))
                : Failures.of(e, where);
    }
}
