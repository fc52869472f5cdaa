package io.github.curlffm.option;

/** Behaviour of a WebSocket: the bits of {@link Option#WS_OPTIONS}. Since libcurl 7.86.0. */
public enum WsOption implements Constant {
    /** Passes raw frames to the application, including pings. Since libcurl 7.86.0. */
    RAW_MODE(1 << 0),
    /** Leaves it to the application to answer pings. Since libcurl 8.14.0. */
    NOAUTOPONG(1 << 1);

    private final long number;

    WsOption(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
