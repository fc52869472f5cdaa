package io.github.curlffm;

import io.github.curlffm.option.Constant;
import java.util.Set;

/**
 * A file descriptor that {@link Multi#poll} waits for in addition to libcurl's own, or one of libcurl's own, from
 * {@link Multi#waitfds}.
 *
 * <pre>{@code
 * var pipe = new WaitFd(descriptor, Set.of(WaitFd.Event.IN));
 * multi.poll(Duration.ofSeconds(1), pipe);
 * if (pipe.happened().contains(WaitFd.Event.IN)) ...
 * }</pre>
 */
public final class WaitFd {

    /** An event of a descriptor. */
    public enum Event implements Constant {
        /** It can be read. */
        IN(1),
        /** It has urgent data. */
        PRI(2),
        /** It can be written. */
        OUT(4);

        private final long number;

        Event(long number) {
            this.number = number;
        }

        @Override
        public long number() {
            return number;
        }
    }

    private final int fd;
    private final Set<Event> events;
    private Set<Event> happened = Set.of();

    /**
     * Makes a descriptor to wait for.
     *
     * @param fd the descriptor
     * @param events what to wait for
     * @throws IllegalArgumentException if the number is too large for a descriptor
     */
    public WaitFd(long fd, Set<Event> events) {
        this.fd = Sockets.descriptor(fd);
        this.events = Set.copyOf(events);
    }

    /** {@return a descriptor of libcurl's} */
    static WaitFd of(int fd, int events) {
        return new WaitFd(fd, events(events));
    }

    private static Set<Event> events(int bits) {
        return Constant.setOf(Event.class, bits);
    }

    /** {@return the descriptor} */
    public long fd() {
        return fd;
    }

    /** {@return what to wait for} */
    public Set<Event> events() {
        return events;
    }

    /** {@return what happened during the last wait; errors and the end of the peer's data are not reported} */
    public Set<Event> happened() {
        return happened;
    }

    void happened(int bits) {
        happened = events(bits);
    }

    @Override
    public String toString() {
        return "WaitFd[fd=" + fd + ", events=" + events + ", happened=" + happened + "]";
    }
}
