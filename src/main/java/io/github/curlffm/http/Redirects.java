package io.github.curlffm.http;

import io.github.curlffm.http.ResponseHead.Head;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Set;

/** Where a response says that the request is to be sent instead. */
final class Redirects {

    private static final int MOST = Math.max(1, Integer.getInteger("jdk.httpclient.redirects.retrylimit", 5));
    private static final Set<Integer> CODES = Set.of(301, 302, 303, 307, 308);

    /** What is meant for one server is not told another one. */
    private static final Set<String> OF_ONE_SERVER =
            Set.of("authorization", "cookie", "host", "origin", "proxy-authorization", "referer");

    private final Redirect policy;
    private int count;

    Redirects(Redirect policy) {
        this.policy = policy;
    }

    /** {@return the request to send instead, or null if this is the response} */
    HttpRequest next(HttpRequest request, Head head) throws IOException {
        if (policy == Redirect.NEVER || !CODES.contains(head.statusCode())) {
            return null;
        }
        String location = head.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("Invalid redirection: no Location in a " + head.statusCode()));
        URI to = resolved(request.uri(), location);
        if (!isAllowed(request.uri(), to) || ++count >= MOST) {
            return null;
        }
        boolean isSameServer = Logins.server(request.uri()).equals(Logins.server(to));
        HttpRequest.Builder next = HttpRequest.newBuilder(
                request, (name, value) -> isSameServer || !OF_ONE_SERVER.contains(name.toLowerCase(Locale.ROOT)));
        next.uri(to);
        if (becomesGet(request.method(), head.statusCode())) {
            next.method("GET", BodyPublishers.noBody());
        }
        return next.build();
    }

    private static URI resolved(URI from, String location) throws IOException {
        try {
            return from.resolve(URI.create(location));
        } catch (IllegalArgumentException e) {
            throw new IOException("Invalid redirection: the Location is not a URI", e);
        }
    }

    private boolean isAllowed(URI from, URI to) {
        boolean isHttp = "http".equalsIgnoreCase(to.getScheme());
        boolean isHttps = "https".equalsIgnoreCase(to.getScheme());
        boolean isDowngrade = isHttp && from.getScheme().equalsIgnoreCase("https");
        return to.getHost() != null && (isHttp || isHttps) && (policy == Redirect.ALWAYS || !isDowngrade);
    }

    private static boolean becomesGet(String method, int code) {
        return switch (code) {
            case 301, 302 -> method.equals("POST");
            case 303 -> !method.equals("HEAD");
            default -> false;
        };
    }
}
