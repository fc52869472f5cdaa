package io.github.curlffm;

import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.upcall.MemoryState;
import io.github.curlffm.option.Option;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an easy handle remembers of its options. {@code reset} makes new settings, {@code duplicate} copies them. */
final class Settings {

    /** The length if there are no {@code POSTFIELDS}; for libcurl it means a string that ends with a zero byte. */
    static final long NUL_TERMINATED = -1;

    private static final long DEFAULT_MAX_CONNECTS = 5;

    private static final int MAXCONNECTS =
            Rows.of((Option<?>) Option.MAXCONNECTS).number();
    private static final int VERBOSE = Rows.of(Option.VERBOSE).number();
    private static final int WILDCARDMATCH = Rows.of(Option.WILDCARDMATCH).number();

    /** The length of the {@code POSTFIELDS}. */
    long postFieldsLength = NUL_TERMINATED;

    /** Whether a duplicate that gets no memory frees, in its end, what it has in common with the original. */
    private static final boolean FAILED_DUPLICATE_FREES = MemoryState.isInstalled() && !Library.isAtLeast("8.5.0");

    /** Whether {@code HSTS} names a file. */
    private boolean hstsFile;

    /** The options that are set to what it would free. */
    private final Set<OptionRow> freedByDuplicate = FAILED_DUPLICATE_FREES ? new LinkedHashSet<>() : Set.of();

    /** Whether {@code WILDCARDMATCH} has been on. */
    boolean wildcards;

    /** Whether {@code INFILESIZE} is what {@code upload} has set. */
    boolean sizedByUpload;

    /** Whether {@code VERBOSE} is on. */
    boolean verbose;

    /** How many connections are kept, which {@code MAXCONNECTS} says. */
    long maxConnects = DEFAULT_MAX_CONNECTS;

    /** The value of {@code PRIVATE}, which may be null. */
    Object privateObject;

    /** Takes note that libcurl has a value of an option now, or none any more. */
    void note(OptionRow option, boolean set) {
        if (option.number() == Option.HSTS.number()) {
            hstsFile = set;
        }
        if (FAILED_DUPLICATE_FREES && isFreedByDuplicate(option)) {
            if (set) {
                freedByDuplicate.add(option);
            } else {
                freedByDuplicate.remove(option);
            }
        }
    }

    /** {@return whether {@code HSTS} names a file} */
    boolean hasHstsFile() {
        return hstsFile;
    }

    /** Takes note of what an option is set to that takes a number. */
    void note(OptionRow option, long number) {
        if (option.number() == MAXCONNECTS) {
            maxConnects = number;
        } else if (option.number() == VERBOSE) {
            verbose = number != 0;
        } else if (option.number() == WILDCARDMATCH) {
            wildcards |= number != 0;
        }
    }

    private static boolean isFreedByDuplicate(OptionRow option) {
        return option.kind() == Kind.BLOB
                || option.number() == Option.COOKIEFILE.number() && Library.isAtLeast("7.88.0");
    }

    /**
     * In some versions the copy frees the names of the HSTS files once more, or if there is no memory for it, more than
     * that. For a pushed stream, libcurl makes one.
     */
    void refuseToDuplicate(String what) {
        if (hstsFile && Library.isAtLeast("7.88.0") && !Library.isAtLeast("8.5.0")) {
            throw crash(what, Rows.of(Option.HSTS), "");
        }
        for (OptionRow option : freedByDuplicate) {
            throw crash(what, option, " if a function of globalInitMem gave no memory");
        }
    }

    private static UnsupportedOperationException crash(String what, OptionRow option, String when) {
        return new UnsupportedOperationException(what + " of a handle with " + option + " would crash libcurl "
                + Library.version() + when + "; unset(" + option.name() + ") before, and set it on both afterwards");
    }

    Settings copy() {
        Settings copy = new Settings();
        copy.postFieldsLength = postFieldsLength;
        copy.hstsFile = hstsFile;
        if (FAILED_DUPLICATE_FREES) {
            copy.freedByDuplicate.addAll(freedByDuplicate);
        }
        copy.wildcards = wildcards;
        copy.sizedByUpload = sizedByUpload;
        copy.verbose = verbose;
        copy.maxConnects = maxConnects;
        copy.privateObject = privateObject;
        return copy;
    }
}
