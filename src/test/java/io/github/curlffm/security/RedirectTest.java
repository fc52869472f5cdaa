package io.github.curlffm.security;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.COOKIE;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.COOKIELIST;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.MAXREDIRS;
import static io.github.curlffm.option.Option.NETRC;
import static io.github.curlffm.option.Option.NETRC_FILE;
import static io.github.curlffm.option.Option.PROTOCOLS_STR;
import static io.github.curlffm.option.Option.REDIR_PROTOCOLS_STR;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.UNRESTRICTED_AUTH;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XOAUTH2_BEARER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Netrc;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.RequestRecorder;
import io.github.curlffm.testing.WireServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects may lead, and what goes along. */
class RedirectTest {

    private static final String SECRET = "hunter2";
    private static final String OTHER = "other.example";

    private final RequestRecorder elsewhere = new RequestRecorder();

    private static WireServer redirectingTo(String url) {
        return new WireServer(connection -> {
            while (connection.readHead() != null) {
                connection.write("HTTP/1.1 302 Found\r\nLocation: " + url + "\r\nContent-Length: 0\r\n\r\n");
            }
        });
    }

    /** {@return what another host got of a request that was redirected there} */
    private RequestRecorder.Request afterRedirect(Easy easy) throws CurlException {
        return afterRedirect(easy, elsewhere.url("/").replace("127.0.0.1", OTHER));
    }

    private RequestRecorder.Request afterRedirect(Easy easy, String url) throws CurlException {
        try (WireServer here = redirectingTo(url)) {
            easy.set(RESOLVE, List.of(url.replaceAll("http://|/$", "") + ":127.0.0.1"));
            easy.set(URL, here.url("http", "/")).set(FOLLOWLOCATION, true);
            assertEquals("ok", Perform.body(easy));
            return elsewhere.take();
        }
    }

    @Test
    void noneIsFollowedUnlessItIsAskedFor() throws Exception {
        try (WireServer here = redirectingTo(elsewhere.url("/"));
                Easy easy = new Easy().set(URL, here.url("http", "/"))) {
            assertEquals("", Perform.body(easy));
            assertEquals(302L, easy.get(Info.RESPONSE_CODE));
            assertEquals(elsewhere.url("/"), easy.get(Info.REDIRECT_URL));
        }
        assertTrue(elsewhere.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "dict://127.0.0.1/",
        "gopher://127.0.0.1/",
        "ldap://127.0.0.1/",
        "smtp://127.0.0.1/",
        "telnet://127.0.0.1/",
        "sftp://127.0.0.1/",
        "tftp://127.0.0.1/",
        "rtsp://127.0.0.1/",
        "imap://127.0.0.1/"
    })
    void noneLeadsAwayFromHttpAndFtp(String url) {
        try (WireServer here = redirectingTo(url);
                Easy easy = new Easy().set(WRITEFUNCTION, data -> {})) {
            easy.set(URL, here.url("http", "/")).set(FOLLOWLOCATION, true);
            Perform.failsWith(CurlCode.UNSUPPORTED_PROTOCOL, easy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "ftp", "ftps"})
    void theseAreGoneTo(String scheme) {
        Needs.protocol(scheme);
        try (WireServer here = redirectingTo(scheme + "://127.0.0.1:1/");
                Easy easy = new Easy().set(WRITEFUNCTION, data -> {})) {
            easy.set(URL, here.url("http", "/")).set(FOLLOWLOCATION, true);
            Perform.failsWith(CurlCode.COULDNT_CONNECT, easy);
        }
    }

    @Test
    void oneFromHttpsToHttpIsFollowedWithoutCredentialsAndCanBeForbidden(HttpsPeer here, Easy easy) throws Exception {
        Needs.feature("SSL");
        here.serve(exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/"));
            HttpPeer.answer(exchange, 302, "");
        });
        easy.set(URL, here.url("/")).set(CAINFO_BLOB, here.authority());
        assertEquals("ok", Perform.body(easy.set(FOLLOWLOCATION, true).set(USERPWD, "alice:" + SECRET)));
        assertNull(elsewhere.take().header("Authorization"));
        Perform.failsWith(CurlCode.UNSUPPORTED_PROTOCOL, easy.set(REDIR_PROTOCOLS_STR, "https"));
    }

