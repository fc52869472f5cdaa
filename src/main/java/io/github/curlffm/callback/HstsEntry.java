package io.github.curlffm.callback;

import java.time.Instant;
import java.util.Objects;

/**
 * A host that must be reached by HTTPS only.
 *
 * @param name the host's name
 * @param includeSubDomains whether this includes the subdomains
 * @param expire the end, in whole seconds; null if there is none. An end after the year 9999 that comes from libcurl is
 *     null, too
 */
public record HstsEntry(String name, boolean includeSubDomains, Instant expire) {

    /** Refuses a null name. */
    public HstsEntry {
        Objects.requireNonNull(name, "name");
    }
}
