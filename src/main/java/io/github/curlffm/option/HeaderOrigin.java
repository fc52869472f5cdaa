package io.github.curlffm.option;

/** Where a header came from. */
public enum HeaderOrigin implements Constant {
    /** An ordinary header of the response. */
    HEADER(1),
    /** A trailer, after the body. */
    TRAILER(2),
    /** A proxy's answer to CONNECT. */
    CONNECT(4),
    /** An interim response with a status below 200. */
    INTERIM(8),
    /** A pseudo header of HTTP/2 and HTTP/3, as in {@code :status}. */
    PSEUDO(16);

    private final long number;

    HeaderOrigin(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
