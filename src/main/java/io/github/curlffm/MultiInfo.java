package io.github.curlffm;

import io.github.curlffm.option.Constant;

/** The numbers that a multi keeps. Since libcurl 8.16.0. */
public enum MultiInfo implements Constant {
    /** Handles that are in the multi. */
    XFERS_CURRENT(1),
    /** Running transfers. */
    XFERS_RUNNING(2),
    /** Transfers that wait for a connection. */
    XFERS_PENDING(3),
    /** Finished transfers whose message has not been read. */
    XFERS_DONE(4),
    /** All handles that have been added since the multi was made. */
    XFERS_ADDED(5);

    private final long number;

    MultiInfo(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
