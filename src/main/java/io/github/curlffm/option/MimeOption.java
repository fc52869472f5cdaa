package io.github.curlffm.option;

/** How multipart bodies are encoded: the bits of {@link Option#MIME_OPTIONS}. */
public enum MimeOption implements Constant {
    /** Escapes field and file names of HTTP forms by backslashes instead of percent-encoding. Since libcurl 7.81.0. */
    FORMESCAPE(1 << 0);

    private final long number;

    MimeOption(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
