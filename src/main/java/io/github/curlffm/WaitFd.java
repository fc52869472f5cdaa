package io.github.curlffm;

/**
 * A descriptor to wait for besides libcurl's own, or one of libcurl's own.
 *
 * @param fd the descriptor
 * @param events what to wait for: {@link #IN}, {@link #PRI}, {@link #OUT}, added up
 * @param revents what happened, after waiting
 */
public record WaitFd(long fd, int events, int revents) {

    /** It can be read. */
    public static final int IN = 1;

    /** It has urgent data. */
    public static final int PRI = 2;

    /** It can be written. */
    public static final int OUT = 4;

    /**
     * A descriptor to wait for.
     *
     * @param fd the descriptor
     * @param events what to wait for
     */
    public WaitFd(long fd, int events) {
        this(fd, events, 0);
    }
}
