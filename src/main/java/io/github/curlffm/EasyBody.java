package io.github.curlffm;

import static io.github.curlffm.Settings.NUL_TERMINATED;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.option.Option;

/** The body that a handle sends by {@code POSTFIELDS}, with its length: libcurl never reads beyond it. */
final class EasyBody {

    private static final OptionRow POST = Rows.of(Option.POST);
    private static final OptionRow POSTFIELDS = Rows.of(Option.POSTFIELDS);
    private static final OptionRow POSTFIELDSIZE_LARGE = Rows.of(Option.POSTFIELDSIZE_LARGE);

    private final EasySetopt setopt;

    EasyBody(EasySetopt setopt) {
        this.setopt = setopt;
    }

    /** COPYPOSTFIELDS is treated like POSTFIELDS: libcurl would free its own copy when a callback replaces it. */
    void set(Settings settings, byte[] bytes) {
        forget(settings);
        setopt.offset(POSTFIELDSIZE_LARGE, (long) bytes.length, bytes.length);
        setopt.kept(POSTFIELDS, bytes, Owned.of(C.malloc(bytes), Libc::free));
        settings.postFieldsLength = bytes.length;
    }

    void unset(Settings settings) {
        if (settings.postFieldsLength != NUL_TERMINATED) {
            forget(settings);
            stopPosting();
        }
    }

    private void forget(Settings settings) {
        setopt.unsetKept(POSTFIELDS);
        settings.postFieldsLength = NUL_TERMINATED;
        unsize(settings);
    }

    /** Without POSTFIELDS, what is posted has no size any more. */
    void unsize(Settings settings) {
        if (settings.postFieldsLength == NUL_TERMINATED) {
            setopt.offset(POSTFIELDSIZE_LARGE, NUL_TERMINATED, NUL_TERMINATED);
        }
    }

    /** Without a body libcurl would still send a POST, with the body of the READFUNCTION. */
    void stopPosting() {
        setopt.number(POST, EasySetopt.DEFAULT, 0);
    }

    /**
     * {@return a size with which libcurl does not read beyond the POSTFIELDS; without a size it would look for a zero
     * byte}
     */
    static long within(Settings settings, OptionRow option, long number) {
        long length = settings.postFieldsLength;
        if (length == NUL_TERMINATED || !option.has(Trait.BODY_SIZE)) {
            return number;
        }
        if (number > length) {
            throw CurlOptionException.bad(
                    option, number, "POSTFIELDS has only " + length + " bytes, and sets its own size");
        }
        return number == NUL_TERMINATED ? length : number;
    }
}
