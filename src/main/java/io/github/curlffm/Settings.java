package io.github.curlffm;

/** What an easy handle remembers of its options. {@code reset} makes new settings, {@code duplicate} copies them. */
final class Settings {

    /** The length if there are no {@code POSTFIELDS}; for libcurl it means a string that ends with a zero byte. */
    static final long NUL_TERMINATED = -1;

    private static final long DEFAULT_MAX_CONNECTS = 5;

    /** The length of the {@code POSTFIELDS}. */
    long postFieldsLength = NUL_TERMINATED;

    /** Whether {@code HSTS} names a file. */
    boolean hstsFile;

    /** Whether {@code WILDCARDMATCH} has been on. */
    boolean wildcards;

    /** How many connections are kept, which {@code MAXCONNECTS} says. */
    long maxConnects = DEFAULT_MAX_CONNECTS;

    /** The value of {@code PRIVATE}, which may be null. */
    Object privateObject;

    Settings copy() {
        Settings copy = new Settings();
        copy.postFieldsLength = postFieldsLength;
        copy.hstsFile = hstsFile;
        copy.wildcards = wildcards;
        copy.maxConnects = maxConnects;
        copy.privateObject = privateObject;
        return copy;
    }
}
