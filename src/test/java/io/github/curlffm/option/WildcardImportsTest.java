package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.Javac;
import io.github.curlffm.testing.Keys;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that import all keys, of all four tables, by wildcards: no name is ambiguous. */
class WildcardImportsTest {

    private static final String SOURCE = """
            import io.github.curlffm.*;
            import io.github.curlffm.callback.*;
            import io.github.curlffm.option.*;
            import static io.github.curlffm.option.Info.*;
            import static io.github.curlffm.option.MultiOption.*;
            import static io.github.curlffm.option.Option.*;
            import static io.github.curlffm.option.ShareOption.*;
            import java.time.*;
            import java.util.*;

            public class Imports {
                public static Object[] all(Easy curl, Multi multi, Share share) {
                    %s
                }
            }
            """;

    @TempDir
    private Path classes;

    /** {@return what the compiler prints about the body of a method} */
    private String compiled(String body) {
        Javac javac = Javac.compile("Imports", SOURCE.formatted(body), classes);
        return javac.compiles() ? "" : javac.messages();
    }

    private static Stream<Class<? extends Key>> tables() {
        return Stream.of(Option.class, Info.class, MultiOption.class, ShareOption.class);
    }

    @Test
    void everyKeyIsNamed() throws Exception {
        Set<String> names = new TreeSet<>();
        Set<Object> keys = new java.util.HashSet<>();
        tables().flatMap(table -> Keys.fields(table).stream()).forEach(field -> {
            names.add(field.getName());
            keys.add(Keys.key(field));
        });
        assertTrue(names.size() > 330, names::toString);
        assertEquals(names.size(), keys.size(), "a name is one key");
        assertEquals("", compiled("return new Object[] {" + String.join(", ", names) + "};"));

        URL[] folder = {classes.toUri().toURL()};
        try (var loader = new URLClassLoader(folder, Easy.class.getClassLoader())) {
            Object[] all =
                    (Object[]) loader.loadClass("Imports").getMethods()[0].invoke(null, null, null, null);
            assertEquals(keys, Set.of(all));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl.set(CERTINFO, true); List<CertInfo> chain = curl.get(CERTINFO)",
                "curl.set(FILETIME, true); Instant time = curl.get(FILETIME)",
                "curl.set(COOKIELIST, \"ALL\"); List<String> cookies = curl.get(COOKIELIST)",
                "curl.set(HTTP_VERSION, HttpVersion.HTTP_3); HttpVersion version = curl.get(HTTP_VERSION)",
                "curl.set(PRIVATE, 5); Object object = curl.get(PRIVATE)",
                "curl.set(REFERER, \"a\"); String referer = curl.get(REFERER)",
                "curl.set(RTSP_CLIENT_CSEQ, 5); long number = curl.get(RTSP_CLIENT_CSEQ)",
                "curl.set(MAXCONNECTS, 5); multi.set(MAXCONNECTS, 5)",
                "curl.set(QUICK_EXIT, true); multi.set(QUICK_EXIT, true)",
                "curl.set(SHARE, share); share.set(SHARE, LockData.DNS)",
                "curl.unset(CERTINFO).unset(SHARE).unset(MAXCONNECTS); multi.unset(MAXCONNECTS)",
                "curl.set(WRITEFUNCTION, body -> {}); multi.set(TIMERFUNCTION, ms -> {})",
            })
    void aKeyOfTwoTablesHasTheTypeOfEach(String statements) {
        assertEquals("", compiled(statements + "; return null;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl.set(CERTINFO, List.of())",
                "boolean on = curl.get(CERTINFO)",
                "curl.set(SHARE, LockData.DNS)",
                "multi.set(CERTINFO, true)",
                "curl.get(MAXCONNECTS)",
            })
    void andNoOther(String statement) {
        assertTrue(compiled(statement + "; return null;").contains("error: "));
    }

    @Test
    void aTableHasItsOwnKeysOnly() {
        for (Class<? extends Key> table : tables().toList()) {
            assertEquals(
                    Set.of(),
                    Arrays.stream(table.getFields())
                            .filter(field -> !table.isAssignableFrom(field.getType()))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aKeyOfTwoTablesIsTheOptionAndHasTheOther() {
        assertSame(Option.CERTINFO, Info.CERTINFO);
        assertEquals("CURLOPT_CERTINFO", Info.CERTINFO.toString());
        assertEquals(172, Info.CERTINFO.number());
        assertEquals("CURLINFO_CERTINFO", Info.CERTINFO.info().toString());
        assertEquals(0x400000 + 34, Info.CERTINFO.info().number());
        assertEquals("8.20.0", MultiOption.QUICK_EXIT.multiOption().since());
        assertEquals(1, ShareOption.SHARE.shareOption().number());
    }
}
