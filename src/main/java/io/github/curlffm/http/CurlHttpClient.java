package io.github.curlffm.http;

import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A {@link HttpClient} on libcurl: whatever takes one runs over libcurl, and has what that can do.
 *
 * <pre>{@code
 * try (HttpClient client = CurlHttpClient.newBuilder().followRedirects(Redirect.NORMAL).build()) {
 *     var request = HttpRequest.newBuilder(URI.create("https://example.com/")).build();
 *     System.out.println(client.send(request, BodyHandlers.ofString()).body());
 * }
 * }</pre>
 *
 * <p>Requests, body publishers, handlers and subscribers are those of {@code java.net.http}, and the contract of {@link
 * HttpClient} holds; README lists the differences. {@link Builder#configure} reaches every option of libcurl.
 *
 * <p>{@link #send} runs the handler, the subscriber, cookies, proxy selector and authenticator in the thread that called it,
 * as long as that waits; {@link #sendAsync} in the executor. No callback of the user's runs in the loop's thread, but those
 * that {@code configure} sets and the {@link PushPromiseHandler}, which must not block.
 *
 * <p>A client that nobody refers to any more ends its threads some time after its last response.
 */
@SuppressWarnings("exports") // whoever names java.net.http requires it
public final class CurlHttpClient extends HttpClient {

    private final Engine engine;

    CurlHttpClient(Engine engine) {
        this.engine = engine;
    }

    /**
     * {@return a client as {@link #newBuilder} makes it when nothing is set}
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
     */
    public static CurlHttpClient newHttpClient() {
        return newBuilder().build();
    }

    /** {@return a builder with the JDK's defaults: no redirects, HTTP/2, the default proxy selector and SSL context} */
    public static Builder newBuilder() {
        return new ClientBuilder();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.ofNullable(engine.config().cookies());
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.ofNullable(engine.config().connectTimeout());
    }

    @Override
    public Redirect followRedirects() {
        return engine.config().redirect();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.ofNullable(engine.config().proxy());
    }

    /** {@return what was given to the builder; the default context otherwise, though libcurl does not use that} */
    @Override
    public SSLContext sslContext() {
        return engine.config().tls().context();
    }

    @Override
    public SSLParameters sslParameters() {
        return engine.config().tls().parameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.ofNullable(engine.config().authenticator());
    }

    @Override
    public Version version() {
        return engine.config().version();
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.ofNullable(engine.config().executor());
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Calls.check(request, handler);
        return Calls.send(engine, request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The handler of pushes runs in the thread of the loop and must not block. It is called over HTTP/2, with libcurl since
     * 8.1.0, for connections that are made after the first call with such a handler.
     */
    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        Calls.check(request, handler);
        return Calls.sendAsync(engine, request, handler, pushes);
    }

    /**
     * {@inheritDoc} A WebSocket needs no thread. With libcurl before 8.14.0 pings are answered without being told.
     *
     * @throws UnsupportedOperationException when libcurl was built without WebSocket
     */
    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return new CurlWebSocketBuilder(engine);
    }

    @Override
    public void shutdown() {
        engine.shutdown();
    }

    @Override
    public void shutdownNow() {
        engine.shutdownNow();
    }

    @Override
    public boolean isTerminated() {
        return engine.isTerminated();
    }

    @Override
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return engine.awaitTermination(Objects.requireNonNull(duration, "duration"));
    }

    /** {@return how many calls are under way} */
    @Override
    public String toString() {
        return "CurlHttpClient[" + engine + "]";
    }

    /** Makes clients; what is not said here is as {@link HttpClient.Builder} says. */
    public interface Builder extends HttpClient.Builder {

        @Override
        Builder cookieHandler(CookieHandler cookieHandler);

        /** {@inheritDoc} It includes the name look-up, the proxy's answer and the TLS handshake. */
        @Override
        Builder connectTimeout(Duration duration);

        /**
         * {@inheritDoc} It decides whether a server's certificates are trusted. Without one, libcurl decides, by the
         * certificates that the JVM trusts. It must have no keys of its own: see {@link #keyStore}.
         */
        @Override
        Builder sslContext(SSLContext sslContext);

        @Override
        Builder sslParameters(SSLParameters sslParameters);

        @Override
        Builder executor(Executor executor);

        @Override
        Builder followRedirects(Redirect policy);

        @Override
        Builder version(Version version);

        @Override
        Builder priority(int priority);

        /** {@inheritDoc} Proxies of the type {@code SOCKS} are used, too, and resolve the names. */
        @Override
        Builder proxy(ProxySelector proxySelector);

        /** {@inheritDoc} It is asked for Basic, and for Digest and NTLM too, which libcurl does. */
        @Override
        Builder authenticator(Authenticator authenticator);

        @Override
        Builder localAddress(InetAddress localAddress);

        /**
         * Sets options of libcurl's for each request, just before it is sent; calls add up. It runs where the user's code of a
         * call runs. What the request says itself, its fields with {@code User-Agent} among them, comes
         * from the request: {@code HTTPHEADER} replaces all of its fields. {@code WRITEFUNCTION}, {@code HEADERFUNCTION}, {@code READFUNCTION}, {@code SEEKFUNCTION} and {@code
         * PRIVATE} are the client's own.
         *
         * @param customizer sets them; what it throws fails the call
         * @return this builder
         */
        Builder configure(Consumer<? super Easy> customizer);

        /**
         * Sets the key and the certificates by which the client identifies itself, for servers that ask for them.
         *
         * @param keys with exactly one entry that has a key
         * @param password of that key
         * @return this builder
         */
        Builder keyStore(KeyStore keys, char[] password);

        /**
         * Addresses to be used in place of a name look-up.
         *
         * @param entries each as in {@code "example.com:443:127.0.0.1"}
         * @return this builder
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVE.html">CURLOPT_RESOLVE</a>
         */
        Builder resolve(List<String> entries);

        /**
         * Connects to a Unix domain socket, whatever the host of a URI is.
         *
         * @param socket its file
         * @return this builder
         * @throws io.github.curlffm.CurlOptionException when libcurl was built without
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_UNIX_SOCKET_PATH.html">CURLOPT_UNIX_SOCKET_PATH</a>
         */
        Builder unixSocket(Path socket);

        /**
         * Resolves names by DNS over HTTPS.
         *
         * @param url of the server
         * @return this builder
         * @throws io.github.curlffm.CurlOptionException when libcurl was built without
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_DOH_URL.html">CURLOPT_DOH_URL</a>
         */
        Builder dohUrl(URI url);

        /**
         * A proxy that is connected to before the one of the proxy selector.
         *
         * @param url as in {@code socks5h://127.0.0.1:1080}
         * @return this builder
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_PRE_PROXY.html">CURLOPT_PRE_PROXY</a>
         */
        Builder preProxy(URI url);

        /**
         * Keeps in a file which hosts want HTTPS, and uses that for them. Since libcurl 7.74.0.
         *
         * @param file which need not exist
         * @return this builder
         * @throws io.github.curlffm.CurlOptionException when libcurl was built without
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTS.html">CURLOPT_HSTS</a>
         */
        Builder hsts(Path file);

        /**
         * Keeps in a file which hosts offer HTTP/2 or HTTP/3 elsewhere, and uses that. Since libcurl 7.64.1.
         *
         * @param file which need not exist
         * @return this builder
         * @throws io.github.curlffm.CurlOptionException when libcurl was built without
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_ALTSVC.html">CURLOPT_ALTSVC</a>
         */
        Builder altSvc(Path file);

        /**
         * Uses libcurl's cookies instead of a cookie handler.
         *
         * @param share where they are kept; it shares {@code LockData.COOKIE}
         * @return this builder
         * @throws IllegalArgumentException when it does not
         */
        Builder cookieEngine(Share share);

        /**
         * Asks for compressed bodies, of all kinds that libcurl knows, and decompresses them. {@code Content-Encoding} and
         * {@code Content-Length} of such a response are not told.
         *
         * @return this builder
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_ACCEPT_ENCODING.html">CURLOPT_ACCEPT_ENCODING</a>
         */
        Builder decompress();

        /**
         * Logs in by Negotiate (SPNEGO, Kerberos), with the ticket of the user that runs this.
         *
         * @return this builder
         * @throws io.github.curlffm.CurlOptionException when libcurl was built without
         * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPAUTH.html">CURLOPT_HTTPAUTH</a>
         */
        Builder negotiate();

        /**
         * {@inheritDoc}
         *
         * @throws IllegalArgumentException for parameters of TLS that libcurl cannot be told
         * @throws IllegalStateException with both a cookie handler and libcurl's cookies, or with an SSL context that has keys
         * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
         */
        @Override
        CurlHttpClient build();
    }
}
