package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, run as a reader of the README runs them. */
@Tag("slow")
class ScriptsTest {

    private static final Path EXAMPLES = Path.of("src/test/java/io/github/curlffm/examples");
    private static final Pattern THREADS =
            Pattern.compile("\n== Virtual threads: (\\d+), on a server that waits 100 ms \\(.*(?s:.*)\nrequests 100 %\n"
                    + "(\\d+) requests in \\d+ ms: \\d+ a second\n$");
    private static final String FIND_JDK = ". scripts/find-jdk && find_jdk && printf 'JAVA_HOME=%s' \"$JAVA_HOME\"";

    @TempDir
    Path folder;

    private Child.Outcome demo(String... arguments) throws Exception {
        String[] command =
                Stream.concat(Stream.of("scripts/demo"), Stream.of(arguments)).toArray(String[]::new);
        Child.Outcome outcome = new Child(folder).bash(command);
        assertEquals(0, outcome.exit(), outcome::toString);
        return outcome;
    }

    private static void assertShowsThePrograms(String printed) {
        assertAll(Stream.of("HeaderAndBody", "Progress", "Debug", "VirtualThreads")
                .map(name -> () -> {
                    List<String> source = Files.readAllLines(EXAMPLES.resolve(name + ".java"));
                    List<String> shown =
                            source.subList(source.indexOf("        // begin") + 1, source.indexOf("        // end"));
                    assertTrue(shown.size() > 5, name);
                    String text = String.join("\n", shown).indent(-8);
                    String quoted =
                            text.lines().map(line -> "  | " + line + "\n").reduce("", String::concat);
                    assertTrue(printed.contains(quoted), () -> quoted + " is not in\n" + printed);
                }));
    }

    @Test
    void theDemoWithoutArgumentsShowsFourProgramsAndWhatTheyDo() throws Exception {
        String printed = demo().out();
        assertShowsThePrograms(printed);
        assertShowsManyThreads(printed);
        assertAll(Stream.of(
                        "\n200\nHTTP/1.1 200 OK\r\n",
                        "Hello from the server that the demonstration brought along.\n",
                        "\ndownload 100 %\n",
                        "\nupload 100 %\n",
                        "\ndebug(HEADER_OUT): GET / HTTP/1.1\n",
                        "\ndebug(HEADER_IN): HTTP/1.1 200 OK\n",
                        "\ndebug(DATA_IN): 180 bytes\n")
                .map(part -> () -> assertTrue(printed.contains(part), () -> part + " is not in\n" + printed)));
    }

    @Test
    void theDemoShowsItselfOnAUrlThatItIsGiven(HttpPeer peer) throws Exception {
        peer.serve("a page of somebody else's");
        String printed = demo(peer.url("/page")).out();
        assertShowsThePrograms(printed);
        assertShowsManyThreads(printed); // on a server of its own: they are too many for somebody else's
        assertAll(Stream.of(
                        "on " + peer.url("/page") + "\n",
                        "\na page of somebody else's\n",
                        "\ndownload 100 %\n",
                        "\nupload 100 %\n",
                        "\ndebug(HEADER_OUT): GET /page HTTP/1.1\n")
                .map(part -> () -> assertTrue(printed.contains(part), () -> part + " is not in\n" + printed)));
    }

    private static void assertShowsManyThreads(String printed) {
        Matcher matcher = THREADS.matcher(printed);
        assertTrue(matcher.find(), () -> THREADS + " is not in\n" + printed);
        int threads = Integer.parseInt(matcher.group(1));
        assertEquals(5 * threads, Integer.parseInt(matcher.group(2)), printed);
        assertEquals(
                threads < 1000, printed.contains("\nOnly " + threads + " of 1000 threads: ulimit -n is "), printed);
    }

    @Test
    void theDemoHasFewerThreadsWhereFewFilesMayBeOpen() throws Exception {
        Child.Outcome outcome = new Child(folder).bash("-c", "ulimit -n 150 && exec scripts/demo");
        assertEquals(0, outcome.exit(), outcome::toString);
        assertTrue(outcome.out().contains(" of 1000 threads: ulimit -n is 150\n"), outcome::toString);
        assertShowsManyThreads(outcome.out());
    }

