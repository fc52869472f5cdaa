package io.github.curlffm.internal.c;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Strings that each are one line.
 *
 * <p>A user's list may answer otherwise the next time that it is asked, because another thread changes it or on purpose. So
 * it is asked once: what is looked at is a copy, and what becomes a list of libcurl's is that copy.
 */
public final class Lines implements Iterable<String> {

    private final List<String> lines;

    private Lines(List<String> lines) {
        this.lines = lines;
    }

    /**
     * {@return a copy of some strings}
     *
     * @param what what the strings are, for the message
     * @throws IllegalArgumentException naming the string and the place, when one holds a line break or a zero byte
     * @throws NullPointerException when one is null
     */
    public static Lines of(String what, Collection<String> strings) {
        return of(strings, line -> {
            Objects.requireNonNull(line, () -> what + " is null");
            OneLine.refuseBreak(what, line);
        });
    }

    /**
     * {@return a copy of some strings}
     *
     * @param check throws what the caller is told when a string, which may be null, is not for libcurl
     */
    public static Lines of(Collection<String> strings, Consumer<String> check) {
        List<String> copy = new ArrayList<>(strings);
        copy.forEach(check);
        return new Lines(copy);
    }

    @Override
    public Iterator<String> iterator() {
        return lines.iterator();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
