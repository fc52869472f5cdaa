package io.github.curlffm.option;

/** Redirects after which a POST stays a POST: the bits of {@link Option#POSTREDIR}. */
public enum PostRedirect implements Constant {
    /** None: a GET follows each of them; libcurl's default. */
    GET_ALL(0),
    /** After 301 (moved permanently). */
    POST_301(1 << 0),
    /** After 302 (found). */
    POST_302(1 << 1),
    /** After 303 (see other). */
    POST_303(1 << 2),
    /** After any of the three. */
    POST_ALL(1 << 0 | 1 << 1 | 1 << 2);

    private final long number;

    PostRedirect(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
