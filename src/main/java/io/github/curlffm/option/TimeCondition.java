package io.github.curlffm.option;

/** Comparisons with {@link Option#TIMEVALUE}: the values of {@link Option#TIMECONDITION}. */
public enum TimeCondition implements Constant {
    /** No condition; libcurl's default. */
    NONE(0),
    /** Transfers if it was modified after that time. */
    IFMODSINCE(1),
    /** Transfers if it was not modified after that time. */
    IFUNMODSINCE(2),
    /** Sends the time in a {@code Last-Modified} header. */
    LASTMOD(3);

    private final long number;

    TimeCondition(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
