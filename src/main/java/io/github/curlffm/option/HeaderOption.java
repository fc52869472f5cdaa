package io.github.curlffm.option;

/** Who gets the lines of {@link Option#HTTPHEADER}: the values of {@link Option#HEADEROPT}. */
public enum HeaderOption implements Constant {
    /** Servers and proxies alike; {@link Option#PROXYHEADER} is ignored. */
    UNIFIED(0),
    /** Servers only; proxies get {@link Option#PROXYHEADER}. */
    SEPARATE(1 << 0);

    private final long number;

    HeaderOption(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
