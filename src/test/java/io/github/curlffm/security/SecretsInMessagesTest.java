package io.github.curlffm.security;

import static io.github.curlffm.option.Option.DOH_URL;
import static io.github.curlffm.option.Option.PRE_PROXY;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.REFERER;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Transfers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No message shows the name and the password that a URL begins with; all else of it stays readable. */
class SecretsInMessagesTest {

    private static final String SECRET = "hunter2";

    private final Easy easy = new Easy();

    private static void isSilent(Throwable e, String shown) {
        assertFalse(e.toString().contains(SECRET) || e.toString().contains("alice"), e::toString);
        assertTrue(e.getMessage().contains(shown), e::toString);
    }

    static List<Option<String>> urls() {
        return List.of(URL, PROXY, PRE_PROXY, REFERER, DOH_URL, Option.string("LINK", URL.number()));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void aRefusedUrlIsShownWithoutThem(Option<String> option) {
        for (String url : List.of("http://alice:" + SECRET + "@host/a\n", "alice:" + SECRET + "@host/a\n")) {
            isSilent(assertThrows(CurlOptionException.class, () -> easy.set(option, url)), "***@host/a");
        }
        String tooLong = "http://alice:" + SECRET + "@host/" + "a".repeat(9_000_000);
        isSilent(assertThrows(CurlOptionException.class, () -> easy.set(option, tooLong)), "***@host/aaa");
    }

    /** Where such a password ends is anybody's guess. */
    @ParameterizedTest
    @ValueSource(strings = {"hunter2/@", "hunter2@", "hunter2#@", "?hunter2@x@"})
    void noneOfAPasswordWithReservedCharactersIsShown(String password) {
        String url = "http://alice:" + password + "host/a\n";
        isSilent(assertThrows(CurlOptionException.class, () -> easy.set(URL, url)), "http://***@host/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host:80/a?to=b@c", "http://host/a@b", "host/a@b", "http://[::1]:80/@", "*"})
    void whatHasNoPasswordIsShownAsItIs(String url) {
        Exception e = assertThrows(CurlOptionException.class, () -> easy.set(URL, url + "\n"));
        assertTrue(e.getMessage().contains('"' + url + "\\u000a\""), e::toString);
    }

    @Test
    void anAddressForMailIsNone() {
        Exception e = assertThrows(CurlOptionException.class, () -> easy.set(Option.MAIL_FROM, "alice@host\n"));
        assertTrue(e.getMessage().contains("alice@host"), e::toString);
    }

    /** libcurl puts the whole of it into its words. */
    @ParameterizedTest
    @ValueSource(strings = {"nosuch://%s@host:1", "http://%s@host:999999", "%s@host:999999", "http://%s'@host:999999"})
    void aProxyThatLibcurlCannotReadIsShownWithoutThem(String proxy, Multi multi) throws Exception {
        easy.set(URL, "http://127.0.0.1/").set(PROXY, proxy.formatted("alice:" + SECRET));
        isSilent(assertThrows(CurlException.class, easy::perform), "***@host");
        isSilent(Transfers.performOne(multi.add(easy)).failure(), "***@host");
    }

    static Stream<String> badUrls() {
        return Stream.of("http://alice:hunter2@host:x/", "nosuch+1://alice:hunter2@/", "http://alice:hunter2@host\0/");
    }

    @ParameterizedTest
    @MethodSource("badUrls")
    void aCurlUrlThatIsNoneIsShownWithoutThem(String url) {
        easy.close();
        isSilent(assertThrows(CurlUrlException.class, () -> CurlUrl.parse(url)), "***@");
    }

    @Test
    void aUrlThatIsNoUriIsShownWithoutThem() {
        easy.close();
        try (CurlUrl url = CurlUrl.parse("http://alice:hunter2@host/")) {
            url.set(Part.PATH, "/a|b");
            assertEquals("http://alice:hunter2@host/a|b", url.toString());
            isSilent(assertThrows(IllegalArgumentException.class, url::toURI), "***@host/a|b");
        }
    }

    @Test
    void aRefusedPasswordOfACurlUrlIsNotShown(CurlUrl url) {
        easy.close();
        isSilent(assertThrows(CurlUrlException.class, () -> url.set(Part.PASSWORD, "hunter2\0")), "not shown");
    }
}
