package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.Curl;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/jshell}, fed with the README's transcript and a little more. */
@Tag("slow")
class JshellTest {

    private static final String PROMPT = "jshell> ";
    private static final String URL = "https://www.example.com/";
    private static final Map<String, String> README = entries();

    private static final String THROWS_ERROR =
            "curl.set(WRITEFUNCTION, body -> { throw new AssertionError(\"bad day\"); }).perform()";
    private static final String WRONG_LAMBDA = "curl.set(READFUNCTION, (type, message) -> {})";
    private static final String SHARED_NAME =
            "curl.set(CERTINFO, true).get(CERTINFO) + \" \" + RESPONSE_CODE + \" \" + TIMERFUNCTION";
    private static final String HEAD = "head(\"" + URL + "\").get(\"X-COLOUR\")";
    private static final String REDIRECTED = "body(\"" + URL + "moved\").length()";
    private static final String FAILED = "body(\"" + URL + "nothing\")";
    private static final String LIBRARY = "Curl.version().library()";
    private static final String STILL_ALIVE = "curl.set(WRITEFUNCTION, body -> System.out.writeBytes(body)).perform()";

    private static final int ATTEMPTS = 5;

    /** So many characters are taken for a piece of an input. No answer begins or ends like its input. */
    private static final int PIECE = 5;

    /** What jshell said to each input. */
    private static Map<String, String> said;

    @BeforeAll
    static void runTheTranscript(@TempDir Path folder) throws Exception {
        Needs.file(Path.of(System.getProperty("java.home"), "bin", "jshell"));
        List<String> inputs = new ArrayList<>(README.keySet());
        inputs.addAll(List.of(THROWS_ERROR, WRONG_LAMBDA, SHARED_NAME, HEAD, REDIRECTED, FAILED, LIBRARY, STILL_ALIVE));
        try (HttpPeer peer = new HttpPeer(JshellTest::answer)) {
            String text = String.join("\n", inputs).replace(URL, peer.url("/")) + "\n";
            for (int attempt = 0; attempt < ATTEMPTS && !isAsInTheReadme(); attempt++) {
                Child.Outcome outcome = new Child(folder)
                        .bashReading(
                                text,
                                "scripts/jshell",
                                "--feedback",
                                "normal",
                                "-J-Djava.util.prefs.userRoot=" + folder);
                assertEquals(0, outcome.exit(), outcome::toString);
                Map<String, String> answers = answers(inputs, outcome.out().replace(peer.url("/"), URL));
                said = answers == null ? said : answers;
            }
            assertNotNull(said, "what jshell repeats was cut by what it printed, each time");
        }
    }

    /** What differs may be a piece of an input that jshell repeats at another place: then it is asked again. */
    private static boolean isAsInTheReadme() {
        return said != null && README.keySet().stream().allMatch(input -> isAsInTheReadme(input, actual(input)));
    }

    private static boolean isAsInTheReadme(String input, String actual) {
        return pattern(README.get(input)).matcher(actual).matches();
    }

