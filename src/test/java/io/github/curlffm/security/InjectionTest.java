package io.github.curlffm.security;

import static io.github.curlffm.option.Option.COPYPOSTFIELDS;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.TRAILERFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.RequestRecorder;
import io.github.curlffm.testing.WireServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Line breaks and zero bytes, with which a value could become a line of the protocol: refused wherever a string goes
 * there; that every option refuses them is in {@code OptionRefusalsTest}.
 */
class InjectionTest {

    private static final String INJECTED = "Injected: 1";

    @FunctionalInterface
    private interface Labelling {
        MimePart apply(MimePart part, String value) throws Exception;
    }

    private static final Map<String, Labelling> LABELS = Map.of(
            "name", MimePart::name,
            "filename", MimePart::filename,
            "type", MimePart::type,
            "header", (part, value) -> part.headers(List.of("X-First: fine", value)),
            "file", (part, value) -> part.file(Path.of(value)));

    private static final Set<Part> ENCODABLE =
            EnumSet.of(Part.USER, Part.PASSWORD, Part.OPTIONS, Part.PATH, Part.QUERY, Part.FRAGMENT);

    private final RequestRecorder peer = new RequestRecorder();
    private final Easy easy = new Easy().set(URL, peer.url("/")).set(WRITEFUNCTION, data -> {});

    static Stream<String> injections() {
        return Stream.of("\r\n", "\n", "\r", "\0").map(end -> "value" + end + INJECTED);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void aMimePartTakesNone(String value) {
        try (Mime mime = new Mime(easy)) {
            MimePart part = mime.addPart();
            LABELS.forEach((label, setter) -> {
                if (label.equals("file") && value.indexOf(0) >= 0) {
                    return; // Java has no such path
                }
                var e = assertThrows(IllegalArgumentException.class, () -> setter.apply(part, value), label);
                assertTrue(e.getMessage().contains("of a MIME part has a line break or zero byte at index 5"), label);
                assertTrue(e.getMessage().contains(label), e::toString);
                assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e::toString);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("injections")
    void trailersTakeNone(String value, WireServer listener) {
        listener.serve(connection -> connection.in().readAllBytes());
        easy.set(URL, listener.url("http", "/"))
                .set(UPLOAD, true)
                .set(HTTPHEADER, List.of("Transfer-Encoding: chunked", "Trailer: X-Trailer", "Expect:"))
                .set(READFUNCTION, buffer -> 0)
                .set(TRAILERFUNCTION, () -> List.of("X-Trailer: " + value));
        var e = assertThrows(CallbackException.class, easy::perform);
        assertInstanceOf(IllegalArgumentException.class, e.getCause());
        assertTrue(e.getMessage().contains("line break or zero byte"), e::toString);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void aUrlTakesNone(String value) {
        String url = "http://127.0.0.1/" + value;
        assertThrows(IllegalArgumentException.class, () -> easy.set(URL, url));
        assertThrows(CurlUrlException.class, () -> CurlUrl.parse(url).close());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void noPartOfAUrlTakesOne(Part part) {
        injections().forEach(value -> {
            try (CurlUrl url = CurlUrl.parse("http://127.0.0.1/path")) {
                var e = assertThrows(CurlUrlException.class, () -> url.set(part, value));
                assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e::toString);
                assertEquals("http://127.0.0.1/path", url.get(Part.URL));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void encodedTheyAreData(Part part) {
        try (CurlUrl url = CurlUrl.parse("http://127.0.0.1/path")) {
            try {
                url.set(part, "value\r\n" + INJECTED, Flag.URLENCODE);
            } catch (CurlUrlException refused) {
                assertFalse(ENCODABLE.contains(part), refused::toString);
                return;
            }
            String whole = url.get(Part.URL);
            assertTrue(whole.chars().noneMatch(Character::isISOControl), whole);
        }
    }

    /** Percent-encoded they are data to HTTP; to FTP they would be a command. */
    @Test
    void anEncodedLineBreakIsNoCommand() {
        Needs.protocol("ftp");
        List<String> commands = new CopyOnWriteArrayList<>();
        try (WireServer ftp = new WireServer(connection -> {
            connection.write("220 ready\r\n");
            for (String line; (line = connection.readLine()) != null; ) {
                commands.add(line);
                connection.write(line.startsWith("USER") ? "230 in\r\n" : "500 no\r\n");
            }
        })) {
            easy.set(URL, ftp.url("ftp", "/a%0d%0aDELE%201/b")).set(TIMEOUT_MS, 10_000);
            assertThrows(CurlException.class, easy::perform);
        }
        assertTrue(commands.stream().noneMatch(line -> line.startsWith("DELE")), commands::toString);
    }

    @Test
    void aBodyMayHoldAnything() throws Exception {
        for (Option<byte[]> option : List.of(POSTFIELDS, COPYPOSTFIELDS)) {
            easy.set(option, "a\r\n\r\n\0b").perform();
            assertEquals("a\r\n\r\n\0b", new String(peer.take().body(), StandardCharsets.US_ASCII));
        }
    }

    /** {@code getBytes} would make line breaks of none of these, which other encodings of the past did. */
    @ParameterizedTest
    @ValueSource(strings = {"\u560d\u560a", "\u2028", "\u0085", "\u010d\u010a"})
    void nothingElseTurnsIntoOneOnTheWay(String value) throws Exception {
        easy.set(HTTPHEADER, List.of("X-Header: " + value + INJECTED)).perform();
        String head = peer.take().head();
        assertEquals(4, head.lines().filter(line -> !line.isEmpty()).count(), head);
        assertTrue(head.lines().noneMatch(line -> line.startsWith(INJECTED)), head);
    }
}
