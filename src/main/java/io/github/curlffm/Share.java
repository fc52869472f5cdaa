package io.github.curlffm;

import io.github.curlffm.internal.Kept;

/** What several easy handles share. */
public final class Share extends Attachment {
    private Share() {}

    @Override
    Kept kept() {
        throw new IllegalStateException();
    }
}
