package io.github.curlffm.internal.key;

import java.util.Objects;

/**
 * All that a table knows of a key. The keys of {@code option} are rows, but only the library itself sees them as rows.
 */
public abstract class Row {

    private final Family family;
    private final String name;
    private final int number;
    private final String since;
    private final int marks;

    Row(Family family, String name, int number, String since, int marks) {
        this.family = family;
        this.name = Objects.requireNonNull(name, "name");
        this.number = number;
        this.since = since;
        this.marks = marks;
    }

    static int marks(Trait... traits) {
        int marks = 0;
        for (Trait trait : traits) {
            marks |= trait.bit;
        }
        return marks;
    }

    /** {@return the marks of a row, none for null} */
    static int marks(Row row) {
        return row == null ? 0 : row.marks;
    }

    /** {@return the key as a row of a table; a key in two tables has two rows, and is itself the row of the option} */
    public Row in(Family table) {
        if (table != family) {
            throw new IllegalArgumentException(this + " is not in the table of " + table);
        }
        return this;
    }

    /** {@return the table that this is in} */
    public final Family family() {
        return family;
    }

    /** {@return libcurl's name without its prefix} */
    public final String name() {
        return name;
    }

    /** {@return libcurl's number} */
    public final int number() {
        return number;
    }

    /** {@return the first libcurl that has it; empty if unknown} */
    public final String since() {
        return since;
    }

    /** {@return whether it has a trait} */
    public final boolean has(Trait trait) {
        return (marks & trait.bit) != 0;
    }

    /** {@return whether the value is a secret, which no message may show} */
    public final boolean isSecret() {
        return has(Trait.SECRET);
    }

    /** {@return the name in C} */
    @Override
    public final String toString() {
        return family.prefix() + name;
    }
}
