package io.github.curlffm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every function of the header is called by the hand-written layer, or left out for a reason. */
class BoundFunctionsTest {

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("curl_easy_option_by_name", "the typed keys know the options; only tests ask libcurl"),
            Map.entry("curl_easy_option_next", "the typed keys know the options; only tests ask libcurl"),
            Map.entry("curl_escape", "the old form of curl_easy_escape"),
            Map.entry("curl_formadd", "deprecated since 7.56.0: MIME replaces it"),
            Map.entry("curl_formfree", "deprecated since 7.56.0: MIME replaces it"),
            Map.entry("curl_formget", "deprecated since 7.56.0: MIME replaces it"),
            Map.entry("curl_getenv", "System.getenv"),
            Map.entry("curl_global_cleanup", "nobody can tell when the last user in the process is done"),
            Map.entry("curl_multi_fdset", "ends at descriptor 1023: poll, waitfds and socketAction do not"),
            Map.entry("curl_multi_get_handles", "the Multi knows its Java handles"),
            Map.entry("curl_multi_socket", "deprecated: curl_multi_socket_action"),
            Map.entry("curl_multi_socket_all", "deprecated: curl_multi_socket_action"),
            Map.entry("curl_pushheader_byname", "curl_pushheader_bynum gives them all"),
            Map.entry("curl_strequal", "String.equalsIgnoreCase"),
            Map.entry("curl_strnequal", "String.regionMatches"),
            Map.entry("curl_unescape", "the old form of curl_easy_unescape"),
            Map.entry("curl_version", "curl_version_info says more"));

    private static final String BINDINGS = curl_ffm_h.class.getPackageName().replace('.', '/');
    private static final Path CLASSES = Path.of("target/classes/io/github/curlffm");

    private static Set<String> functionsOfTheHeader() {
        Set<String> functions = new TreeSet<>();
        Class<?> header = curl_ffm_h.class;
        while (header != Object.class) {
            for (Method method : header.getDeclaredMethods()) {
                if (method.getName().matches("curl_[a-z_]+")) {
                    functions.add(method.getName());
                }
            }
            Arrays.stream(header.getDeclaredClasses()) // the variadic ones are classes
                    .map(Class::getSimpleName)
                    .filter(name -> name.matches("curl_[a-z_]+"))
                    .forEach(functions::add);
            header = header.getSuperclass();
        }
        return functions;
    }

    /** {@return the functions of the generated bindings that our classes call or take a handle of} */
    private static Set<String> functionsThatAreUsed() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(CLASSES)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.startsWith(CLASSES.resolve("internal/ffi")))
                    .toList();
        }
        assertTrue(files.size() > 100, () -> "classes in " + CLASSES.toAbsolutePath() + ": " + files.size());
        Set<String> used = new TreeSet<>();
        for (Path file : files) {
            try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
                ConstantPool.read(in)
                        .methods()
                        .filter(method -> method.owner().startsWith(BINDINGS))
                        .map(method -> method.owner().contains("$curl_")
                                ? method.owner().replaceFirst(".*\\$", "")
                                : method.name())
                        .forEach(used::add);
            }
        }
        return used;
    }

    /** What a class file refers to, as section 4.4 of the JVM specification lays it out. */
    private record ConstantPool(String[] strings, int[] first, int[] second, List<Integer> methodRefs) {

        /** A method that is called; a variadic function of C is a class with its own. */
        record MethodRef(String owner, String name) {}

        static ConstantPool read(DataInputStream in) throws IOException {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            ConstantPool pool = new ConstantPool(new String[count], new int[count], new int[count], new ArrayList<>());
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> pool.strings[i] = in.readUTF();
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> pool.first[i] = in.readUnsignedShort();
                    case 15 -> in.skipNBytes(3);
                    default -> {
                        pool.first[i] = in.readUnsignedShort();
                        pool.second[i] = in.readUnsignedShort();
                    }
                }
                if (tag == 10) {
                    pool.methodRefs.add(i);
                }
            }
            return pool;
        }

        Stream<MethodRef> methods() {
            return methodRefs.stream()
                    .map(ref -> new MethodRef(strings[first[first[ref]]], strings[first[second[ref]]]));
        }
    }

    @Test
    void everyFunctionIsUsedOrLeftOutForAReason() throws IOException {
        Set<String> unused = functionsOfTheHeader();
        assertTrue(unused.size() >= 90, unused::toString);
        unused.removeAll(functionsThatAreUsed());
        assertEquals(new TreeSet<>(LEFT_OUT.keySet()), unused);
    }
}
