package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.CONNECTTIMEOUT_MS;
import static io.github.curlffm.option.Option.DNS_CACHE_TIMEOUT;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.LOW_SPEED_TIME;
import static io.github.curlffm.option.Option.MAXREDIRS;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.REFERER;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.TIMEOUT;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.TIMEVALUE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.option.Follow;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Options;
import io.github.curlffm.testing.RequestRecorder;
import io.github.curlffm.testing.StallingPeer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Values that Java users have: times, URIs, maps of headers, objects of a class. */
class OtherFormsTest {

    private final RequestRecorder recorder = new RequestRecorder();
    private final Easy easy = new Easy();

    private static void refused(String why, Executable call) {
        CurlOptionException e = assertThrows(CurlOptionException.class, call);
        assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
        assertTrue(e.getMessage().contains(why), e::getMessage);
    }

    // --- lengths of time
    // ----------------------------------------------------------------------------------------------

    /** An option that is said to be in seconds or milliseconds takes a Duration, and no other does. */
    @Test
    void theUnitsAreThoseOfTheJavadoc() throws Exception {
        String source = Files.readString(Path.of("src/main/java/io/github/curlffm/option/Option.java"));
        Pattern row = Pattern.compile(
                "/\\*\\*(?<doc>(?:(?!\\*/).)*)\\*/(?:\\s*@\\w+)*\\s*Option<Long> (?<name>\\w+) =", Pattern.DOTALL);
        Set<String> seconds = new TreeSet<>();
        Set<String> milliseconds = new TreeSet<>();
        row.matcher(source).results().forEach(match -> {
            String doc = match.group("doc").replaceAll("\\s*\\*\\s*", " ");
            if (doc.contains("in milliseconds")) {
                milliseconds.add(match.group("name"));
            } else if (doc.contains("in seconds") && !doc.contains("since 1970")) {
                seconds.add(match.group("name"));
            }
        });
        assertEquals(seconds, namesWith(Trait.SECONDS));
        assertEquals(milliseconds, namesWith(Trait.MILLISECONDS));
        assertTrue(seconds.containsAll(Set.of("TIMEOUT", "TCP_KEEPIDLE")), seconds::toString);
        assertTrue(milliseconds.containsAll(Set.of("TIMEOUT_MS", "UPKEEP_INTERVAL_MS")), milliseconds::toString);
    }

    private static Set<String> namesWith(Trait trait) {
        return Options.all().stream()
                .filter(option -> Keys.row(option).has(trait))
                .map(Option::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aDurationIsATimeout(StallingPeer stalling) {
        easy.set(URL, stalling.url()).set(WRITEFUNCTION, data -> {}).set(TIMEOUT_MS, Duration.ofMillis(50));
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.OPERATION_TIMEDOUT, e.code());
        assertTrue(
                Pattern.compile("after (5\\d|[6-9]\\d|\\d{3}) milliseconds")
                        .matcher(e.getMessage())
                        .find(),
                e::getMessage);
    }

    /** A nanosecond must not become 0, for which libcurl would wait without end. */
    @Test
    void aPartOfAUnitIsRoundedUp(StallingPeer stalling) {
        easy.set(URL, stalling.url()).set(WRITEFUNCTION, data -> {});
        for (Option<Long> option : List.of(TIMEOUT_MS, TIMEOUT)) {
            easy.set(option, Duration.ofNanos(1));
            assertEquals(
                    CurlCode.OPERATION_TIMEDOUT,
                    assertThrows(CurlException.class, easy::perform).code());
        }
    }

    @Test
    void whatIsNoLengthOfTimeIsRefused() {
        refused("it is not a length of time, so it takes a number", () -> easy.set(MAXREDIRS, Duration.ofSeconds(1)));
        refused("it is not a length of time", () -> easy.set(TIMEVALUE, Duration.ofSeconds(1)));
        refused(
                "it cannot be negative; a special value is set as a number",
                () -> easy.set(DNS_CACHE_TIMEOUT, Duration.ofSeconds(-1)));
    }

    /** libcurl takes the longest time that it has, or refuses. */
    @Test
    void whatIsTooLongDoesNotBecomeShort() throws Exception {
        easy.set(URL, recorder.url("/")).set(WRITEFUNCTION, data -> {});
        for (Option<Long> option : List.of(TIMEOUT_MS, TIMEOUT, CONNECTTIMEOUT_MS, LOW_SPEED_TIME)) {
            try {
                easy.set(option, ChronoUnit.FOREVER.getDuration());
            } catch (CurlOptionException e) {
                assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
            }
            easy.perform();
        }
    }

    // --- URIs
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void aUriIsWhereItGoes() throws Exception {
        easy.set(URL, URI.create(recorder.url("/a%20b/\u00fc?q=\u20ac")))
                .set(REFERER, URI.create("http://127.0.0.1/before"))
                .set(WRITEFUNCTION, data -> {})
                .perform();
        RequestRecorder.Request request = recorder.take();
        assertEquals("GET /a%20b/%C3%BC?q=%E2%82%AC", request.line());
        assertEquals("http://127.0.0.1/before", request.header("Referer"));
    }

    @Test
    void whatIsNoUriIsRefused() {
        refused("it is not a URI, so it takes a string", () -> easy.set(USERAGENT, URI.create("http://127.0.0.1/")));
        CurlOptionException secret = assertThrows(
                CurlOptionException.class, () -> easy.set(USERPWD, URI.create("http://me:hunter2@127.0.0.1/")));
        assertTrue(!secret.getMessage().contains("hunter2"), secret::getMessage);
    }

    // --- headers
    // ------------------------------------------------------------------------------------------------------

    @Test
    void aMapIsHeaders() throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Second", "2: two");
        headers.put("X-First", "1");
        headers.put("X-Empty", "");
        easy.set(URL, recorder.url("/"))
                .set(HTTPHEADER, headers)
                .set(WRITEFUNCTION, data -> {})
                .perform();
        String head = recorder.take().head();
        assertTrue(head.contains("\nX-Second: 2: two\nX-First: 1\nX-Empty:\n"), head);
    }

    @Test
    void whatIsNoHeaderIsRefused() {
        refused("it takes no headers, but a list of strings", () -> easy.set(RESOLVE, Map.of("a", "b")));
        for (String name : List.of("", "X:", "X;")) {
            refused("the name of header 0 is empty or has a : or ;", () -> easy.set(HTTPHEADER, Map.of(name, "value")));
        }
        refused("line break", () -> easy.set(HTTPHEADER, Map.of("X-First", "1\r\nX-Second: 2")));
        refused("line break", () -> easy.set(HTTPHEADER, Map.of("X-First\n", "1")));
    }

    // --- what follows, and what is private
    // ----------------------------------------------------------------------------

    @Test
    void followIsAConstant() {
        easy.set(FOLLOWLOCATION, Follow.ALL);
        refused("only FOLLOWLOCATION takes it", () -> easy.set(MAXREDIRS, Follow.ALL));
    }

    @Test
    void thePrivateObjectHasAClass() {
        assertNull(easy.get(PRIVATE, List.class));
        List<String> own = Arrays.asList("mine");
        easy.set(PRIVATE, own);
        assertSame(own, easy.get(PRIVATE, List.class));
        assertThrows(ClassCastException.class, () -> easy.get(PRIVATE, String.class));
    }
}
