package io.github.curlffm.option;

import java.util.Set;

/**
 * What options and infos have in common: libcurl's name and number, and the libcurl that brought them.
 *
 * @param <T> the Java type of the value
 */
public abstract sealed class Key<T> permits Option, Info, MultiOption, ShareOption {
    private static final Set<String> SECRETS = Set.of(
            "COOKIE",
            "COOKIELIST",
            "HTTPHEADER",
            "HTTPSIG_KEY",
            "KEYPASSWD",
            "PASSWORD",
            "PROXYHEADER",
            "PROXYPASSWORD",
            "PROXYUSERPWD",
            "PROXY_KEYPASSWD",
            "PROXY_TLSAUTH_PASSWORD",
            "TLSAUTH_PASSWORD",
            "USERPWD",
            "XOAUTH2_BEARER");

    private static final int RANGE = 10_000;

    private final String name;
    private final int id;
    private final String since;

    Key(String name, int id, String since) {
        this.name = name;
        this.id = id;
        this.since = since;
    }

    /** libcurl takes the type of argument that the range of the number stands for, so the two have to agree. */
    static int inRange(String key, int id, int start) {
        if (id < start || id >= start + RANGE) {
            throw new IllegalArgumentException(
                    "%s: %d is not between %d and %d".formatted(key, id, start, start + RANGE - 1));
        }
        return id;
    }

    /** {@return libcurl's name without its prefix, as in {@code "TIMEOUT_MS"}} */
    public final String name() {
        return name;
    }

    /** {@return libcurl's number} */
    public final int id() {
        return id;
    }

    /** {@return the first libcurl that has it, as in {@code "7.16.2"}; empty when unknown} */
    public final String since() {
        return since;
    }

    /** {@return whether the value is a secret, which no message may show} */
    public final boolean isSecret() {
        return SECRETS.contains(name);
    }

    /** {@return the prefix of the name in C, as in {@code "CURLOPT_"}} */
    abstract String prefix();

    /** {@return the name as C programs write it, as in {@code "CURLOPT_TIMEOUT_MS"}} */
    @Override
    public final String toString() {
        return prefix() + name;
    }
}
