package io.github.curlffm;

import io.github.curlffm.internal.handle.Kept;
import io.github.curlffm.option.Option;

/**
 * A handle that an easy handle is given as an option. Its C handle lives as long as one of the two does, so they may be
 * closed in any order.
 */
abstract sealed class Attachment permits Easy, Share, CurlUrl, Mime, MimeCopy {

    /**
     * {@return the C handle, with one more owner: the easy handle}
     *
     * @throws IllegalStateException when it is closed
     */
    abstract Kept keptFor(Option<?> option, Easy easy);

    /**
     * Takes note that {@code curl_easy_duphandle} is about to copy what it copies of this.
     *
     * @return what the duplicate has; this, or null for nothing, or something of its own
     */
    Attachment duplicated() {
        return this;
    }

    /** Takes note that the easy handle is about to begin a transfer with this. */
    void beforeTransfer(Easy easy) {}

    /** {@return whether a callback that gives the data of this said PAUSE} */
    boolean isPaused() {
        return false;
    }

    /** {@return what a callback of this threw, and no method of an easy handle has reported, or null} */
    Throwable takeFailure() {
        return null;
    }

    /** {@return what was thrown first, with what was thrown next}; either may be null. */
    static Throwable merged(Throwable first, Throwable next) {
        if (first == null) {
            return next;
        }
        if (next != null && next != first) {
            first.addSuppressed(next);
        }
        return first;
    }
}