    private static String actual(String input) {
        return normalized(answer(input)) + "\n";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-Colour", "blue");
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", "/");
                HttpPeer.answer(exchange, 302, "");
            }
            case "/nothing" -> exchange.close();
            default ->
                HttpPeer.answer(exchange, 200, exchange.getRequestMethod().equals("HEAD") ? "" : ReadmePeers.PAGE);
        }
    }

    /** {@return the README's transcript: what is typed, and what jshell says to it} */
    private static Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry :
                Readme.read("README.md").blocks("jshell").getFirst().text().split("(?m)^" + PROMPT)) {
            if (!entry.isEmpty()) {
                int end = entry.indexOf('\n');
                entries.put(entry.substring(0, end), entry.substring(end + 1));
            }
        }
        return entries;
    }

    /**
     * {@return the outputs by their inputs, which jshell repeats before it answers, or not at all; null when it did
     * neither, since a thread of its own repeats them, and what is printed may come in between, or in an input}
     */
    private static Map<String, String> answers(List<String> inputs, String out) {
        String[] parts = out.split(PROMPT, -1);
        assertTrue(parts.length > inputs.size(), out);
        Map<String, String> answers = new LinkedHashMap<>();
        int repeated = 0;
        for (int i = 0; i < inputs.size(); i++) {
            String input = inputs.get(i);
            String part = parts[i + 1];
            boolean repeats = part.startsWith(input);
            if (!repeats && isCut(input, part)) {
                return null;
            }
            repeated += repeats ? 1 : 0;
            answers.put(input, repeats ? part.substring(input.length()) : part);
        }
        return repeated == 0 || repeated == inputs.size() ? answers : null;
    }

    /** {@return whether a piece of an input stands before or after what was said to it} */
    private static boolean isCut(String input, String part) {
        int piece = Math.min(PIECE, input.length());
        return part.startsWith(input.substring(0, piece))
                || part.strip().endsWith(input.substring(input.length() - piece));
    }

    /** {@return the text without what differs from run to run and from libcurl to libcurl} */
    private static String normalized(String text) {
        return text.replaceAll("Easy@[0-9a-f]+", "Easy@")
                .replaceAll("(?m)(\\[\\d+\\] [^(\n]*) \\([^\n]*\\)$", "$1")
                .strip();
    }

    /** {@return a pattern for a text in which a line of three dots stands for any lines} */
    private static Pattern pattern(String text) {
        List<String> lines = normalized(text)
                .lines()
                .map(line -> line.matches("\\|? *\\.\\.\\.") ? "(?:\\|.*\\n)*?" : Pattern.quote(line) + "\\n")
                .toList();
        return Pattern.compile(String.join("", lines));
    }

    private static String answer(String input) {
        return said.get(input);
    }

    private static void assertSays(String input, String... parts) {
        for (String part : parts) {
            assertTrue(
                    answer(input).contains(part), () -> input + "\nshould say: " + part + "\nsaid: " + answer(input));
        }
    }

    @Test
    void theReadmesTranscriptIsWhatHappens() {
        assertAll(README.keySet().stream().map(input -> () -> {
            String actual = actual(input);
            assertTrue(
                    isAsInTheReadme(input, actual),
                    () -> input + "\nREADME: " + README.get(input) + "\nactual: " + actual);
        }));
    }

    @Test
    void theReadmesTranscriptShowsAllThatItIsThereFor() {
        String text = String.join("\n", README.values());
        assertAll(
                () -> assertTrue(text.contains("==> 200"), "a page is fetched"),
                () -> assertTrue(text.contains("CurlException: [42]"), "a callback stops a transfer"),
                () -> assertTrue(text.contains("Caused by: "), "a callback throws"),
                () -> assertTrue(text.contains("|  Error:\n"), "a wrong type does not compile"));
    }

    @Test
    void anErrorFromACallbackComesAsItIs() {
        assertSays(THROWS_ERROR, "|  Exception java.lang.AssertionError: bad day\n");
    }

    @Test
    void aLambdaOfTheWrongShapeDoesNotCompile() {
        assertSays(WRONG_LAMBDA, "|  Error:\n", "|  " + WRONG_LAMBDA + "\n|  ^");
    }

    @Test
    void aNameThatIsAnOptionAndAnInfoIsBoth() {
        assertSays(SHARED_NAME, "==> \"[] CURLINFO_RESPONSE_CODE CURLMOPT_TIMERFUNCTION\"");
    }

    @Test
    void oneLinersReturnWhatThereIsAndThrowWhatWentWrong() {
        if (Loaded.isAtLeast("7.83.0")) {
            assertSays(HEAD, "==> [blue]");
        } else {
            assertSays(HEAD, "UnsupportedOperationException");
        }
        assertSays(REDIRECTED, "==> " + ReadmePeers.PAGE.length());
        assertSays(FAILED, "|  Exception io.github.curlffm.CurlException: [52] ");
    }

    @Test
    void theLibraryIsTheOneThatTheEnvironmentNames() {
        assertSays(LIBRARY, "==> \"" + Curl.version().library() + "\"");
    }

    @Test
    void theSessionAndTheHandleLiveOn() {
        assertSays(STILL_ALIVE, ReadmePeers.PAGE);
    }
}
