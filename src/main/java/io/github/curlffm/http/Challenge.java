package io.github.curlffm.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to log in that a server or a proxy offers.
 *
 * @param scheme in lower case, such as {@code basic}
 * @param parameters such as {@code realm}
 */
record Challenge(String scheme, Map<String, String> parameters) {

    /** {@return all that the values of a field say} */
    static List<Challenge> all(List<String> values) {
        List<Challenge> all = new ArrayList<>();
        for (String value : values) {
            for (String item : items(value)) {
                add(all, item.strip());
            }
        }
        return all;
    }

    /** {@return what stands between commas that are not in quotes} */
    private static List<String> items(String value) {
        List<String> items = new ArrayList<>();
        boolean isQuoted = false;
        int begin = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
            } else if (c == ',' && !isQuoted) {
                items.add(value.substring(begin, i));
                begin = i + 1;
            }
        }
        items.add(value.substring(begin));
        return items;
    }

    /** An item is a parameter of the challenge before it, or a scheme with or without its first parameter. */
    private static void add(List<Challenge> all, String item) {
        int equals = item.indexOf('=');
        int space = item.indexOf(' ');
        boolean isParameter = equals > 0 && item.substring(0, equals).strip().indexOf(' ') < 0;
        if (item.isEmpty()) {
            return;
        }
        if (!isParameter) {
            String scheme = space < 0 ? item : item.substring(0, space);
            all.add(new Challenge(scheme.toLowerCase(Locale.ROOT), new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
            equals = space < 0 ? -1 : equals;
        }
        if (equals > 0 && !all.isEmpty()) {
            String name = item.substring(isParameter ? 0 : space, equals).strip();
            all.getLast()
                    .parameters
                    .put(name, unquoted(item.substring(equals + 1).strip()));
        }
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            boolean isEscaped = value.charAt(i) == '\\' && i + 1 < value.length();
            i += isEscaped ? 1 : 0;
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** {@return the realm, or null} */
    String realm() {
        return parameters.get("realm");
    }

    boolean isUtf8() {
        return "UTF-8".equalsIgnoreCase(parameters.get("charset"));
    }
}
