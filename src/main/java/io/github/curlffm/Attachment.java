package io.github.curlffm;

import io.github.curlffm.internal.Kept;

/**
 * A handle that an easy handle is given as an option. Its C handle lives as long as one of them does, so they may be
 * closed in any order.
 */
abstract sealed class Attachment permits Easy, Share, CurlUrl, Mime {

    /**
     * {@return the C handle}
     *
     * @throws IllegalStateException when it is closed
     */
    abstract Kept kept();
}
