package io.github.curlffm.testing;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.InfoRow;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Key;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The tables of keys, as reflection sees them. */
public final class Keys {

    /** The tables that there are. */
    public static final Map<Class<? extends Key>, Family> TABLES = Map.of(
            Option.class,
            Family.EASY,
            Info.class,
            Family.INFO,
            MultiOption.class,
            Family.MULTI,
            ShareOption.class,
            Family.SHARE);

    private Keys() {}

    /** {@return the fields of a table's keys} */
    public static List<Field> fields(Class<? extends Key> table) {
        return Arrays.stream(table.getFields())
                .filter(field -> table.isAssignableFrom(field.getType()))
                .toList();
    }

    /** {@return the keys of a table} */
    public static <K extends Key> List<K> of(Class<? extends Key> table) {
        return fields(table).stream().<K>map(Keys::key).toList();
    }

    /** {@return the key in a field} */
    @SuppressWarnings("unchecked")
    public static <K extends Key> K key(Field field) {
        try {
            return (K) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the type of a key's value, where a key that is in two tables has two} */
    public static Type valueType(Class<? extends Key> table, Field field) {
        Type[] types = ((ParameterizedType) field.getGenericType()).getActualTypeArguments();
        return types[table == Option.class ? 0 : types.length - 1];
    }

    /** {@return the same for a key by its name} */
    public static Type valueType(Class<? extends Key> table, String name) {
        try {
            return valueType(table, table.getField(name));
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the row of a key in a table} */
    public static Row row(Class<? extends Key> table, Key key) {
        return ((Row) key).in(TABLES.get(table));
    }

    /** {@return the row of an option of an easy handle} */
    public static OptionRow row(Option<?> option) {
        return (OptionRow) row(Option.class, option);
    }

    /** {@return the row of an info} */
    public static InfoRow infoRow(Info<?> info) {
        return (InfoRow) row(Info.class, info);
    }

    /** {@return how the value of an option travels} */
    public static Kind kind(Option<?> option) {
        return row(option).kind();
    }
}
