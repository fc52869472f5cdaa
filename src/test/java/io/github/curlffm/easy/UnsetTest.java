package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.COPYPOSTFIELDS;
import static io.github.curlffm.option.Option.CUSTOMREQUEST;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPGET;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.NOBODY;
import static io.github.curlffm.option.Option.POST;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.RANGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.REFERER;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Options;
import io.github.curlffm.testing.RequestRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An option that was set and unset leaves no trace on the wire. */
class UnsetTest {

    private final RequestRecorder server = new RequestRecorder();
    private final Easy easy = new Easy();

    @TempDir
    Path folder;

    /** Nothing here is to print the body, or to wait for one from the keyboard. */
    @BeforeEach
    void useNoStandardStreams() {
        easy.set(WRITEFUNCTION, body -> {}).set(READFUNCTION, buffer -> 0);
    }

    private String onTheWire(String path) throws IOException {
        easy.set(URL, server.url(path)).perform();
        return server.take().text();
    }

    private static final Set<Option<?>> ALWAYS_SET = Set.of(URL, WRITEFUNCTION, READFUNCTION);

    static Stream<Option<?>> all() {
        return Options.all().stream().filter(option -> !ALWAYS_SET.contains(option));
    }

    @ParameterizedTest
    @MethodSource("all")
    void unsetLeavesNoTrace(Option<?> option) throws IOException {
        String before = onTheWire("/");
        try {
            easy.unset(option);
            Object value = Options.sensible(option, folder);
            if (value != null) {
                Options.set(easy, option, value);
            }
        } catch (CurlOptionException notBuiltIn) {
            return; // EasyOptionsTest looks into these
        }
        easy.unset(option);
        assertEquals(before, onTheWire("/"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void resetLeavesNoTrace(Option<?> option) throws IOException {
        String before = onTheWire("/");
        Object value = Options.sensible(option, folder);
        try {
            if (value != null) {
                Options.set(easy, option, value);
            }
        } catch (CurlOptionException notBuiltIn) {
            return; // EasyOptionsTest looks into these
        }
        easy.reset();
        useNoStandardStreams();
        assertEquals(before, onTheWire("/"));
    }

    /** Options that are seen on the wire, how to set them, and what they do there. */
    static Stream<Arguments> seen() {
        return Stream.of(
                seen(
                        HTTPGET,
                        easy -> easy.set(POST, true)
                                .set(READFUNCTION, buffer -> 0)
                                .set(HTTPGET, true),
                        "GET /"),
                seen(UPLOAD, easy -> easy.set(UPLOAD, true), "PUT /"),
                seen(POST, easy -> easy.set(POST, true), "POST /"),
                seen(NOBODY, easy -> easy.set(NOBODY, true), "HEAD /"),
                seen(CUSTOMREQUEST, easy -> easy.set(CUSTOMREQUEST, "PURGE"), "PURGE /"),
                seen(POSTFIELDS, easy -> easy.set(POSTFIELDS, "a=b"), "a=b"),
                seen(COPYPOSTFIELDS, easy -> easy.set(COPYPOSTFIELDS, "a=b"), "a=b"),
                seen(USERAGENT, easy -> easy.set(USERAGENT, "test/1"), "User-Agent: test/1"),
                seen(RANGE, easy -> easy.set(RANGE, "1-2"), "Range: bytes=1-2"),
                seen(REFERER, easy -> easy.set(REFERER, "http://a/"), "Referer: http://a/"),
                seen(USERPWD, easy -> easy.set(USERPWD, "u:p"), "Authorization: Basic dTpw"),
                seen(HTTPHEADER, easy -> easy.set(HTTPHEADER, List.of("X-One: 1")), "X-One: 1"));
    }

    private static Arguments seen(Option<?> option, Consumer<Easy> set, String trace) {
        return arguments(option, set, trace);
    }

    @ParameterizedTest
    @MethodSource("seen")
    void setIsSeenAndUnsetIsNot(Option<?> option, Consumer<Easy> set, String trace) throws IOException {
        String before = onTheWire("/");
        set.accept(easy);
        String between = onTheWire("/");
        assertTrue(between.contains(trace), between);
        easy.unset(option);
        assertEquals(before, onTheWire("/"));
    }

    @ParameterizedTest
    @MethodSource("seen")
    void resetTakesBackWhatWasSet(Option<?> option, Consumer<Easy> set, String trace) throws IOException {
        String before = onTheWire("/");
        set.accept(easy);
        easy.reset();
        useNoStandardStreams();
        assertEquals(before, onTheWire("/"));
    }

    @ParameterizedTest
    @MethodSource("seen")
    void duplicateSendsTheSameAndKeepsItsOptionsWhenTheOriginalIsClosed(
            Option<?> option, Consumer<Easy> set, String trace) throws IOException {
        set.accept(easy);
        String original = onTheWire("/");
        assertTrue(original.contains(trace), original);
        try (Easy duplicate = easy.duplicate()) {
            easy.unset(option);
            easy.close();
            System.gc();
            duplicate.perform();
            assertEquals(original, server.take().text());
        }
    }

    @Test
    void redirectsAreNoLongerFollowed() throws IOException {
        easy.set(FOLLOWLOCATION, true);
        onTheWire("/redirect");
        assertEquals("GET /", server.take().line());
        assertEquals(200, easy.get(Info.RESPONSE_CODE));
        easy.unset(FOLLOWLOCATION);
        onTheWire("/redirect");
        assertTrue(server.isEmpty());
        assertEquals(302, easy.get(Info.RESPONSE_CODE));
    }

    /** NOBODY was set after the body: the request stays a HEAD when the body is taken away. */
    @Test
    void unsetBodyKeepsNobody() throws IOException {
        easy.set(POSTFIELDS, "a=b").set(NOBODY, true).unset(POSTFIELDS);
        assertTrue(onTheWire("/").startsWith("HEAD "));
    }

    /** Nothing was there to be taken away, so that an upload that was asked for stays one. */
    @Test
    void unsetOfABodyThatIsNotThereChangesNothing() throws IOException {
        easy.set(UPLOAD, true).unset(POSTFIELDS).unset(COPYPOSTFIELDS);
        assertTrue(onTheWire("/").startsWith("PUT "));
    }
}
