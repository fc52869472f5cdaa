package io.github.curlffm;

import io.github.curlffm.internal.Kept;
import io.github.curlffm.option.Option;

/**
 * A handle that an easy handle is given as an option. Its C handle lives as long as one of the two does, so they may be
 * closed in any order.
 */
abstract sealed class Attachment permits Easy, Share, CurlUrl, Mime {

    /**
     * {@return the C handle, with one more owner: the easy handle}
     *
     * @throws IllegalStateException when it is closed
     */
    abstract Kept keptFor(Option<?> option, Easy easy);

    /** Takes note that {@code curl_easy_duphandle} has copied what it copies of this. */
    void duplicated() {}

    /** {@return what a callback of this threw while the easy handle was at work, or null} */
    Throwable takeFailure(Easy easy) {
        return null;
    }
}
