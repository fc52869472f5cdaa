package io.github.curlffm.option;

/** How alternative services (the {@code Alt-Svc:} header) are handled: the bits of {@link Option#ALTSVC_CTRL}. */
public enum AltSvcCtrl implements Constant {
    /** Never writes the cache back to its file. Since libcurl 7.64.1. */
    READONLYFILE(1 << 2),
    /** Accepts services over HTTP/1.1. Since libcurl 7.64.1. */
    H1(1 << 3),
    /** Accepts services over HTTP/2. Since libcurl 7.64.1. */
    H2(1 << 4),
    /** Accepts services over HTTP/3. Since libcurl 7.64.1. */
    H3(1 << 5);

    private final long number;

    AltSvcCtrl(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
