package io.github.curlffm.callback;

import java.time.Instant;
import java.util.Objects;

/**
 * A host that is only to be reached by HTTPS.
 *
 * @param name the host's name
 * @param includeSubDomains whether that holds for the names below it too
 * @param expire until when, in whole seconds; null without end, and in what libcurl hands out after the year 9999
 */
public record HstsEntry(String name, boolean includeSubDomains, Instant expire) {

    /** Refuses a null name. */
    public HstsEntry {
        Objects.requireNonNull(name, "name");
    }
}
