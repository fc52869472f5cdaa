package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.Row;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of the tables by their numbers: a key that is made by its number has the traits of the row with that number.
 */
final class Known {

    private static final ClassValue<Map<Integer, Row>> ROWS = new ClassValue<>() {
        @Override
        protected Map<Integer, Row> computeValue(Class<?> table) {
            return rows(table);
        }
    };

    private Known() {}

    /** {@return the row with a number, or null if the table has none} */
    static Row row(Class<? extends Key> table, int number) {
        return ROWS.get(table).get(number);
    }

    private static Map<Integer, Row> rows(Class<?> table) {
        Map<Integer, Row> rows = new HashMap<>();
        for (Field field : table.getFields()) {
            try {
                if (field.get(null) instanceof Row key) {
                    Row row = key.in(familyOf(table));
                    rows.put(row.number(), row);
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return rows;
    }

    private static Family familyOf(Class<?> table) {
        if (table == Info.class) {
            return Family.INFO;
        }
        if (table == MultiOption.class) {
            return Family.MULTI;
        }
        return table == ShareOption.class ? Family.SHARE : Family.EASY;
    }
}
