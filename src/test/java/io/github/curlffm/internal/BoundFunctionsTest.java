package io.github.curlffm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every function of the header is called by the hand-written layer, or left out for a reason. */
class BoundFunctionsTest {

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("curl_easy_option_by_name", "the typed keys know the options; only tests ask libcurl"),
            Map.entry("curl_easy_option_next", "the typed keys know the options; only tests ask libcurl"),
            Map.entry("curl_easy_perform", "PrivateMulti does what it does, and lets its thread park"),
            Map.entry("curl_escape", "the old form of curl_easy_escape"),
            Map.entry("curl_formadd", "deprecated since 7.56.0: MIME replaces it"),
            Map.entry("curl_formfree", "deprecated since 7.56.0: MIME replaces it"),
            Map.entry("curl_formget", "deprecated since 7.56.0: MIME replaces it"),
            Map.entry("curl_getenv", "System.getenv"),
            Map.entry("curl_global_cleanup", "nobody can tell when the last user in the process is done"),
            Map.entry("curl_multi_fdset", "ends at descriptor 1023: poll, waitfds and socketAction do not"),
            Map.entry("curl_multi_get_handles", "the Multi knows its Java handles"),
            Map.entry("curl_multi_socket", "deprecated: curl_multi_socket_action"),
            Map.entry("curl_pushheader_byname", "curl_pushheader_bynum gives them all"),
            Map.entry("curl_strequal", "String.equalsIgnoreCase"),
            Map.entry("curl_strnequal", "String.regionMatches"),
            Map.entry("curl_unescape", "the old form of curl_easy_unescape"),
            Map.entry("curl_version", "curl_version_info says more"));

    private static final String BINDINGS = curl_ffm_h.class.getPackageName().replace('.', '/');

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
        Set<String> used = new TreeSet<>();
        for (ClassFile file : ClassFile.all()) {
            if (!file.name().startsWith(BINDINGS)) {
                file.methods()
                        .filter(method -> method.owner().startsWith(BINDINGS))
                        .map(method -> method.owner().contains("$curl_")
                                ? method.owner().replaceFirst(".*\\$", "")
                                : method.name())
                        .forEach(used::add);
            }
        }
        return used;
    }

    @Test
    void everyFunctionIsUsedOrLeftOutForAReason() throws IOException {
        Set<String> unused = functionsOfTheHeader();
        assertTrue(unused.size() >= 90, unused::toString);
        unused.removeAll(functionsThatAreUsed());
        assertEquals(new TreeSet<>(LEFT_OUT.keySet()), unused);
    }
}
