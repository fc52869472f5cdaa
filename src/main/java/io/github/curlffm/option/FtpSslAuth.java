package io.github.curlffm.option;

/** The order of {@code AUTH} commands in FTP over TLS: the values of {@link Option#FTPSSLAUTH}. */
public enum FtpSslAuth implements Constant {
    /** Leaves it to libcurl. */
    DEFAULT(0),
    /** {@code AUTH SSL} first, then {@code AUTH TLS}. */
    SSL(1),
    /** {@code AUTH TLS} first, then {@code AUTH SSL}. */
    TLS(2);

    private final long number;

    FtpSslAuth(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
