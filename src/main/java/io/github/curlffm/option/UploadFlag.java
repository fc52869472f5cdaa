package io.github.curlffm.option;

/** Flags of a mail uploaded by IMAP: the bits of {@link Option#UPLOAD_FLAGS}. Since libcurl 8.13.0. */
public enum UploadFlag implements Constant {
    /** Has been answered. Since libcurl 8.13.0. */
    ANSWERED(1 << 0),
    /** Is marked for deletion. Since libcurl 8.13.0. */
    DELETED(1 << 1),
    /** Is a draft. Since libcurl 8.13.0. */
    DRAFT(1 << 2),
    /** Is flagged for special attention. Since libcurl 8.13.0. */
    FLAGGED(1 << 3),
    /** Has been read; libcurl's default. Since libcurl 8.13.0. */
    SEEN(1 << 4);

    private final long number;

    UploadFlag(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
