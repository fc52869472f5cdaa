package io.github.curlffm.http;

import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.AltSvcCtrl;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** What has been said of the client that is to be made. */
final class ClientBuilder implements CurlHttpClient.Builder {

    private static final int HIGHEST_PRIORITY = 256;

    private final List<Consumer<? super Easy>> customs = new ArrayList<>();
    private CookieHandler cookies;
    private Duration connectTimeout;
    private SSLContext sslContext;
    private SSLParameters sslParameters;
    private KeyStore keys;
    private char[] password;
    private Executor executor;
    private Redirect redirect = Redirect.NEVER;
    private Version version = Version.HTTP_2;
    private int priority;
    private ProxySelector proxy;
    private Authenticator authenticator;
    private InetAddress localAddress;
    private boolean hasCookieEngine;
    private boolean decompresses;

    @Override
    public ClientBuilder cookieHandler(CookieHandler cookieHandler) {
        cookies = Objects.requireNonNull(cookieHandler, "cookieHandler");
        return this;
    }

    @Override
    public ClientBuilder connectTimeout(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("connectTimeout is more than nothing, not " + duration);
        }
        connectTimeout = duration;
        return this;
    }

    @Override
    public ClientBuilder sslContext(SSLContext context) {
        sslContext = Objects.requireNonNull(context, "sslContext");
        return this;
    }

    @Override
    public ClientBuilder sslParameters(SSLParameters parameters) {
        sslParameters = TlsCopy.of(Objects.requireNonNull(parameters, "sslParameters"));
        return this;
    }

    @Override
    public ClientBuilder executor(Executor its) {
        executor = Objects.requireNonNull(its, "executor");
        return this;
    }

    @Override
    public ClientBuilder followRedirects(Redirect policy) {
        redirect = Objects.requireNonNull(policy, "policy");
        return this;
    }

    @Override
    public ClientBuilder version(Version its) {
        version = Objects.requireNonNull(its, "version");
        return this;
    }

    @Override
    public ClientBuilder priority(int its) {
        if (its < 1 || its > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("priority is 1 to " + HIGHEST_PRIORITY + ", not " + its);
        }
        priority = its;
        return this;
    }

    @Override
    public ClientBuilder proxy(ProxySelector proxySelector) {
        proxy = Objects.requireNonNull(proxySelector, "proxySelector");
        return this;
    }

    @Override
    public ClientBuilder authenticator(Authenticator its) {
        authenticator = Objects.requireNonNull(its, "authenticator");
        return this;
    }

    @Override
    public ClientBuilder localAddress(InetAddress address) {
        localAddress = address;
        return this;
    }

    @Override
    public ClientBuilder configure(Consumer<? super Easy> customizer) {
        customs.add(Objects.requireNonNull(customizer, "customizer"));
        return this;
    }

    @Override
    public ClientBuilder keyStore(KeyStore its, char[] keyPassword) {
        keys = Objects.requireNonNull(its, "keys");
        password = keyPassword.clone();
        return this;
    }

    /** Adds what is the same for each request, if libcurl takes it. */
    private ClientBuilder option(Consumer<Easy> custom) {
        try (var tried = new Easy()) {
            custom.accept(tried);
        }
        customs.add(custom);
        return this;
    }

    @Override
    public ClientBuilder resolve(List<String> entries) {
        List<String> copy = List.copyOf(entries);
        return option(easy -> easy.set(Option.RESOLVE, copy));
    }

    @Override
    public ClientBuilder unixSocket(Path socket) {
        Objects.requireNonNull(socket, "socket");
        return option(easy -> easy.set(Option.UNIX_SOCKET_PATH, socket));
    }

    @Override
    public ClientBuilder dohUrl(URI url) {
        String text = url.toString();
        return option(easy -> easy.set(Option.DOH_URL, text));
    }

    @Override
    public ClientBuilder preProxy(URI url) {
        String text = url.toString();
        return option(easy -> easy.set(Option.PRE_PROXY, text));
    }

    @Override
    public ClientBuilder hsts(Path file) {
        Objects.requireNonNull(file, "file");
        return option(
                easy -> easy.set(Option.HSTS_CTRL, Set.of(HstsCtrl.ENABLE)).set(Option.HSTS, file));
    }

    @Override
    public ClientBuilder altSvc(Path file) {
        Objects.requireNonNull(file, "file");
        Set<AltSvcCtrl> all = Set.of(AltSvcCtrl.H1, AltSvcCtrl.H2, AltSvcCtrl.H3);
        return option(easy -> easy.set(Option.ALTSVC_CTRL, all).set(Option.ALTSVC, file));
    }

    @Override
    public ClientBuilder cookieEngine(Share share) {
        if (!share.shares(LockData.COOKIE)) {
            throw new IllegalArgumentException(
                    "cookieEngine() needs a share that shares LockData.COOKIE, where the cookies" + " are kept; "
                            + share + " does not");
        }
        hasCookieEngine = true;
        return option(easy -> easy.set(Option.SHARE, share).set(Option.COOKIEFILE, ""));
    }

    @Override
    public ClientBuilder decompress() {
        decompresses = true;
        return option(easy -> easy.set(Option.ACCEPT_ENCODING, ""));
    }

    @Override
    public ClientBuilder negotiate() {
        return option(easy -> easy.set(Option.HTTPAUTH, Set.of(Auth.NEGOTIATE)).set(Option.USERPWD, ":"));
    }

    @Override
    public CurlHttpClient build() {
        if (cookies != null && hasCookieEngine) {
            throw new IllegalStateException(
                    "cookieHandler and cookieEngine are both set; only one of them can have the" + " cookies");
        }
        return new CurlHttpClient(new Engine(new ClientConfig(
                cookies,
                connectTimeout,
                Tls.of(sslContext, sslParameters, keys, password),
                executor,
                redirect,
                version,
                priority,
                proxy,
                authenticator,
                localAddress,
                decompresses,
                List.copyOf(customs))));
    }
}
