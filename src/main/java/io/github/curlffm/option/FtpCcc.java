package io.github.curlffm.option;

/** How the FTP control connection leaves TLS after login: the values of {@link Option#FTP_SSL_CCC}. */
public enum FtpCcc implements Constant {
    /** Stays in TLS. */
    NONE(0),
    /** Waits for the server to shut TLS down, and does not reply. */
    PASSIVE(1),
    /** Shuts TLS down and waits for the answer. */
    ACTIVE(2);

    private final long number;

    FtpCcc(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
