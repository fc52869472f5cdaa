package io.github.curlffm.option;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** A named number of libcurl: the interface of the enums whose constants libcurl knows by number. */
public interface Constant {

    /** {@return the number that libcurl uses; it is a bit if the constants of an enum can be combined} */
    long number();

    /**
     * {@return the bits of some constants}
     *
     * @param constants the constants; none of them null
     * @throws NullPointerException if one of them is null
     */
    static long bits(Collection<? extends Constant> constants) {
        long bits = 0;
        for (Constant constant : constants) {
            bits |= Objects.requireNonNull(constant, "one of the constants is null")
                    .number();
        }
        return bits;
    }

    /**
     * {@return the constant with a number, or null if there is none}
     *
     * @param <E> the enum
     * @param type the enum
     * @param number the number
     */
    static <E extends Constant> E of(Class<E> type, long number) {
        for (E constant : type.getEnumConstants()) {
            if (constant.number() == number) {
                return constant;
            }
        }
        return null;
    }

    /**
     * {@return the constants whose bit is set, in the order of their enum; never a constant of several bits}
     *
     * @param <E> the enum
     * @param type the enum
     * @param bits the bits
     */
    static <E extends Constant> Set<E> setOf(Class<E> type, long bits) {
        Set<E> constants = new LinkedHashSet<>();
        for (E constant : type.getEnumConstants()) {
            if (Long.bitCount(constant.number()) == 1 && (bits & constant.number()) != 0) {
                constants.add(constant);
            }
        }
        return Collections.unmodifiableSet(constants);
    }
}
