package io.github.curlffm;

import io.github.curlffm.internal.Kept;

/** What several easy handles share. */
public final class CurlUrl extends Attachment {
    private CurlUrl() {}

    @Override
    Kept kept() {
        throw new IllegalStateException();
    }
}
