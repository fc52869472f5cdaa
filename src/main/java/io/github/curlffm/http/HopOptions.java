package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.option.HeaderOption;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a request is in libcurl's terms. */
final class HopOptions {

    private static final Curl.Version LIBCURL = Curl.version();
    private static final boolean HAS_HTTP2 = LIBCURL.features().contains("HTTP2");
    private static final boolean HAS_HTTP3 = LIBCURL.features().contains("HTTP3");
    private static final String USER_AGENT = "curl-ffm libcurl/" + LIBCURL.version();
    private static final long NEVER = Integer.MAX_VALUE;

    private final Engine engine;
    private final ClientConfig config;
    private final HttpRequest request;
    private final ProxyChoice proxy;
    private final LoginState logins;
    private final long bodyLength;
    private boolean asksForUpgrade;
    private boolean isElsewhere;
    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    HopOptions(Engine engine, HttpRequest request, ProxyChoice proxy, LoginState logins) {
        this.engine = engine;
        this.config = engine.config();
        this.request = request;
        this.proxy = proxy;
        this.logins = logins;
        this.bodyLength =
                request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
    }

    /** {@return how long the body is; 0 if there is none, negative if that is not known} */
    long bodyLength() {
        return bodyLength;
    }

    /** {@return whether it goes where the server has said that it speaks HTTP/3} */
    boolean isElsewhere() {
        return isElsewhere;
    }

    /** {@return whether the server is asked to go on with HTTP/2} */
    boolean asksForUpgrade() {
        return asksForUpgrade;
    }

    /** {@return whether libcurl may go on with another request by itself} Without what an option says, it does not. */
    boolean isFollowedByLibcurl() {
        return logins.areLibcurls() || !config.customs().isEmpty();
    }

    HopTls apply(Easy easy) throws IOException {
        URI uri = request.uri();
        fields.putAll(request.headers().map());
        easy.set(Option.URL, withoutUserInfo(uri)).set(Option.PATH_AS_IS, true);
        version(easy);
        method(easy);
        connection(easy);
        if (config.cookies() != null) {
            cookies(config.cookies().get(uri, request.headers().map()));
        }
        logins.apply(easy, fields);
        headers(easy);
        HopTls tls = config.tls().apply(easy, uri);
        for (Consumer<? super Easy> custom : config.customs()) {
            custom.accept(easy);
        }
        tls.insist();
        return tls;
    }

    /** As the JDK's client: what names a user does not leave the machine. */
    private static String withoutUserInfo(URI uri) {
        String ascii = uri.toASCIIString();
        int end = ascii.indexOf('#');
        String url = end < 0 ? ascii : ascii.substring(0, end);
        String user = uri.getRawUserInfo();
        return user == null ? url : url.replaceFirst("//[^/@]*@", "//");
    }

    private void version(Easy easy) throws IOException {
        Version version = request.version().orElse(config.version());
        boolean isSecure = request.uri().getScheme().equalsIgnoreCase("https");
        boolean asProxysClient = proxy.isHttp() && !isSecure;
        if (NewerJdk.isHttp3(version) && isSecure) {
            http3(easy, NewerJdk.http3Discovery(request));
        } else if (version == Version.HTTP_1_1 || !HAS_HTTP2 || asProxysClient) {
            easy.set(Option.HTTP_VERSION, HttpVersion.HTTP_1_1);
        } else {
            easy.set(Option.HTTP_VERSION, isSecure ? HttpVersion.HTTP_2TLS : HttpVersion.HTTP_2);
            easy.set(Option.PIPEWAIT, isSecure);
            asksForUpgrade = !isSecure;
        }
        if (config.priority() > 0 && HAS_HTTP2) {
            easy.set(Option.STREAM_WEIGHT, config.priority());
        }
    }

