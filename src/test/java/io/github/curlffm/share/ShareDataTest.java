package io.github.curlffm.share;

import static io.github.curlffm.option.Info.NUM_CONNECTS;
import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.SSLVERSION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.share.ShareTransfers.NO_COOKIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.CurlShareCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.option.SslVersion;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one handle has learned and another one knows. */
class ShareDataTest {

    private final ShareTransfers transfers = new ShareTransfers();
    private final Easy one = transfers.easy("/");
    private final Easy other = transfers.easy("/");

    private void share(Share share) {
        one.set(SHARE, share);
        other.set(SHARE, share);
    }

    private String othersCookies() throws CurlException {
        transfers.prepare(one, "/set").perform();
        return Perform.body(other);
    }

    @Test
    void cookiesThatOneWasGivenAreSentByTheOther() throws CurlException {
        assertEquals(NO_COOKIES, othersCookies());
        try (Share share = new Share(LockData.COOKIE)) {
            share(share);
            assertEquals("c=1", othersCookies());
        }
    }

    @Test
    void whatIsUnsharedIsEachOnesOwn() throws CurlException {
        try (Share share = new Share(LockData.DNS)) {
            share.set(ShareOption.SHARE, LockData.COOKIE).set(ShareOption.UNSHARE, LockData.COOKIE);
            share(share);
            assertEquals(NO_COOKIES, othersCookies());
        }
    }

    @Test
    void aHandleWithoutTheShareKnowsNothingAnyMore() throws CurlException {
        try (Share share = new Share(LockData.COOKIE)) {
            share(share);
            othersCookies();
            transfers.prepare(other.unset(SHARE), "/");
            assertEquals(NO_COOKIES, Perform.body(other));
            other.set(SHARE, share);
            assertEquals("c=1", Perform.body(other));
            try (Share another = new Share(LockData.COOKIE)) {
                other.set(SHARE, another);
                assertEquals(NO_COOKIES, Perform.body(other));
            }
        }
    }

    @Test
    void addressesThatOneKnowsAreKnownToTheOther() throws CurlException {
        String url = "http://name.invalid:" + transfers.peer.port() + "/";
        one.set(URL, url).set(RESOLVE, List.of("name.invalid:" + transfers.peer.port() + ":127.0.0.1"));
        other.set(URL, url);
        one.perform();
        Perform.failsWith(CurlCode.COULDNT_RESOLVE_HOST, other);
        try (Share share = new Share(LockData.DNS)) {
            share(share);
            one.set(RESOLVE, List.of("name.invalid:" + transfers.peer.port() + ":127.0.0.1"))
                    .perform();
            other.perform();
        }
    }

    @Test
    void connectionsThatOneHasOpenedAreUsedByTheOther() throws CurlException {
        one.perform();
        other.perform();
        assertEquals(1, other.get(NUM_CONNECTS));
        try (Share share = new Share(LockData.CONNECT)) {
            share(share);
            one.perform();
            assertEquals(1, one.get(NUM_CONNECTS));
            other.perform();
            assertEquals(0, other.get(NUM_CONNECTS));
            one.perform();
            assertEquals(0, one.get(NUM_CONNECTS));
        }
    }

    @Test
    void sessionsThatOneHasAreResumedByTheOther(HttpsPeer peer) throws CurlException {
        Needs.feature("SSL");
        peer.serve(exchange -> HttpPeer.answer(exchange, 200, session(exchange)));
        for (Easy easy : List.of(one, other)) {
            easy.set(URL, peer.url("/"))
                    .set(CAINFO_BLOB, peer.authority())
                    .set(FRESH_CONNECT, true)
                    .set(SSLVERSION, SslVersion.TLSv1_2.upTo(SslVersion.TLSv1_2));
        }
        assertNotEquals(Perform.body(one), Perform.body(other));
        try (Share share = new Share(LockData.SSL_SESSION)) {
            share(share);
            assertEquals(Perform.body(one), Perform.body(other));
        }
    }

    /** {@return the number by which a session of TLS 1.2 is known} */
    private static String session(HttpExchange exchange) {
        return HexFormat.of()
                .formatHex(((HttpsExchange) exchange).getSSLSession().getId());
    }

    @ParameterizedTest
    @EnumSource(LockData.class)
    void whatLibcurlCannotShareIsRefused(LockData data) {
        boolean canShare = switch (data) {
            case NONE, SHARE -> false;
            case COOKIE, DNS, CONNECT -> true;
            case SSL_SESSION -> Curl.version().features().contains("SSL");
            case PSL -> Curl.version().features().contains("PSL");
            case HSTS ->
                Curl.version().features().contains("HSTS") && Curl.version().isAtLeast(7, 88, 0);
        };
        if (canShare) {
            new Share(data).close();
            return;
        }
        CurlOptionException e = assertThrows(CurlOptionException.class, () -> new Share(LockData.DNS, data));
        assertEquals("CURLSHOPT_SHARE", e.option());
        boolean isKind = data != LockData.NONE && data != LockData.SHARE;
        assertEquals(isKind ? CurlShareCode.NOT_BUILT_IN : CurlShareCode.BAD_OPTION, e.code());
        assertTrue(e.getMessage().contains("\"" + data + "\""), e::toString);
    }

    @Test
    void kindsAndOptionsAreAlsoKnownByNumber() throws CurlException {
        try (Share share = new Share()) {
            share.set(ShareOption.number("SHARE", 1), 2L);
            share(share);
            assertEquals("c=1", othersCookies());
        }
        try (Share share = new Share()) {
            CurlOptionException e =
                    assertThrows(CurlOptionException.class, () -> share.set(ShareOption.number("SHARE", 1), 99L));
            assertEquals(CurlShareCode.BAD_OPTION, e.code());
            assertThrows(CurlOptionException.class, () -> share.set(ShareOption.number("NEW", 99), 1L));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void numbersAreNotSetWherePointersBelong(int id) {
        assertThrows(IllegalArgumentException.class, () -> ShareOption.number("POINTER", id));
    }

    @Test
    void otherOptionsHaveACodeOfAnotherFamily() {
        CurlOptionException e = assertThrows(CurlOptionException.class, () -> one.set(URL, "a\nb"));
        assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
    }
}
