package io.github.curlffm.internal.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_hstsentry;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.PaddingLayout;
import java.lang.foreign.StructLayout;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The generated bindings say what the C compiler says: the layout of every struct, the value and the width of every
 * constant, every string macro. What the compiler says is printed by a C program, written here, that includes the same
 * header as jextract read.
 *
 * <p>The headers are looked for in the system property {@code curlffm.headers}, in {@code CURL_INCLUDE}, where
 * {@code scripts/generate-bindings --headers} puts them, and under {@code /usr/include}; they must be those of the
 * libcurl that the bindings are made from.
 */
class LayoutAgainstCompilerTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path CONFIG = PROJECT.resolve("jextract-config");

    /** gcc's and clang's answers to {@code __builtin_classify_type}. */
    private static final int POINTER = 5;

    @TempDir
    Path temporary;

    @Test
    void bindingsAreOfTheRecordedVersion() throws Exception {
        assertEquals(recordedVersion(), curl_ffm_h.LIBCURL_VERSION().getString(0));
    }

    @Test
    void structs() throws Exception {
        List<StructLayout> structs = structLayouts();
        assertEquals(
                included("struct"),
                structs.stream()
                        .map(struct -> struct.name().orElseThrow())
                        .collect(Collectors.toCollection(TreeSet::new)));

        var program = new StringBuilder();
        Map<String, String> java = new TreeMap<>();
        for (StructLayout struct : structs) {
            String type = "struct " + struct.name().orElseThrow();
            program.append("printf(\"%s\\t%%zu bytes, aligned to %%zu\\n\", sizeof(%s), _Alignof(%s));%n"
                    .formatted(type, type, type));
            java.put(type, struct.byteSize() + " bytes, aligned to " + struct.byteAlignment());
            members(struct, "", 0, (name, offset, member) -> {
                String there = "((" + type + " *)0)->" + name;
                program.append(
                        "printf(\"%s.%s\\tat %%zu, %%zu bytes%%s\\n\", offsetof(%s, %s), sizeof(%s), kind(%s));%n"
                                .formatted(type, name, type, name, there, there));
                java.put(
                        type + "." + name,
                        "at " + offset + ", " + member.byteSize() + " bytes"
                                + (member instanceof AddressLayout ? ", pointer" : ""));
            });
        }
        assertTrue(java.size() > 120, () -> "too few to be all: " + java.keySet());
        assertAgree(compilerSays(program), java);
    }

    /** A member that jextract skipped shows as a hole that alignment does not explain. */
    @Test
    void noMemberIsMissingButTheBitField() throws Exception {
        List<String> holes = new ArrayList<>();
        for (StructLayout struct : structLayouts()) {
            long end = 0;
            for (MemoryLayout member : struct.memberLayouts()) {
                if (member instanceof PaddingLayout) {
                    continue;
                }
                long offset = struct.byteOffset(
                        MemoryLayout.PathElement.groupElement(member.name().orElseThrow()));
                if (offset != aligned(end, member.byteAlignment())) {
                    holes.add(struct.name().orElseThrow() + " before "
                            + member.name().orElseThrow());
                }
                end = offset + member.byteSize();
            }
            if (struct.byteSize() != aligned(end, struct.byteAlignment())) {
                holes.add(struct.name().orElseThrow() + " at its end");
            }
        }
        assertEquals(List.of("curl_hstsentry before expire"), holes);
    }

    @Test
    void bitFieldIsWhereItIsRead() throws Exception {
        var program = new StringBuilder("""
                struct curl_hstsentry entry;
                memset(&entry, 0, sizeof entry);
                entry.includeSubDomains = 1;
                printf("entry\\t");
                for (size_t i = 0; i < sizeof entry; i++) printf("%02x", ((unsigned char *)&entry)[i]);
                """);
        byte[] bytes = HexFormat.of().parseHex(compilerSays(program).get("entry"));
        try (var arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(curl_hstsentry.layout());
            curl_hstsentry.name(entry, arena.allocateFrom("example.com"));
            assertEquals(false, HstsEntryStruct.read(entry, Text.UTF_8).includeSubDomains());

            entry.copyFrom(MemorySegment.ofArray(bytes));
            curl_hstsentry.name(entry, arena.allocateFrom("example.com"));
            assertEquals(true, HstsEntryStruct.read(entry, Text.UTF_8).includeSubDomains());
        }
    }

    @Test
    void constants() throws Exception {
        List<Method> constants = constantMethods();
        assertEquals(
                included("constant"),
                constants.stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new)));

        var program = new StringBuilder();
        Map<String, String> java = new TreeMap<>();
        for (Method constant : constants) {
            String name = constant.getName();
            if (constant.getReturnType() == MemorySegment.class) {
                program.append("printf(\"%s\\t%%s\\n\", %s);%n".formatted(name, name));
                java.put(name, ((MemorySegment) constant.invoke(null)).getString(0));
            } else {
                program.append("integer(\"%s\", sizeof(%s), (unsigned long long)(%s));%n".formatted(name, name, name));
                Object value = constant.invoke(null);
                java.put(
                        name,
                        value instanceof Integer number
                                ? "4 bytes: " + Integer.toHexString(number)
                                : "8 bytes: " + Long.toHexString((Long) value));
            }
        }
        assertTrue(java.size() > 1000, () -> "too few to be all: " + java.keySet());
        assertAgree(compilerSays(program), java);
    }

    private static void assertAgree(Map<String, String> compiler, Map<String, String> java) {
        assertEquals(compiler.keySet(), java.keySet());
        List<String> differences = compiler.keySet().stream()
                .filter(name -> !compiler.get(name).equals(java.get(name)))
                .map(name -> name + ": " + compiler.get(name) + " in C, " + java.get(name) + " in the bindings")
                .toList();
        assertEquals(List.of(), differences);
    }

    // --- what the bindings say --------------------------------------------------------------------------------------

    private static Set<String> included(String kind) throws IOException {
        String start = "--include-" + kind + " ";
        try (Stream<String> lines = Files.lines(CONFIG.resolve("includes.txt"))) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Every static method without parameters that is not a function of libcurl, which has a descriptor beside it. */
    private static List<Method> constantMethods() {
        Set<String> names =
                Stream.of(curl_ffm_h.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
        return Stream.of(curl_ffm_h.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        Set.of(int.class, long.class, MemorySegment.class).contains(method.getReturnType()))
                .filter(method -> !method.getName().contains("$"))
                .filter(method -> !names.contains(method.getName() + "$descriptor"))
                .toList();
    }

    private static List<StructLayout> structLayouts() throws Exception {
        Path classes = Path.of(curl_ffm_h
                .class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String prefix = curl_ffm_h.class.getPackageName();
        List<StructLayout> structs = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve(prefix.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.class$", "");
                Class<?> type =
                        Class.forName(prefix + "." + name, false, LayoutAgainstCompilerTest.class.getClassLoader());
                if (type.getEnclosingClass() != null) {
                    continue;
                }
                for (Method method : type.getMethods()) {
                    if (method.getName().equals("layout") && method.getParameterCount() == 0) {
                        structs.add((StructLayout) method.invoke(null));
                    }
                }
            }
        }
        return structs;
    }

    private interface Visitor {
        void member(String name, long offset, MemoryLayout layout);
    }

    /** Visits each member, and each member of those that are structs or unions themselves. */
    private static void members(GroupLayout group, String path, long base, Visitor visitor) {
        for (MemoryLayout member : group.memberLayouts()) {
            if (member instanceof PaddingLayout) {
                continue;
            }
            String name = member.name().orElseThrow();
            long offset = base + group.byteOffset(MemoryLayout.PathElement.groupElement(name));
            visitor.member(path + name, offset, member);
            if (member instanceof GroupLayout inner) {
                members(inner, path + name + ".", offset, visitor);
            }
        }
    }

    private static long aligned(long offset, long alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    // --- what the compiler says -------------------------------------------------------------------------------------

    private static String recordedVersion() throws IOException {
        return Files.readString(CONFIG.resolve("curl-version")).strip();
    }

    private static final Pattern VERSION = Pattern.compile("#define LIBCURL_VERSION \"(.*)\"");

    /** The folder with the headers that the bindings are made from; without one, the test is skipped. */
    private static Path headers() throws IOException {
        String version = recordedVersion();
        List<Path> candidates = new ArrayList<>();
        for (String given : new String[] {System.getProperty("curlffm.headers"), System.getenv("CURL_INCLUDE")}) {
            if (given != null && !given.isEmpty()) {
                candidates.add(Path.of(given));
            }
        }
        candidates.add(PROJECT.resolve(".cache/curl-" + version + "/include"));
        Path system = Path.of("/usr/include");
        candidates.add(system);
        if (Files.isDirectory(system)) {
            try (var folders = Files.newDirectoryStream(system, "*-linux-*")) {
                folders.forEach(candidates::add);
            }
        }
        for (Path candidate : candidates) {
            Path file = candidate.resolve("curl/curlver.h");
            if (Files.isReadable(file)) {
                Matcher matcher = VERSION.matcher(Files.readString(file));
                if (matcher.find() && matcher.group(1).equals(version)) {
                    return candidate;
                }
            }
        }
        return Needs.missing("the headers of libcurl " + version
                + " (scripts/generate-bindings --headers gets them), which are in none of " + candidates);
    }

    private static String compiler() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String name : List.of("cc", "gcc", "clang")) {
            for (String folder : path.split(":")) {
                if (Files.isExecutable(Path.of(folder, name))) {
                    return name;
                }
            }
        }
        return Needs.missing("a C compiler (cc, gcc, clang) on PATH");
    }

    /** Compiles and runs the statements; returns what they print: a line each, name and answer with a tab between. */
    private Map<String, String> compilerSays(CharSequence statements) throws Exception {
        Path headers = headers();
        String compiler = compiler();
        Path source = temporary.resolve("says.c");
        Path program = temporary.resolve("says");
        Files.writeString(source, """
                #include "curl_ffm.h"
                #include <stddef.h>
                #include <stdio.h>
                #include <string.h>

                #define kind(expression) (pointer(expression) ? ", pointer" : "")
                #define pointer(expression) \\
                    (__builtin_classify_type(expression) == %d && !array(expression))
                #define array(expression) \\
                    (!__builtin_types_compatible_p(__typeof__(expression), __typeof__(decay(expression))))
                #define decay(expression) (0, (expression))

                static void integer(const char *name, size_t size, unsigned long long value) {
                    if (size < sizeof value) value &= (1ULL << 8 * size) - 1;
                    printf("%%s\\t%%zu bytes: %%llx\\n", name, size, value);
                }

                int main(void) {
                """.formatted(POINTER) + statements + "return 0;\n}\n");
        run(
                compiler,
                "-w",
                "-I",
                headers.toString(),
                "-I",
                CONFIG.toString(),
                "-o",
                program.toString(),
                source.toString());
        return run(program.toString())
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a + " and " + b, TreeMap::new));
    }

    private String run(String... command) throws Exception {
        Path output = temporary.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + " failed:\n" + text);
        return text;
    }
}