    /** As the JDK's client: what the server has said of itself is tried, and where it has not, what the request says. */
    private void http3(Easy easy, String discovery) throws IOException {
        boolean only = discovery.equals("HTTP_3_URI_ONLY");
        boolean anyhow = discovery.equals("ANY")
                || discovery.isEmpty() && request.version().isPresent();
        String elsewhere = only || !HAS_HTTP3 ? null : engine.altServices().connectTo(request.uri());
        if (elsewhere != null) {
            isElsewhere = true;
            easy.set(Option.HTTP_VERSION, HttpVersion.HTTP_3ONLY).set(Option.CONNECT_TO, List.of(elsewhere));
        } else if (HAS_HTTP3 && (only || anyhow)) {
            easy.set(Option.HTTP_VERSION, only ? HttpVersion.HTTP_3ONLY : HttpVersion.HTTP_3);
        } else if (only) {
            throw new IOException(
                    "HTTP_3_URI_ONLY needs a libcurl with HTTP3; this is " + LIBCURL.version() + " without it");
        } else {
            easy.set(Option.HTTP_VERSION, HAS_HTTP2 ? HttpVersion.HTTP_2TLS : HttpVersion.HTTP_1_1);
        }
    }

    private void method(Easy easy) {
        String method = request.method();
        if (bodyLength != 0) {
            easy.set(Option.UPLOAD, true);
            if (bodyLength > 0) {
                easy.set(Option.INFILESIZE_LARGE, bodyLength);
            }
        } else if (method.equals("HEAD")) {
            easy.set(Option.NOBODY, true);
        } else if (request.bodyPublisher().isPresent() && !method.equals("GET")) {
            fields.putIfAbsent("Content-Length", List.of("0"));
        }
        if (!method.equals("HEAD") || bodyLength != 0) {
            easy.set(Option.CUSTOMREQUEST, method);
        }
    }

    private void connection(Easy easy) {
        easy.set(Option.CONNECTTIMEOUT_MS, milliseconds(config.connectTimeout()));
        easy.set(Option.PROXY, proxy.url());
        if (proxy.isHttp()) {
            easy.set(Option.HEADEROPT, HeaderOption.SEPARATE);
        }
        if (config.localAddress() != null) {
            easy.set(Option.INTERFACE, "host!" + config.localAddress().getHostAddress());
        }
    }

    /** libcurl's own limit would be 5 minutes. */
    private static long milliseconds(Duration timeout) {
        if (timeout == null || timeout.getSeconds() >= NEVER / 1000) {
            return NEVER;
        }
        return Math.max(1, timeout.toMillis());
    }

    private void cookies(Map<String, List<String>> given) {
        List<String> all = new ArrayList<>(fields.getOrDefault("Cookie", List.of()));
        given.forEach((name, values) -> {
            if (name.equalsIgnoreCase("Cookie") || name.equalsIgnoreCase("Cookie2")) {
                values.stream().filter(HopOptions::canBeSent).forEach(all::add);
            }
        });
        if (!all.isEmpty()) {
            fields.put("Cookie", List.of(String.join("; ", all)));
        }
    }

    /** {@return whether a text can stand in a field}: a cookie that would end its line is not sent. */
    private static boolean canBeSent(String value) {
        return value.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7F && c <= 0xFF);
    }

    /** Fields are in ISO 8859-1, whatever else of libcurl's is. */
    private void headers(Easy easy) {
        Charset charset = easy.charset();
        easy.charset(StandardCharsets.ISO_8859_1)
                .set(Option.HTTPHEADER, lines())
                .charset(charset);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        fields.forEach((name, values) -> {
            if (!canBeSent(name) || !values.stream().allMatch(HopOptions::canBeSent)) {
                throw new IllegalArgumentException("the field " + name + " has characters that a field cannot have");
            }
        });
        fields.forEach((name, values) ->
                values.forEach(value -> lines.add(value.isEmpty() ? name + ";" : name + ": " + value)));
        if (!fields.containsKey("User-Agent")) {
            lines.add("User-Agent: " + USER_AGENT);
        }
        if (!fields.containsKey("Accept")) {
            lines.add("Accept:");
        }
        if (!fields.containsKey("Expect")) {
            lines.add(request.expectContinue() ? "Expect: 100-continue" : "Expect:");
        }
        return lines;
    }
}
