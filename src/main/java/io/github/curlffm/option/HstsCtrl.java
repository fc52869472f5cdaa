package io.github.curlffm.option;

/** How HSTS is handled: the bits of {@link Option#HSTS_CTRL}. */
public enum HstsCtrl implements Constant {
    /** Switches HSTS on. Since libcurl 7.74.0. */
    ENABLE(1 << 0),
    /** Never writes the cache back to its file. Since libcurl 7.74.0. */
    READONLYFILE(1 << 1);

    private final long number;

    HstsCtrl(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