    @Test
    void theDemoUsesTheLibcurlOfTheTests() throws Exception {
        String first = demo().out().lines().findFirst().orElseThrow();
        String version = Curl.version().version();
        assertTrue(first.startsWith("curl-ffm on libcurl " + version + " ("), first);
    }

    /** The cache has been used if a class of the library comes from it. */
    @Test
    void anAotCacheIsMadeAndUsed(HttpPeer peer) throws Exception {
        Needs.that(Runtime.version().feature() >= 25, "a JDK 25 or newer, which makes an AOT cache by one option");
        Path source = Files.writeString(folder.resolve("App.java"), """
                import io.github.curlffm.Easy;
                import io.github.curlffm.option.Option;

                public class App {
                    public static void main(String[] arguments) throws Exception {
                        try (Easy curl = new Easy()) {
                            System.out.println(curl.set(Option.URL, arguments[0]).performString());
                        }
                    }
                }
                """);
        String script = """
                set -e
                home=%s
                "$home/bin/javac" -d "$1/app" -cp target/classes "$1/App.java"
                "$home/bin/jar" cf "$1/app.jar" -C "$1/app" .
                "$home/bin/jar" cf "$1/curl-ffm.jar" -C target/classes .
                export JAVA_HOME=$home
                scripts/aot "$1/app.aot" -cp "$1/app.jar:$1/curl-ffm.jar" App "$2"
                "$home/bin/java" -XX:AOTCache="$1/app.aot" -Xlog:class+load --enable-native-access=ALL-UNNAMED \\
                    -cp "$1/app.jar:$1/curl-ffm.jar" App "$2"
                """.formatted(System.getProperty("java.home"));
        Child.Outcome outcome = new Child(folder).bash("-c", script, "aot", source.getParent() + "", peer.url("/"));
        assertEquals(0, outcome.exit(), outcome::toString);
        assertEquals(2, outcome.out().lines().filter(HttpPeer.BODY::equals).count(), outcome::toString);
        assertTrue(
                outcome.out()
                        .lines()
                        .anyMatch(line ->
                                line.contains("io.github.curlffm.Easy ") && line.contains("shared objects file")),
                outcome::toString);
    }

    /** A folder that looks like a JDK, as far as find-jdk looks. */
    private Path jdk(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        Files.createDirectories(home.resolve("bin"));
        for (String tool : List.of("java", "javac", "jshell")) {
            Files.writeString(home.resolve("bin").resolve(tool), "");
            Files.setPosixFilePermissions(
                    home.resolve("bin").resolve(tool), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Test
    void findJdkKeepsAJavaHomeThatWillDo() throws Exception {
        String home = jdk("22").toString();
        Child.Outcome outcome = new Child(folder).with("JAVA_HOME", home).bash("-c", FIND_JDK);
        assertEquals(new Child.Outcome(0, "JAVA_HOME=" + home, ""), outcome);
    }

    @Test
    void findJdkLooksFurtherWhenJavaHomeIsUnusable() throws Exception {
        for (String unusable :
                List.of(jdk("21.0.2").toString(), jdk("1.8.0_402").toString(), folder + "/nothing")) {
            Child.Outcome outcome =
                    new Child(folder).with("JAVA_HOME", unusable).bash("-c", FIND_JDK);
            assertTrue(outcome.err().startsWith("JAVA_HOME=" + unusable + " is no JDK 22 or newer"), outcome::toString);
            if (outcome.exit() == 0) {
                Path found = Path.of(outcome.out().substring("JAVA_HOME=".length()));
                assertTrue(Files.isExecutable(found.resolve("bin/jshell")), outcome::toString);
            } else {
                assertTrue(outcome.err().contains("curl-ffm needs a JDK 22 or newer"), outcome::toString);
            }
        }
    }

    @Test
    void findJdkTakesTheJdkOnPathBeforeOthers() throws Exception {
        Path home = jdk("24.0.1").toRealPath();
        Child.Outcome outcome = new Child(folder)
                .with("JAVA_HOME", null)
                .with("PATH", home.resolve("bin") + ":" + System.getenv("PATH"))
                .bash("-c", FIND_JDK);
        assertEquals(new Child.Outcome(0, "JAVA_HOME=" + home, ""), outcome);
    }
}
