package io.github.curlffm.internal.key;

/** The row of an info. */
public abstract class InfoRow extends Row {

    private static final int TYPE_BITS = 0xf00000;

    private final InfoKind kind;
    private final Class<?> constants;

    /** A row of the table; with the enum of the value if it has named values or bits, otherwise null. */
    protected InfoRow(InfoKind kind, String name, int number, String since, Class<?> constants, Trait... traits) {
        super(Family.INFO, name, number, since, marks(traits));
        this.kind = kind;
        this.constants = constants;
    }

    /** An info that the table does not have, or has by another name: then {@code known} is that row, else null. */
    protected InfoRow(InfoKind kind, String name, int number, InfoRow known) {
        super(Family.INFO, name, ofType(kind, name, number, known), "", marks(known));
        this.kind = kind;
        this.constants = null;
    }

    /** libcurl writes as many bytes as the type in the number has, so the two must agree. */
    private static int ofType(InfoKind kind, String name, int number, InfoRow known) {
        if ((number & TYPE_BITS) != kind.typeBits()) {
            throw new IllegalArgumentException(
                    "CURLINFO_%s: 0x%x is not 0x%x plus a number".formatted(name, number, kind.typeBits()));
        }
        if (known != null && known.kind.isPointer()) {
            throw new IllegalArgumentException(
                    "CURLINFO_%s: 0x%x is %s, a pointer to something else".formatted(name, number, known));
        }
        return number;
    }

    /** {@return how libcurl returns the value} */
    public final InfoKind kind() {
        return kind;
    }

    /** {@return the enum of the value with {@link InfoKind#VALUE} and {@link InfoKind#MASK}, otherwise null} */
    public final Class<?> constants() {
        return constants;
    }
}
