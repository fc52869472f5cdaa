package io.github.curlffm.option;

/** A bit of {@link MultiOption#PIPELINING}: how transfers may share a connection. */
public enum Pipelining implements Constant {
    /** No sharing: one transfer at a time on a connection. */
    NOTHING(0),
    /**
     * Pipelining of HTTP/1.1 requests.
     *
     * @deprecated without effect since libcurl 7.62.0: use {@link #MULTIPLEX}
     */
    @Deprecated
    HTTP1(1),
    /** Multiplexing: several transfers at once on a connection of HTTP/2 or HTTP/3. */
    MULTIPLEX(2);

    private final long number;

    Pipelining(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
