package io.github.curlffm.text;

import static io.github.curlffm.option.Option.ABSTRACT_UNIX_SOCKET;
import static io.github.curlffm.option.Option.CAINFO;
import static io.github.curlffm.option.Option.COOKIEJAR;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of files are the bytes that the system has, whatever Java makes of them. */
class FileNamesTest {

    private static final String COOKIE = "xyzzy";

    @TempDir
    private Path folder;

    private static Path file(Path folder, String name) {
        return Path.of(URI.create(folder.toUri() + name));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** Saves a cookie. */
    private static void save(Option<String> jar, Path path) throws IOException {
        try (Echo echo = new Echo("Set-Cookie: a=" + COOKIE + "\n");
                Easy easy = new Easy().set(URL, echo.url("/"))) {
            easy.set(jar, path).perform();
        }
    }

    /** Uses a file in each way that there is; {@return nothing, or what went wrong} */
    static String used(Path folder, String name) throws Exception {
        Path file = file(folder, name);
        Files.writeString(file, "");
        try (Easy easy = new Easy()) {
            easy.set(URL, "file:///dev/null")
                    .set(Option.VERBOSE, true)
                    .set(STDERR, file)
                    .perform();
        }
        if (Files.size(file) == 0 || count(folder) != 1) {
            return "STDERR wrote to another";
        }
        Files.writeString(file, "hello");
        try (Echo echo = new Echo();
                Easy easy = new Easy().set(URL, echo.url("/"));
                Mime mime = new Mime(easy)) {
            mime.addPart().name("f").file(file);
            easy.set(Option.MIMEPOST, mime).perform();
            if (!echo.last().contains("\r\n\r\nhello\r\n") && !echo.last().contains("hello")) {
                return "the form has not the file: " + echo.last();
            }
        }
        Files.delete(file);
        save(COOKIEJAR, file);
        String jar = Files.exists(file) ? Files.readString(file) : "";
        Files.deleteIfExists(file);
        return jar.contains(COOKIE) && count(folder) == 0 ? "" : "COOKIEJAR is another: " + count(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "%C3%BC", "%FC", "a%25b%20c%FF%0A"})
    void areUsedAsTheyAre(String name) throws Exception {
        if (name.endsWith("%0A")) { // which a form cannot have
            Path file = file(folder, name);
            save(COOKIEJAR, file);
            assertTrue(Files.readString(file).contains(COOKIE));
        } else {
            assertEquals("", used(folder, name));
        }
    }

    /** Where Java takes all names for ASCII. */
    static final class InTheCLocale {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            System.out.println(used(folder, "plain") + used(folder, "%C3%BC") + used(folder, "%FC") + "end");
        }
    }

    @Test
    void areUsedAsTheyAreInTheCLocale() throws Exception {
        Child.Outcome outcome = ChildJvm.of(InTheCLocale.class)
                .environment("LC_ALL", "C")
                .arguments(folder.toString())
                .run();
        assertEquals("end", outcome.out().strip(), outcome::toString);
    }

    @Test
    void theNameOfAFormsFileIsItsBytes() throws Exception {
        Path file = Files.writeString(file(folder, "%FCa.txt"), "hello");
        try (Echo echo = new Echo();
                Easy easy = new Easy().set(URL, echo.url("/"));
                Mime mime = new Mime(easy)) {
            mime.addPart().name("f").file(file);
            easy.set(Option.MIMEPOST, mime).perform();
            assertTrue(echo.last().contains("filename=\"\u00fca.txt\""), echo::last);
        }
    }

    @Test
    void anOptionThatNamesNoneTakesNoPath() {
        try (Easy easy = new Easy()) {
            for (Option<String> option : List.of(USERAGENT, URL, ABSTRACT_UNIX_SOCKET, Option.string("NEW", 19_999))) {
                CurlOptionException e = assertThrows(CurlOptionException.class, () -> easy.set(option, folder));
                assertTrue(e.getMessage().startsWith(option + " refused the value"), e::getMessage);
                assertTrue(e.getMessage().endsWith("it names no file, so it takes no path"), e::getMessage);
            }
        }
    }

    @Test
    void namesLeadOnAsInPathOf() throws IOException {
        save(COOKIEJAR, folder.resolve("jar"));
        assertTrue(Files.readString(folder.resolve("jar")).contains(COOKIE));
    }

    @Test
    void aFileInAnArchiveIsRefused() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"));
                Easy easy = new Easy();
                Mime mime = new Mime(easy)) {
            Path inside = zip.getPath("file");
            assertThrows(CurlOptionException.class, () -> easy.set(CAINFO, inside));
            assertThrows(CurlOptionException.class, () -> easy.set(STDERR, inside));
            assertThrows(
                    UnsupportedOperationException.class, () -> mime.addPart().file(inside));
        }
    }

    @Test
    void nullIsRefused() {
        try (Easy easy = new Easy()) {
            assertThrows(NullPointerException.class, () -> easy.set(URL, (String) null));
            assertThrows(NullPointerException.class, () -> easy.set(URL, (URI) null));
            assertThrows(NullPointerException.class, () -> easy.set(CAINFO, (Path) null));
        }
    }
}
