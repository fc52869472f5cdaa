package io.github.curlffm.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Javac;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of the wrong type is an error of the compiler's, whose message names the type of the option. */
class WrongTypesTest {

    private static final String SOURCE = """
            import static io.github.curlffm.option.Option.*;
            import io.github.curlffm.*;
            import io.github.curlffm.option.*;
            import java.util.*;

            class Snippet {
                void snippet(Easy curl) {
                    curl.%s;
                }
            }
            """;

    @TempDir
    private Path classes;

    /** {@return what the compiler prints about a call, as users see it; empty when it compiles} */
    private String errorsOf(String call) {
        Javac javac = Javac.compile("Snippet", SOURCE.formatted(call), classes);
        assertEquals(javac.compiles(), javac.messages().isEmpty(), javac::messages);
        return javac.messages();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set(URL, \"https://www.example.com/\")",
                "set(TIMEOUT_MS, 30)",
                "set(TIMEOUT_MS, 30L)",
                "set(FOLLOWLOCATION, true)",
                "set(VERBOSE, true)",
                "set(HTTPAUTH, Set.of(Auth.BASIC, Auth.DIGEST))",
                "set(HTTPHEADER, List.of(\"Accept: text/html\"))",
                "set(POSTFIELDS, \"a=b\")",
                "set(POSTFIELDS, new byte[] {1})",
                "set(HTTP_VERSION, HttpVersion.HTTP_1_1)",
            })
    void aValueOfTheRightTypeCompiles(String call) {
        assertEquals("", errorsOf(call));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set(URL, 5)                             | Option<String>",
                "set(TIMEOUT_MS, \"x\")                  | Option<Long>",
                "set(TIMEOUT_MS, 1.5)                    | Option<Long>",
                "set(VERBOSE, 1)                         | Option<Boolean>",
                "set(HTTPHEADER, \"Accept: text/html\")  | Option<List<String>>",
                "set(HTTPAUTH, Auth.BASIC)               | Option<Set<Auth>>",
                "set(HTTPAUTH, Set.of(HttpVersion.NONE)) | Option<Set<Auth>>",
                "set(POSTFIELDS, 5)                      | Option<byte[]>",
                "set(WRITEFUNCTION, \"x\")               | Option<WriteCallback>",
            })
    void aValueOfTheWrongTypeDoesNotCompileAndTheMessageNamesTheTypeOfTheOption(String call, String type) {
        assertNames(type, errorsOf(call));
    }

    /** Of a lambda javac only says what is wrong with it; the line that it shows names the option. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "set(WRITEFUNCTION, (a, b) -> {})",
                "set(WRITEFUNCTION, () -> {})",
                "set(WRITEFUNCTION, data -> \"text\")",
                "set(WRITEFUNCTION, String::length)",
                "set(XFERINFOFUNCTION, now -> {})",
                "set(READFUNCTION, buffer -> {})",
                "set(SEEKFUNCTION, (offset, origin) -> 0)",
            })
    void aLambdaOfTheWrongShapeDoesNotCompileAndTheMessageShowsTheCall(String call) {
        assertNames("curl." + call, errorsOf(call));
    }

    private static void assertNames(String expected, String message) {
        assertTrue(message.contains(expected), () -> "javac: " + message);
    }
}
