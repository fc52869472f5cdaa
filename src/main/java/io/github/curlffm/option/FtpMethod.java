package io.github.curlffm.option;

/** How FTP gets to the directory of a file: the values of {@link Option#FTP_FILEMETHOD}. */
public enum FtpMethod implements Constant {
    /** Leaves it to libcurl. */
    DEFAULT(0),
    /** One {@code CWD} for each part of the path, as the standard has it. */
    MULTICWD(1),
    /** No {@code CWD}: every command gets the full path. */
    NOCWD(2),
    /** One {@code CWD} to the directory of the file. */
    SINGLECWD(3);

    private final long number;

    FtpMethod(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
