package io.github.curlffm.callback;

import java.util.List;
import java.util.Objects;

/**
 * The request that a pushed HTTP/2 stream responds to.
 *
 * @param lines the headers, each as {@code name:value}; the first ones are {@code :method}, {@code :scheme},
 *     {@code :authority} and {@code :path}
 */
public record PushHeaders(List<String> lines) {

    /** Copies the list. */
    public PushHeaders {
        lines = List.copyOf(lines);
    }

    /**
     * {@return the value of the first header with a name, or null if there is none}
     *
     * @param name the name in lower case, for example {@code ":path"}
     */
    public String get(String name) {
        String start = Objects.requireNonNull(name, "name") + ":";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse(null);
    }
}
