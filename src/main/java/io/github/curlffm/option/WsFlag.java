package io.github.curlffm.option;

/** The kind of a WebSocket frame, and whether more frames follow. */
public enum WsFlag implements Constant {
    /** Text. */
    TEXT(1),
    /** Binary data. */
    BINARY(2),
    /** Not the last frame of its message. */
    CONT(4),
    /** A close frame. */
    CLOSE(8),
    /** A ping. */
    PING(16),
    /** Sending: this is a part of a frame whose whole length was given with the first part. */
    OFFSET(32),
    /** A pong. */
    PONG(64);

    private final long number;

    WsFlag(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
