package io.github.curlffm.option;

/** How much must be encrypted: the values of {@link Option#USE_SSL}. */
public enum UseSsl implements Constant {
    /** Nothing: TLS is not tried; libcurl's default. */
    NONE(0),
    /** Tries TLS and goes on <b>in plain text</b> if the server has none. */
    TRY(1),
    /** Demands TLS for the control connection of FTP; the data may travel <b>in plain text</b>. */
    CONTROL(2),
    /** Demands TLS for everything. */
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
