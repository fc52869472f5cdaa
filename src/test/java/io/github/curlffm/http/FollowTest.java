package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client does after a response by itself: redirects, logins, cookies. */
class FollowTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();

    @AutoClose
    private final HttpPeer peer = new HttpPeer(this::answer);

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + path + " " + new String(body)
                + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .map(" "::concat)
                        .orElse("")
                + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                        .map(" "::concat)
                        .orElse(""));
        if (path.matches("/[0-9]{3}/.*")) {
            exchange.getResponseHeaders().add("Location", path.substring(4));
            HttpPeer.answer(exchange, Integer.parseInt(path.substring(1, 4)), "moved");
        } else if (path.startsWith("/login") && exchange.getRequestHeaders().getFirst("Authorization") == null) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"a, c\", charset=\"UTF-8\"");
            HttpPeer.answer(exchange, 401, "who?");
        } else if (path.startsWith("/never")) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"never\"");
            HttpPeer.answer(exchange, 401, "no");
        } else {
            exchange.getResponseHeaders().add("Set-Cookie", "seen=" + path.substring(1) + "; Path=/");
            HttpPeer.answer(exchange, 200, "here");
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(peer.url(path)));
    }

    @ParameterizedTest
    @EnumSource
    void methodsAndBodiesOfRedirects(Client kind) throws Exception {
        try (HttpClient client = kind.builder().followRedirects(Redirect.NORMAL).build()) {
            for (String code : List.of("301", "302", "303", "307", "308")) {
                for (String method : List.of("GET", "POST", "PUT")) {
                    requests.clear();
                    var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("data");
                    HttpResponse<String> response = client.send(
                            to("/" + code + "/end").method(method, body).build(), BodyHandlers.ofString());
                    boolean getsNow = code.equals("303") || method.equals("POST") && code.matches("301|302");
                    String data = method.equals("GET") ? "" : "data";
                    assertEquals(
                            List.of(
                                    method + " /" + code + "/end " + data,
                                    getsNow ? "GET /end " : method + " /end " + data),
                            requests);
                    assertEquals("here", response.body());
                    assertEquals(URI.create(peer.url("/end")), response.uri());
                    HttpResponse<String> previous = response.previousResponse().orElseThrow();
                    assertEquals(Integer.parseInt(code), previous.statusCode());
                    assertEquals(
                            "/end", previous.headers().firstValue("Location").get());
                    assertEquals(null, previous.body());
                    assertTrue(previous.previousResponse().isEmpty());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void redirectsEnd(Client kind) throws Exception {
        try (HttpClient client = kind.builder().followRedirects(Redirect.NORMAL).build()) {
            var response = client.send(to("/302/302/302/302/302/302/302/end").build(), BodyHandlers.ofString());
            assertEquals(302, response.statusCode());
            assertEquals(5, requests.size());
        }
        requests.clear();
        try (HttpClient client = kind.builder().build()) {
            assertEquals(
                    "moved",
                    client.send(to("/302/end").build(), BodyHandlers.ofString()).body());
            assertEquals(1, requests.size());
        }
    }

    private static final class Asked extends Authenticator {
        private final List<String> questions = new ArrayList<>();
        private final String password;

        Asked(String password) {
            this.password = password;
        }

        @Override
        protected synchronized PasswordAuthentication getPasswordAuthentication() {
            questions.add(getRequestingPrompt() + "|" + getRequestingScheme().toLowerCase() + "|" + getRequestorType()
                    + "|" + getRequestingURL().getPath());
            return password == null ? null : new PasswordAuthentication("me", password.toCharArray());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginIsAskedForOnce(Client kind) throws Exception {
        Asked asked = new Asked("ü");
        try (HttpClient client = kind.builder().authenticator(asked).build()) {
            var first = client.send(
                    to("/login/1").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
            assertEquals("here", first.body());
            assertEquals(
                    "here",
                    client.send(to("/login/2").build(), BodyHandlers.ofString()).body());
        }
        assertEquals("POST /login/1 x", requests.get(0));
        assertTrue(requests.get(1).startsWith("POST /login/1 x Basic "), requests.get(1));
        assertTrue(requests.get(2).startsWith("GET /login/2  Basic "), requests.get(2));
        if (kind == Client.CURL) { // the JDK's client does not do UTF-8 before JDK 26
            assertTrue(requests.get(2).endsWith("bWU6w7w="), requests.get(2));
        }
        assertEquals(List.of("a, c|basic|SERVER|/login/1"), asked.questions);
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatIsRefused(Client kind) throws Exception {
        Asked asked = new Asked("wrong");
        try (HttpClient client = kind.builder().authenticator(asked).build()) {
            assertThrows(IOException.class, () -> client.send(to("/never").build(), BodyHandlers.ofString()));
        }
        assertTrue(asked.questions.size() >= 3, () -> "" + asked.questions);
        try (HttpClient client = kind.builder().authenticator(new Asked(null)).build()) {
            assertThrows(IOException.class, () -> client.send(to("/never").build(), BodyHandlers.ofString()));
        }
        try (HttpClient client = kind.builder().build()) {
            assertEquals(
                    "no",
                    client.send(to("/never").build(), BodyHandlers.ofString()).body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theUsersOwnLoginIsKept(Client kind) throws Exception {
        Asked asked = new Asked("pw");
        try (HttpClient client = kind.builder().authenticator(asked).build()) {
            var request = to("/never").header("Authorization", "Bearer token").build();
            assertEquals(401, client.send(request, BodyHandlers.ofString()).statusCode());
        }
        assertEquals(List.of(), asked.questions);
        assertEquals(List.of("GET /never  Bearer token"), requests);
    }

    @ParameterizedTest
    @EnumSource
    void cookiesAreTheHandlers(Client kind) throws Exception {
        CookieManager cookies = new CookieManager();
        try (HttpClient client = kind.builder()
                .cookieHandler(cookies)
                .followRedirects(Redirect.NORMAL)
                .build()) {
            client.send(to("/first").build(), BodyHandlers.ofString());
            client.send(to("/302/second").build(), BodyHandlers.ofString());
            client.send(to("/third").header("Cookie", "own=1").build(), BodyHandlers.ofString());
        }
        assertEquals(
                List.of(
                        "GET /first ",
                        "GET /302/second  seen=first",
                        "GET /second  seen=first",
                        "GET /third  own=1; seen=second"),
                requests.stream()
                        .map(request -> request.replace("\"", ""))
                        .map(FollowTest::sorted)
                        .toList());
        assertEquals(
                "seen=third",
                cookies.getCookieStore().getCookies().getFirst().toString().replace("\"", ""));
    }

    /** The order in a Cookie header does not matter. */
    private static String sorted(String request) {
        return request.replace("seen=second; own=1", "own=1; seen=second");
    }

    @ParameterizedTest
    @EnumSource
    void anotherServerIsNotToldWhatIsForOne(Client kind) throws Exception {
        AtomicInteger secrets = new AtomicInteger();
        try (HttpPeer other = new HttpPeer(exchange -> {
                    secrets.addAndGet(exchange.getRequestHeaders().containsKey("Authorization") ? 1 : 0);
                    HttpPeer.answer(exchange, 200, "other");
                });
                HttpPeer mover = new HttpPeer(exchange -> {
                    exchange.getResponseHeaders().add("Location", other.url("/"));
                    HttpPeer.answer(exchange, 302, "");
                });
                HttpClient client =
                        kind.builder().followRedirects(Redirect.NORMAL).build()) {
            var request = HttpRequest.newBuilder(URI.create(mover.url("/")))
                    .header("Authorization", "Bearer token")
                    .build();
            assertEquals("other", client.send(request, BodyHandlers.ofString()).body());
        }
        if (kind == Client.CURL) { // the JDK's client does so since JDK 26
            assertEquals(0, secrets.get());
        }
    }
}