    @Test
    void oneToAFileCanBeAllowed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "contents");
        try (WireServer here = redirectingTo(file.toUri().toString());
                Easy easy = new Easy().set(URL, here.url("http", "/")).set(FOLLOWLOCATION, true)) {
            easy.set(REDIR_PROTOCOLS_STR, "http,file");
            assertEquals("contents", Perform.body(easy));
            Perform.failsWith(CurlCode.UNSUPPORTED_PROTOCOL, easy.unset(REDIR_PROTOCOLS_STR));
        }
    }

    @Test
    void theFirstUrlMayBeAFileUnlessProtocolsSayOtherwise(@TempDir Path folder, Easy easy) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "contents");
        easy.set(URL, file.toUri().toString());
        assertEquals("contents", Perform.body(easy));
        Perform.failsWith(CurlCode.UNSUPPORTED_PROTOCOL, easy.set(PROTOCOLS_STR, "http,https"));
    }

    @Test
    void aCircleEnds() {
        try (WireServer circle = redirectingTo("/again");
                Easy easy = new Easy().set(WRITEFUNCTION, data -> {})) {
            easy.set(URL, circle.url("http", "/")).set(FOLLOWLOCATION, true).set(MAXREDIRS, 3);
            CurlException e = Perform.failsWith(CurlCode.TOO_MANY_REDIRECTS, easy);
            assertTrue(e.getMessage().contains("Maximum (3) redirects followed"), e::toString);
            assertEquals(3L, easy.get(Info.REDIRECT_COUNT));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nameAndPasswordStayWhereTheyWereMeant(boolean unrestricted, Easy easy) throws Exception {
        easy.set(USERPWD, "alice:" + SECRET).set(UNRESTRICTED_AUTH, unrestricted);
        checkAuthorization(unrestricted, afterRedirect(easy));
        checkAuthorization(unrestricted, afterRedirect(easy, elsewhere.url("/"))); // the same host, another port
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTokenStaysWhereItWasMeant(boolean unrestricted, Easy easy) throws Exception {
        easy.set(XOAUTH2_BEARER, SECRET).set(Option.HTTPAUTH, Set.of(Auth.BEARER));
        checkAuthorization(unrestricted, afterRedirect(easy.set(UNRESTRICTED_AUTH, unrestricted)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAuthorizationHeaderAndACookieHeaderStayWhereTheyWereMeant(boolean unrestricted, Easy easy) throws Exception {
        List<String> headers = List.of("Authorization: " + SECRET, "Cookie: session=" + SECRET);
        easy.set(HTTPHEADER, headers).set(UNRESTRICTED_AUTH, unrestricted);
        var request = afterRedirect(easy);
        checkAuthorization(unrestricted, request);
        assertEquals(unrestricted, request.header("Cookie") != null);
    }

    private static void checkAuthorization(boolean sent, RequestRecorder.Request request) {
        if (sent) {
            assertNotNull(request.header("Authorization"));
        } else {
            assertNull(request.header("Authorization"));
        }
    }

    /** Also when they are secrets, as an {@code X-Api-Key} is. */
    @Test
    void allOtherHeadersGoAlong(Easy easy) throws Exception {
        easy.set(HTTPHEADER, List.of("X-Api-Key: " + SECRET));
        assertEquals(SECRET, afterRedirect(easy).header("X-Api-Key"));
    }

    @Test
    void theCookieOptionStaysWhereItWasMeant(Easy easy) throws Exception {
        Needs.libcurl("8.23.0"); // 7.88.1 and 8.14.1 send it to every host
        easy.set(COOKIE, "session=" + SECRET);
        assertNull(afterRedirect(easy).header("Cookie"));
    }

    @Test
    void cookiesOfTheEngineGoWhereTheirDomainIs(Easy easy) throws Exception {
        easy.set(COOKIEFILE, "");
        easy.set(COOKIELIST, "Set-Cookie: here=1; domain=127.0.0.1");
        easy.set(COOKIELIST, "Set-Cookie: there=1; domain=" + OTHER);
        assertEquals("there=1", afterRedirect(easy).header("Cookie"));
    }

    @Test
    void theNameAndPasswordOfAUrlStayThere() throws Exception {
        try (WireServer here = redirectingTo(elsewhere.url("/"));
                Easy easy = new Easy().set(FOLLOWLOCATION, true)) {
            easy.set(URL, here.url("http", "/").replace("://", "://alice:" + SECRET + "@"));
            assertEquals("ok", Perform.body(easy));
            assertNull(elsewhere.take().header("Authorization"));
        }
    }

    @Test
    void noRefererIsSentUnlessItIsAskedFor(Easy easy) throws Exception {
        assertNull(afterRedirect(easy).header("Referer"));
    }

    @Test
    void netrcIsNotReadUnlessItIsAskedFor(@TempDir Path folder, Easy easy) throws Exception {
        Path netrc = Files.writeString(folder.resolve("netrc"), "machine 127.0.0.1 login alice password hunter2\n");
        easy.set(NETRC_FILE, netrc.toString()).set(URL, elsewhere.url("/"));
        assertEquals("ok", Perform.body(easy));
        assertNull(elsewhere.take().header("Authorization"));
        assertEquals("ok", Perform.body(easy.set(NETRC, Netrc.OPTIONAL)));
        assertNotNull(elsewhere.take().header("Authorization"));
    }
}
