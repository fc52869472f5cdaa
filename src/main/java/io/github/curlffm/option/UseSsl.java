package io.github.curlffm.option;

/** How much must be encrypted: the values of {@link Option#USE_SSL}. */
public enum UseSsl implements Constant {
    /** Nothing: TLS is not tried; libcurl's default. */
    NONE(0),
    /** Tries TLS, and goes on <b>in plain text</b> if the server does not support it. */
    TRY(1),
    /** Requires TLS for the control connection of FTP; the data may be sent <b>in plain text</b>. */
    CONTROL(2),
    /** Requires TLS for everything. */
    ALL(3);

    private final long number;

    UseSsl(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
