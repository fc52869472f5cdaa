package io.github.curlffm.internal.key;

/** What is special about a key. Its row in the table says so, and nobody else compares it with others to find out. */
public sealed interface Trait {

    /** A trait that a key has or has not. */
    enum Mark implements Trait {
        /** The value is a secret, which no message may show. */
        SECRET,
        /** The value may hold a name and a password, as URLs do, which messages blank. */
        USER_INFO,
        /** The value names a file or a directory. */
        FILE,
        /** May be changed from inside a callback: libcurl reads it afresh, and nothing in use is freed. */
        LIVE,
        /** May be changed only while no transfer is under way, which needs it as it is. */
        IDLE,
        /** A command, carried out at once on data that may be shared: in turn with the others that share it. */
        COMMAND,
        /** Makes libcurl send a body. */
        SENDS,
        /** The length of the request body, which {@code POSTFIELDS} knows itself. */
        BODY_SIZE,
        /** The request body itself, with which libcurl makes a POST of the request. */
        BODY,
        /** Runs only if {@code NOPROGRESS} is off. */
        PROGRESS
    }

    /** What libcurl takes for an option that is not set, if that is another number than 0. */
    record Default(long number) implements Trait {}

    /** {@return the trait to have another default than 0} */
    static Trait defaultsTo(long number) {
        return new Default(number);
    }
}
