package io.github.curlffm.internal.key;

/** What is special about a key. Its row in the table has the traits; no other code asks for single options. */
public final class Trait {

    /** The value is a secret, which no message may show. */
    public static final Trait SECRET = new Trait(1 << 0, 0);

    /** The value is a URI, which may hold a name and a password: messages blank them. */
    public static final Trait URI = new Trait(1 << 1, 0);

    /** The value names a file or a directory. */
    public static final Trait FILE = new Trait(1 << 2, 0);

    /** The value is lines of headers. */
    public static final Trait HEADERS = new Trait(1 << 12, 0);

    /** The value is a time in seconds. */
    public static final Trait SECONDS = new Trait(1 << 13, 0);

    /** The value is a time in milliseconds. */
    public static final Trait MILLISECONDS = new Trait(1 << 14, 0);

    /** The value is lines with host names between colons. */
    public static final Trait HOSTS = new Trait(1 << 11, 0);

    /**
     * May be set and unset at any time, also while the handle is in use: it stays in Java, or is a number that libcurl
     * only stores, and reads again each time.
     */
    public static final Trait LIVE = new Trait(1 << 3, 0);

    /** May not be changed while the transfer is paused: libcurl 8.17.0 and later would half forget that it is. */
    public static final Trait NOT_PAUSED = new Trait(1 << 4, 0);

    /**
     * A command that is carried out at once on data that may be shared: so it takes turns with others that share the
     * data.
     */
    public static final Trait COMMAND = new Trait(1 << 5, 0);

    /** Makes libcurl send a body. */
    public static final Trait SENDS = new Trait(1 << 6, 0);

    /** The length of the request body, which {@code POSTFIELDS} sets itself. */
    public static final Trait BODY_SIZE = new Trait(1 << 7, 0);

    /** The request body itself, which makes libcurl send a POST. */
    public static final Trait BODY = new Trait(1 << 8, 0);

    /** Called only if {@code NOPROGRESS} is off. */
    public static final Trait PROGRESS = new Trait(1 << 9, 0);

    /** The value names a file that libcurl writes when the handle is closed, and does not tell if it cannot. */
    public static final Trait WRITTEN = new Trait(1 << 17, 0);

    /** The length of what is uploaded. */
    public static final Trait UPLOAD_SIZE = new Trait(1 << 16, 0);

    /** Decides where libcurl's verbose output goes. */
    public static final Trait TRACE = new Trait(1 << 15, 0);

    /** Makes the stream of the handle depend on another; there is one such dependency at a time. */
    public static final Trait STREAM = new Trait(1 << 10, 0);

    /** Not a class for each: that would be more to load before the first transfer. */
    final int bit;

    final long defaultNumber;

    private Trait(int bit, long defaultNumber) {
        this.bit = bit;
        this.defaultNumber = defaultNumber;
    }

    /** {@return the trait of a default other than 0: the value that libcurl uses if the option is not set} */
    public static Trait defaultsTo(long number) {
        return new Trait(0, number);
    }
}
