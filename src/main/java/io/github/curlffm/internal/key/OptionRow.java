package io.github.curlffm.internal.key;

/** The row of an option: of an easy handle, a multi or a share. */
public abstract class OptionRow extends Row {

    private static final int RANGE = 10_000;

    private final Kind kind;
    private final long defaultNumber;

    /** A row of the table. */
    protected OptionRow(Family family, Kind kind, String name, int number, String since, Trait... traits) {
        super(family, name, number, since, marks(traits));
        this.kind = kind;
        this.defaultNumber = defaultNumber(traits);
    }

    /** An option that the table does not have, or has by another name: then {@code known} is that row, else null. */
    protected OptionRow(Family family, Kind kind, String name, int number, OptionRow known) {
        super(family, name, inRange(family, kind, name, number), "", marks(known));
        this.kind = kind;
        this.defaultNumber = known == null ? 0 : known.defaultNumber;
    }

    /** The same row. */
    protected OptionRow(OptionRow row) {
        super(row.family(), row.name(), row.number(), row.since(), marks(row));
        this.kind = row.kind;
        this.defaultNumber = row.defaultNumber;
    }

    private static long defaultNumber(Trait... traits) {
        long number = 0;
        for (Trait trait : traits) {
            number += trait.defaultNumber;
        }
        return number;
    }

    /** libcurl expects the type of argument of the number's range, so the two must agree. */
    private static int inRange(Family family, Kind kind, String name, int number) {
        int start = kind.firstNumber();
        if (family != Family.SHARE && (number < start || number >= start + RANGE)) {
            throw new IllegalArgumentException("%s%s: %d is not between %d and %d"
                    .formatted(family.prefix(), name, number, start, start + RANGE - 1));
        }
        return number;
    }

    /** {@return how the value is passed to libcurl} */
    public final Kind kind() {
        return kind;
    }

    /** {@return libcurl's default for an option that takes a number} */
    public final long defaultNumber() {
        return defaultNumber;
    }

    /**
     * {@return whether it may be set while the handle is in use} Lambdas may: the function that libcurl calls and its
     * id stay the same.
     */
    public final boolean maySetInUse() {
        return kind == Kind.FUNCTION || has(Trait.LIVE);
    }

    /**
     * {@return whether it may be unset while the handle is in use} Functions may not: libcurl calls one after it has
     * tested that it is set.
     */
    public final boolean mayUnsetInUse() {
        return has(Trait.LIVE);
    }
}
