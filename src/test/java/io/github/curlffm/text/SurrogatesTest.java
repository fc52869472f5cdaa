package io.github.curlffm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Half an emoji has no form in any charset: it is refused, and never sent as a question mark. */
class SurrogatesTest {

    private static final String CUT = "\ud83d\udca9".substring(0, 1);
    private static final String REST = "\ud83d\udca9".substring(1);

    private static Arguments use(String name, Class<? extends Exception> refusal, BiConsumer<Easy, String> use) {
        return arguments(name, refusal, use);
    }

    private static Arguments option(Option<String> option) {
        return use(option.name(), CurlOptionException.class, (easy, text) -> easy.set(option, text));
    }

    private static Arguments part(String name, BiConsumer<MimePart, String> setter) {
        return use("MimePart." + name, IllegalArgumentException.class, (easy, text) -> {
            try (Mime mime = new Mime(easy)) {
                setter.accept(mime.addPart(), text);
            }
        });
    }

    static Stream<Arguments> uses() {
        return Stream.of(
                option(Option.URL),
                option(Option.USERPWD),
                option(Option.COOKIEFILE),
                option(Option.COOKIELIST),
                option(Option.CUSTOMREQUEST),
                option(Option.string("NEWOPT", 19_999)),
                use(
                        "HTTPHEADER",
                        CurlOptionException.class,
                        (easy, text) -> easy.set(Option.HTTPHEADER, List.of("A: b", text))),
                use("POSTFIELDS", CurlOptionException.class, (easy, text) -> easy.set(Option.POSTFIELDS, text)),
                use("CAINFO_BLOB", CurlOptionException.class, (easy, text) -> easy.set(Option.CAINFO_BLOB, text)),
                part("name", MimePart::name),
                part("filename", MimePart::filename),
                part("type", MimePart::type),
                part("headers", (part, text) -> part.headers(List.of(text))),
                part("data", MimePart::data),
                use("header", IllegalArgumentException.class, Easy::header),
                use("CurlUrl.parse", CurlUrlException.class, (easy, text) -> CurlUrl.parse(text)),
                use("CurlUrl.set", CurlUrlException.class, (easy, text) -> {
                    try (CurlUrl url = new CurlUrl()) {
                        url.set(CurlUrl.Part.QUERY, text, CurlUrl.Flag.URLENCODE);
                    }
                }),
                use("escape", IllegalArgumentException.class, (easy, text) -> Curl.escape(text)),
                use("unescape", IllegalArgumentException.class, (easy, text) -> Curl.unescape(text)),
                use("parseDate", IllegalArgumentException.class, (easy, text) -> Curl.parseDate(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uses")
    void isRefused(String name, Class<? extends Exception> refusal, BiConsumer<Easy, String> use) {
        try (Easy easy = new Easy()) {
            for (String text : List.of("a" + CUT + "b", "a" + REST, "a" + REST + CUT)) {
                Exception e = assertThrows(refusal, () -> use.accept(easy, text));
                assertTrue(e.getMessage().contains("has half a character at index 1"), e::getMessage);
                assertTrue(e.getMessage().codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000), e::getMessage);
            }
        }
    }

    @Test
    void isRefusedInTrailers() {
        Needs.libcurl("7.64.0");
        try (Easy easy = new Easy().set(Option.TRAILERFUNCTION, () -> List.of("X: " + CUT))) {
            CallbackException e = assertThrows(CallbackException.class, () -> Trailers.of(easy));
            assertInstanceOf(IllegalArgumentException.class, e.getCause());
        }
    }

    @Test
    void isRefusedByTrace() {
        Needs.libcurl("8.3.0");
        assertThrows(IllegalArgumentException.class, () -> Curl.trace(CUT));
    }

    @Test
    void aSecretIsNotShown() {
        try (Easy easy = new Easy()) {
            String message = assertThrows(CurlOptionException.class, () -> easy.set(Option.PASSWORD, "xyzzy" + CUT))
                    .getMessage();
            assertEquals(
                    "CURLOPT_PASSWORD refused the value (a secret, not shown): it has half a character at index 5",
                    message);
        }
    }

    @Test
    void aWholeOneIsSent() {
        assertEquals("%F0%9F%92%A9", Curl.escape(CUT + REST));
    }
}
