package io.github.curlffm.internal.key;

/** What is special about a key. Its row in the table says so, and nobody else compares it with others to find out. */
public final class Trait {

    /** The value is a secret, which no message may show. */
    public static final Trait SECRET = new Trait(1 << 0, 0);

    /** The value may hold a name and a password, as URLs do, which messages blank. */
    public static final Trait USER_INFO = new Trait(1 << 1, 0);

    /** The value names a file or a directory. */
    public static final Trait FILE = new Trait(1 << 2, 0);

    /** The value is lines with the names of hosts between colons. */
    public static final Trait HOSTS = new Trait(1 << 11, 0);

    /**
     * May be set and unset at any moment, also while the handle is in use: it stays in Java, or is a number that libcurl
     * only stores, and looks at afresh each time.
     */
    public static final Trait LIVE = new Trait(1 << 3, 0);

    /** May not be changed while the transfer is paused: libcurl 8.17.0 and later would half forget that it is. */
    public static final Trait NOT_PAUSED = new Trait(1 << 4, 0);

    /** A command, carried out at once on data that may be shared: in turn with the others that share it. */
    public static final Trait COMMAND = new Trait(1 << 5, 0);

    /** Makes libcurl send a body. */
    public static final Trait SENDS = new Trait(1 << 6, 0);

    /** The length of the request body, which {@code POSTFIELDS} knows itself. */
    public static final Trait BODY_SIZE = new Trait(1 << 7, 0);

    /** The request body itself, with which libcurl makes a POST of the request. */
    public static final Trait BODY = new Trait(1 << 8, 0);

    /** Runs only if {@code NOPROGRESS} is off. */
    public static final Trait PROGRESS = new Trait(1 << 9, 0);

    /** Ties the stream of the handle to that of another; there is one such tie at a time. */
    public static final Trait STREAM = new Trait(1 << 10, 0);

    /** A class of its own for each would be more to load before the first transfer. */
    final int bit;

    final long defaultNumber;

    private Trait(int bit, long defaultNumber) {
        this.bit = bit;
        this.defaultNumber = defaultNumber;
    }

    /** {@return the trait to have another default than 0: what libcurl takes for an option that is not set} */
    public static Trait defaultsTo(long number) {
        return new Trait(0, number);
    }
}
