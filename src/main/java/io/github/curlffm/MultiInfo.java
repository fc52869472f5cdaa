package io.github.curlffm;

/** The numbers that a multi keeps. Since libcurl 8.16.0. */
public enum MultiInfo {
    /** Handles that are in the multi. */
    XFERS_CURRENT(1),
    /** Transfers under way. */
    XFERS_RUNNING(2),
    /** Transfers that wait for a connection. */
    XFERS_PENDING(3),
    /** Transfers that are done, but whose message has not been read. */
    XFERS_DONE(4),
    /** Handles that were ever added. */
    XFERS_ADDED(5);

    final int id;

    MultiInfo(int id) {
        this.id = id;
    }
}
