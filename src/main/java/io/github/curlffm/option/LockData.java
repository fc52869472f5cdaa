package io.github.curlffm.option;

/** The kinds of data that a share holds and that its lock callbacks guard. */
public enum LockData implements Constant {
    /** No data; libcurl never uses it. */
    NONE(0),
    /** The share itself: passed to the lock callbacks only. It is not a value of an option. */
    SHARE(1),
    /**
     * Cookies. With libcurl 8.11.0 to 8.15.0, transfers in several threads
     * {@linkplain io.github.curlffm.Share take turns}.
     */
    COOKIE(2),
    /** The DNS cache. */
    DNS(3),
    /**
     * TLS sessions, which make a later handshake with the same server shorter. With libcurl before 8.10.0, transfers in
     * several threads {@linkplain io.github.curlffm.Share take turns}.
     */
    SSL_SESSION(4),
    /** Open connections. Transfers in several threads {@linkplain io.github.curlffm.Share take turns}. */
    CONNECT(5),
    /** The public suffix list. Since libcurl 7.61.0. */
    PSL(6),
    /**
     * The HSTS cache. Transfers in several threads {@linkplain io.github.curlffm.Share take turns}. Since libcurl
     * 7.88.0.
     */
    HSTS(7);

    private final long number;

    LockData(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
