package io.github.curlffm;

import io.github.curlffm.internal.Kept;

/** What several easy handles share. */
public final class Mime extends Attachment {
    private Mime() {}

    @Override
    Kept kept() {
        throw new IllegalStateException();
    }
}
