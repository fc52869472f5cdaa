package io.github.curlffm;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.InfoRow;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** From a key to its row in one table: a key may be in two tables. */
final class Rows {

    private static final Map<OptionRow, Class<?>> DECLARED = new ConcurrentHashMap<>();

    private Rows() {}

    static OptionRow of(Option<?> option) {
        return (OptionRow) ((Row) option).in(Family.EASY);
    }

    static InfoRow of(Info<?> info) {
        return (InfoRow) ((Row) info).in(Family.INFO);
    }

    static OptionRow of(MultiOption<?> option) {
        return (OptionRow) ((Row) option).in(Family.MULTI);
    }

    static OptionRow of(ShareOption<?> option) {
        return (OptionRow) ((Row) option).in(Family.SHARE);
    }

    /**
     * {@return the row of an option that libcurl has with the same type, or does not have}
     *
     * <p>With a string instead of a list, or with a string that it does not copy, libcurl would crash.
     *
     * @throws CurlOptionException if it was made by the number of another type
     */
    static OptionRow ofItsType(Option<?> key) {
        OptionRow option = of(key);
        if (option.since().isEmpty() && !fits(option.kind(), Library.optionType(option.number()))) {
            throw CurlOptionException.bad(
                    option,
                    "of the type " + option.kind(),
                    "the option of the number " + option.number() + " is of another");
        }
        return option;
    }

    /**
     * Refuses a value of a wrong Java class, which is possible with raw types, reflection or another language. The
     * elements of a list or a set are checked where they are read.
     */
    static void requireType(OptionRow option, Object value) {
        Class<?> type = type(option);
        if (!type.isInstance(value)) {
            throw CurlOptionException.wrongType(option, type, value);
        }
    }

    /** {@return the bits of the constants of a set} */
    static long bits(OptionRow option, Set<?> constants) {
        Class<?> type = declaredType(option);
        long bits = 0;
        for (Object constant : constants) { // once: another thread may change the set
            if (constant == null) {
                throw new NullPointerException(option + " is set to a set that holds null");
            }
            refuseElement(option, type, constant);
            bits |= ((Constant) constant).number();
        }
        return bits;
    }

    /** Refuses a constant or string of another class than the option's set or list holds. */
    static void refuseElement(OptionRow option, Class<?> type, Object element) {
        if (!type.isInstance(element)) {
            throw CurlOptionException.wrongType(option, type, element);
        }
    }

    private static Class<?> type(OptionRow option) {
        return switch (option.kind()) {
            case FUNCTION ->
                switch (option.family()) {
                    case EASY -> CallbackKind.byFunctionId(option.number()).type();
                    case MULTI ->
                        CallbackKind.byMultiFunctionId(option.number()).type();
                    default -> declaredType(option);
                };
            case VALUE, HANDLE -> declaredType(option);
            default -> option.kind().type();
        };
    }

    /** {@return the enum of the constants in a set, or of a single constant, or the class of a handle} */
    static Class<?> declaredType(OptionRow option) {
        return DECLARED.computeIfAbsent(option, Rows::readDeclaredType);
    }

    /**
     * {@return the type of the field in the table} A class in each row would load a hundred classes before the first
     * transfer.
     */
    private static Class<?> readDeclaredType(OptionRow option) {
        Class<?> table = switch (option.family()) {
            case MULTI -> MultiOption.class;
            case SHARE -> ShareOption.class;
            default -> Option.class;
        };
        try {
            Type[] types = arguments(table.getField(option.name()).getGenericType());
            Type type = types[table == Option.class ? 0 : types.length - 1]; // a key in two tables has two types
            return (Class<?>) (type instanceof ParameterizedType ? arguments(type)[0] : type);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static Type[] arguments(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments();
    }

    private static boolean fits(Kind kind, int type) {
        return type < 0 // libcurl will refuse it
                || switch (kind) {
                    case LONG -> type == curl_ffm_h.CURLOT_LONG() || type == curl_ffm_h.CURLOT_VALUES();
                    case OFF_T -> type == curl_ffm_h.CURLOT_OFF_T();
                    case STRING -> type == curl_ffm_h.CURLOT_STRING();
                    case SLIST -> type == curl_ffm_h.CURLOT_SLIST();
                    case BLOB -> type == curl_ffm_h.CURLOT_BLOB();
                    default -> false;
                };
    }
}
