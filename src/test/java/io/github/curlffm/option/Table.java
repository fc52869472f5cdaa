package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.key.Row;
import io.github.curlffm.testing.Header;
import io.github.curlffm.testing.Keys;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The constants of a class of keys, against the constants of libcurl's header. */
public final class Table<K extends Key> {

    private static final Pattern VERSION = Pattern.compile("[78]\\.\\d+\\.\\d+");

    private final SortedMap<String, K> keys = new TreeMap<>();
    private final SortedMap<String, Row> rows = new TreeMap<>();
    private final SortedMap<String, Long> header;
    private final Set<String> deprecated = new TreeSet<>();

    /** Reads the class's constants, and the header's with the prefix. */
    public Table(Class<? extends Key> type, String prefix) {
        header = Header.constants(prefix);
        for (Field field : Keys.fields(type)) {
            K key = Keys.key(field);
            keys.put(field.getName(), key);
            rows.put(field.getName(), Keys.row(type, key));
            if (field.isAnnotationPresent(Deprecated.class)) {
                deprecated.add(field.getName());
            }
        }
    }

    /** {@return the keys by the names of their fields} */
    public SortedMap<String, K> keys() {
        return keys;
    }

    /** {@return their rows in this table} */
    SortedMap<String, Row> rows() {
        return rows;
    }

    void assertNamesAndNumbersAreTheHeaders(String prefix) {
        assertTrue(keys.size() > 3, keys::toString);
        rows.forEach((field, row) -> {
            assertEquals(field, row.name());
            assertEquals(prefix + field, row.toString());
            assertEquals(header.get(field), row.number(), row::toString);
        });
    }

    /** Every constant of the header has a key, or is an alias of one that has, or is left out for a reason. */
    void assertNothingIsMissing(Map<String, String> aliases, Map<String, Set<String>> leftOut) {
        Set<String> unexplained = new TreeSet<>(header.keySet());
        unexplained.removeAll(keys.keySet());
        aliases.forEach((alias, key) -> {
            assertTrue(unexplained.remove(alias), alias + " is no alias, or not in the header");
            assertEquals(header.get(alias), rows.get(key).number(), alias);
        });
        leftOut.forEach((reason, names) -> names.forEach(
                name -> assertTrue(unexplained.remove(name), name + " is there, or not in the header; " + reason)));
        assertEquals(Set.of(), unexplained, "constants of the header that have no key and no reason");
    }

    void assertDeprecated(Set<String> expected) {
        assertEquals(new TreeSet<>(expected), deprecated);
    }

    void assertVersionsAreVersions() {
        rows.forEach((field, row) -> assertTrue(VERSION.matcher(row.since()).matches(), () -> row + " " + row.since()));
    }
}
