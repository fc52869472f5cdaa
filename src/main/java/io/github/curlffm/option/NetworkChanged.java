package io.github.curlffm.option;

/** A bit of {@link MultiOption#NETWORK_CHANGED}: what to drop. Since libcurl 8.16.0. */
public enum NetworkChanged implements Constant {
    /** Everything that the other bits name. Since libcurl 8.20.0. */
    CLEAR_ALL(1),
    /** The connections: idle ones are closed, those in use are not reused. Since libcurl 8.16.0. */
    CLEAR_CONNS(2),
    /** The DNS cache. Since libcurl 8.16.0. */
    CLEAR_DNS(4);

    private final long number;

    NetworkChanged(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
