package io.github.curlffm.option;

/** Requests of RTSP: the values of {@link Option#RTSP_REQUEST}. */
public enum RtspRequest implements Constant {
    /** No request; libcurl refuses it as a value. */
    NONE(0),
    /** Asks which methods the server supports; needs no session. */
    OPTIONS(1),
    /** Asks for the description of a stream; needs no session. */
    DESCRIBE(2),
    /** Sends a new description of the session. */
    ANNOUNCE(3),
    /** Prepares the transport, given by {@link Option#RTSP_TRANSPORT}; begins the session. */
    SETUP(4),
    /** Starts playing, from where {@link Option#RANGE} says. */
    PLAY(5),
    /** Pauses playing, at the time that {@link Option#RANGE} says. */
    PAUSE(6),
    /** Ends the session. */
    TEARDOWN(7),
    /** Asks for a parameter; without a body it keeps the session alive. */
    GET_PARAMETER(8),
    /** Sets a parameter on the server. */
    SET_PARAMETER(9),
    /** Has the server record the session, for as long as {@link Option#RANGE} says. */
    RECORD(10),
    /** Sends nothing, and reads one buffer of interleaved data. */
    RECEIVE(11);

    private final long number;

    RtspRequest(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
