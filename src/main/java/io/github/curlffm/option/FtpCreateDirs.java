package io.github.curlffm.option;

/** Whether missing remote directories are created: the values of {@link Option#FTP_CREATE_MISSING_DIRS}. */
public enum FtpCreateDirs implements Constant {
    /** Creates none. */
    CREATE_DIR_NONE(0),
    /** Creates a directory that cannot be entered, and tries again. */
    CREATE_DIR(1),
    /** Tries to enter it again even if creating it failed, as when another connection was faster (FTP only). */
    CREATE_DIR_RETRY(2);

    private final long number;

    FtpCreateDirs(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
