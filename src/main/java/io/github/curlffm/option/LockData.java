package io.github.curlffm.option;

/** The kinds of data that a share holds and that its lock callbacks guard. */
public enum LockData implements Constant {
    /** No data; libcurl never uses it. */
    NONE(0),
    /** The share itself: passed to the lock callbacks only, and not possible as the value of an option. */
    SHARE(1),
    /**
     * Cookies. libcurl uses them under the lock only, though its manual does not promise that for threads that run at
     * the same time.
     */
    COOKIE(2),
    /** Cached addresses of hosts. */
    DNS(3),
    /** TLS sessions, which make a new handshake with a known server shorter. */
    SSL_SESSION(4),
    /** Open connections. libcurl cannot share them between threads that run at the same time: transfers take turns. */
    CONNECT(5),
    /** The public suffix list. Since libcurl 7.61.0. */
    PSL(6),
    /**
     * The HSTS cache. libcurl cannot share it between threads that run at the same time: transfers take turns. Since
     * libcurl 7.88.0.
     */
    HSTS(7);

    private final long value;

    LockData(long value) {
        this.value = value;
    }

    @Override
    public long value() {
        return value;
    }
}
