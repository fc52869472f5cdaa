package io.github.curlffm.testing;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of libcurl's header, as the generated bindings have them. */
public final class Header {

    private Header() {}

    /** {@return the constants with a prefix, by their names without it} */
    public static SortedMap<String, Long> constants(String prefix) {
        SortedMap<String, Long> constants = new TreeMap<>();
        for (Method method : curl_ffm_h.class.getMethods()) {
            boolean number = method.getReturnType() == int.class || method.getReturnType() == long.class;
            if (method.getName().startsWith(prefix)
                    && number
                    && method.getParameterCount() == 0
                    && Modifier.isStatic(method.getModifiers())) {
                constants.put(method.getName().substring(prefix.length()), invoke(method));
            }
        }
        return constants;
    }

    private static long invoke(Method method) {
        try {
            return ((Number) method.invoke(null)).longValue();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
