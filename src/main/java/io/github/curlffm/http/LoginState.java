package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.http.ResponseHead.Head;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where one call is with its logins, at the server and at the proxy. */
final class LoginState {

    private static final int MOST_TRIES = Integer.getInteger("jdk.httpclient.auth.retrylimit", 3);
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /** The one or the other. */
    private enum Side {
        SERVER(RequestorType.SERVER, "WWW-Authenticate", "Authorization", ""),
        PROXY(
                RequestorType.PROXY,
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "jdk.http.auth.proxying.disabledSchemes"),
        TUNNEL(
                RequestorType.PROXY,
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "jdk.http.auth.tunneling.disabledSchemes");

        private final RequestorType type;
        private final String challenge;
        private final String answer;
        private final String disabledSchemes;

        Side(RequestorType type, String challenge, String answer, String disabledSchemes) {
            this.type = type;
            this.challenge = challenge;
            this.answer = answer;
            this.disabledSchemes = disabledSchemes;
        }

        /** {@return whether the JDK's configuration lets it be used}: passwords in clear text are not for tunnels. */
        boolean allows(String scheme) {
            String disabled =
                    disabledSchemes.isEmpty() ? "" : System.getProperty(disabledSchemes, this == TUNNEL ? "Basic" : "");
            return !Set.of(disabled.toLowerCase(Locale.ROOT).split("[,\\s]+")).contains(scheme);
        }
    }

    /** Of one of the two. */
    private static final class Try {
        private String whom;
        private Login login;
        private boolean isKnown;
        private int count;

        void begin(String next, Logins logins) {
            if (!next.equals(whom)) {
                whom = next;
                login = logins.of(next);
                isKnown = login != null;
                count = 0;
            }
        }
    }

    private final Logins logins;
    private final Optional<Authenticator> authenticator;
    private final Try atServer = new Try();
    private final Try atProxy = new Try();
    private HttpRequest request;
    private ProxyChoice proxy;

    LoginState(Logins logins, Optional<Authenticator> authenticator) {
        this.logins = logins;
        this.authenticator = authenticator;
    }

    /** The next request is about to be sent. */
    void begin(HttpRequest next, ProxyChoice through) {
        request = next;
        proxy = through;
        atServer.begin(Logins.server(next.uri()), logins);
        if (through.isHttp()) {
            atProxy.begin(Logins.proxy(through.address()), logins);
        }
    }

    /** Sets what is sent unasked. */
    void apply(Easy easy, Map<String, List<String>> fields) {
        Login server = atServer.login;
        if (server != null && server.isField()) {
            fields.putIfAbsent("Authorization", List.of(server.field()));
        } else if (server != null) {
            easy.set(Option.HTTPAUTH, Set.of(server.scheme()))
                    .set(Option.USERNAME, server.user())
                    .set(Option.PASSWORD, server.password());
        }
        if (proxy.isHttp()) {
            applyToProxy(easy, fields, atProxy.login);
        }
    }

    /** {@return whether libcurl logs in by itself} */
    boolean areLibcurls() {
        return atServer.login != null && !atServer.login.isField() || atProxy.login != null && !atProxy.login.isField();
    }

    private void applyToProxy(Easy easy, Map<String, List<String>> fields, Login login) {
        List<String> own = proxy.isTunnel() ? fields.remove("Proxy-Authorization") : null;
        if (own != null) {
            easy.set(
                    Option.PROXYHEADER,
                    own.stream().map(value -> "Proxy-Authorization: " + value).toList());
        } else if (login != null && !login.isField()) {
            easy.set(Option.PROXYAUTH, Set.of(login.scheme()))
                    .set(Option.PROXYUSERNAME, login.user())
                    .set(Option.PROXYPASSWORD, login.password());
        } else if (login != null && proxy.isTunnel()) {
            easy.set(Option.PROXYHEADER, List.of("Proxy-Authorization: " + login.field()));
        } else if (login != null) {
            fields.putIfAbsent("Proxy-Authorization", List.of(login.field()));
        }
    }

    /** {@return whether the request is to be sent once more, with a login} */
    boolean answers(Head head) throws IOException {
        return switch (head.statusCode()) {
            case UNAUTHORIZED -> answers(head, Side.SERVER, atServer);
            case PROXY_AUTHENTICATION_REQUIRED ->
                proxy.isHttp() && answers(head, proxy.isTunnel() ? Side.TUNNEL : Side.PROXY, atProxy);
            default -> {
                accepted(atServer);
                accepted(atProxy);
                yield false;
            }
        };
    }

    private void accepted(Try at) {
        if (at.login != null && !at.isKnown) {
            logins.add(at.whom, at.login);
            at.isKnown = true;
        }
    }

    private boolean answers(Head head, Side side, Try at) throws IOException {
        List<String> offered = head.headers().allValues(side.challenge);
        boolean isUsersOwn = request.headers().firstValue(side.answer).isPresent();
        if (authenticator.isEmpty() || isUsersOwn) {
            return false;
        }
        if (offered.isEmpty()) {
            throw new IOException(side.challenge + " header missing for response code " + head.statusCode());
        }
        if (at.login != null) {
            logins.remove(at.whom, at.login);
        }
        Challenge challenge = strongest(Challenge.all(offered), side);
        if (challenge == null) {
            return false;
        }
        if (at.count >= MOST_TRIES) {
            throw new IOException("too many authentication attempts. Limit: " + MOST_TRIES);
        }
        at.count++;
        PasswordAuthentication given = ask(authenticator.get(), challenge, side);
        if (given == null) {
            throw new IOException("No credentials provided");
        }
        at.login = new Login(
                auth(challenge.scheme()), given.getUserName(), new String(given.getPassword()), challenge.isUtf8());
        at.isKnown = false;
        return true;
    }

    private PasswordAuthentication ask(Authenticator whom, Challenge challenge, Side side) throws IOException {
        URI uri = request.uri();
        boolean isServer = side == Side.SERVER;
        return whom.requestPasswordAuthenticationInstance(
                isServer ? uri.getHost() : proxy.address().getHostString(),
                null,
                isServer ? uri.getPort() : proxy.address().getPort(),
                uri.getScheme(),
                challenge.realm(),
                challenge.scheme(),
                uri.toURL(),
                side.type);
    }

    private static Challenge strongest(List<Challenge> offered, Side side) {
        for (String scheme : List.of("digest", "ntlm", "basic")) {
            for (Challenge challenge : offered) {
                if (challenge.scheme().equals(scheme) && side.allows(scheme) && isPossible(scheme)) {
                    return challenge;
                }
            }
        }
        return null;
    }

    private static boolean isPossible(String scheme) {
        return !scheme.equals("ntlm") || Curl.version().features().contains("NTLM");
    }

    private static Auth auth(String scheme) {
        return switch (scheme) {
            case "digest" -> Auth.DIGEST;
            case "ntlm" -> Auth.NTLM;
            default -> Auth.BASIC;
        };
    }
}
