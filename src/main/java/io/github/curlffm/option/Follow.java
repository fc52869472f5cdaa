package io.github.curlffm.option;

/** What becomes of a {@link Option#CUSTOMREQUEST} on a redirect: numbers for {@link Option#FOLLOWLOCATION}. */
public enum Follow implements Constant {
    /** Keeps the custom method in all requests; what {@code true} has always meant. */
    ALL(1),
    /** Lets the status code of the redirect decide whether the custom method is kept. Since libcurl 8.13.0. */
    OBEYCODE(2),
    /** Uses the custom method in the first request only. Since libcurl 8.13.0. */
    FIRSTONLY(3);

    private final long number;

    Follow(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
