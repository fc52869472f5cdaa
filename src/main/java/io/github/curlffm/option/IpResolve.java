package io.github.curlffm.option;

/** Which IP versions are used: the values of {@link Option#IPRESOLVE}. */
public enum IpResolve implements Constant {
    /** All that the system allows. */
    WHATEVER(0),
    /** IPv4 only. */
    V4(1),
    /** IPv6 only. */
    V6(2);

    private final long number;

    IpResolve(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
