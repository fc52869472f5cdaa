package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes, files, rooms and members that ARCHITECTURE.md and CONTRIBUTING.md name are there. */
class ArchitectureTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/curlffm");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path BINDINGS = Path.of("src/generated/java");

    /** Those of the JDK that the documents speak of. */
    private static final Set<String> JDK =
            Set.of("Cleaner", "Error", "Linker", "MemorySegment", "ThreadLocal", "UncheckedIOException", "VarHandle");

    /** Words of C, of Java and of the environment, and files of the operating system. */
    private static final Set<String> OTHER = Set.of(
            "CI",
            "JAVA_INT",
            "JAVA_LONG",
            "long",
            "size_t",
            "int",
            "close",
            "try",
            "switch",
            "case",
            "/proc",
            "/dev/full");

    /** The text of each class by its simple name: what two packages have is in one entry. */
    private static final Map<String, String> CLASSES = classes();

    private static Map<String, String> classes() {
        return Stream.of(MAIN, TESTS, BINDINGS)
                .flatMap(root -> javaFiles(root).stream())
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        ArchitectureTest::text,
                        String::concat));
    }

    private static List<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(String text, String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(text).find();
    }

    private static boolean isInTheLibrary(String word) {
        return javaFiles(MAIN).stream().anyMatch(file -> isIn(text(file), word));
    }

    private static boolean isClassWith(String type, String member) {
        return CLASSES.containsKey(type) && isIn(CLASSES.get(type), member);
    }

    private static boolean exists(String span) {
        if (OTHER.contains(span) || JDK.contains(span.replaceFirst("\\..*", ""))) {
            return true;
        } else if (span.contains("/")) {
            return Files.exists(Path.of(span));
        } else if (span.matches("internal\\.\\w+")) {
            return span.equals("internal.ffi") || Files.isDirectory(roomOf(span));
        } else if (span.matches("\\w+\\.\\w+")) {
            return isClassWith(span.replaceFirst("\\..*", ""), span.replaceFirst(".*\\.", ""));
        }
        return CLASSES.containsKey(span) || Files.exists(Path.of(span)) || isInTheLibrary(span);
    }

    private static Path roomOf(String span) {
        return span.equals("base") ? MAIN : MAIN.resolve(span.replace('.', '/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
    void everythingInBackticksExists(String file) {
        List<String> spans = Readme.code(Readme.read(file).prose());
        assertTrue(spans.size() > 10, spans::toString);
        assertAll(spans.stream().map(span -> () -> assertTrue(exists(span), span)));
    }

    @Test
    void everyRoomHasARowWithClassesOfItsOwn() throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (List<String> row : Readme.read("ARCHITECTURE.md").table("The rooms")) {
            String room = row.getFirst().replace("`", "");
            rooms.add(room);
            assertAll(Readme.code(row.get(1)).stream()
                    .filter(span -> span.matches("[A-Z]\\w*[a-z]\\w*|C"))
                    .map(span -> () ->
                            assertTrue(Files.exists(roomOf(room).resolve(span + ".java")), room + " has no " + span)));
        }
        Set<String> folders = new TreeSet<>(Set.of("internal.ffi"));
        for (Path file : javaFiles(MAIN)) {
            String folder = MAIN.relativize(file.getParent()).toString().replace('/', '.');
            folders.add(folder.isEmpty() ? "base" : folder);
        }
        assertEquals(folders, rooms);
    }

    /** In the drawings: what looks like a class, and what looks like a method of one. */
    @Test
    void everyClassInADrawingExists() {
        List<MatchResult> drawn = Readme.read("ARCHITECTURE.md").blocks("text").stream()
                .flatMap(block -> Pattern.compile("\\b([A-Z][a-z]+[A-Z]\\w+|[A-Z][a-z]+(?=\\.\\w))(?:\\.(\\w+))?")
                        .matcher(block.text())
                        .results())
                .toList();
        assertTrue(drawn.size() > 10, () -> "too few: " + drawn.size());
        assertAll(drawn.stream().map(name -> () -> {
            String member = name.group(2) == null ? name.group(1) : name.group(2);
            assertTrue(isClassWith(name.group(1), member), name::group);
        }));
    }
}
