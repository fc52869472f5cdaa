package io.github.curlffm.option;

/** Where credentials come from: the values of {@link Option#NETRC}. */
public enum Netrc implements Constant {
    /** Never reads the file; libcurl's default. */
    IGNORED(0),
    /** Reads the file for what the URL does not say. */
    OPTIONAL(1),
    /** Reads the file and ignores the credentials in the URL. */
    REQUIRED(2);

    private final long number;

    Netrc(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
