package io.github.curlffm.bench;

import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi.SocketEvent;
import io.github.curlffm.callback.SocketCallback;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps a number of transfers in flight in one thread, which waits by epoll. */
final class EpollLoop extends PollLoop {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long MILLISECOND = 1_000_000;
    private static final int LONGEST = 1000;

    /** By the bits of epoll: what else there is libcurl finds out by itself. */
    private static final List<Set<SocketEvent>> SELECTED = List.of(
            EnumSet.of(SocketEvent.ERR),
            EnumSet.of(SocketEvent.IN),
            EnumSet.of(SocketEvent.OUT),
            EnumSet.of(SocketEvent.IN, SocketEvent.OUT));

    private final Epoll epoll = new Epoll();
    private long due = NEVER;

    EpollLoop(int transfers, Supplier<Easy> easy) {
        super(transfers, easy);
        multi.set(SOCKETFUNCTION, this::socket)
                .set(TIMERFUNCTION, ms -> due = ms < 0 ? NEVER : System.nanoTime() + ms * MILLISECOND);
    }

    private void socket(Easy easy, long socket, SocketCallback.Poll what, Object known) throws IOException {
        if (what == SocketCallback.Poll.REMOVE) {
            epoll.remove((int) socket);
            return;
        }
        int events = switch (what) {
            case IN -> Epoll.IN;
            case OUT -> Epoll.OUT;
            case INOUT -> Epoll.IN | Epoll.OUT;
            default -> 0;
        };
        epoll.watch((int) socket, known != null, events);
        if (known == null) {
            multi.assign(socket, this);
        }
    }

    @Override
    void drive() throws IOException {
        long wait = due == NEVER ? LONGEST : Math.max(0, (due - System.nanoTime() + MILLISECOND - 1) / MILLISECOND);
        int ready = epoll.await((int) Math.min(wait, LONGEST));
        for (int i = 0; i < ready; i++) {
            int events = epoll.events(i);
            int selected = (events & Epoll.IN) + ((events & Epoll.OUT) >> 1);
            multi.socketAction(epoll.socket(i), SELECTED.get(selected));
        }
        if (due != NEVER && due <= System.nanoTime()) {
            due = NEVER;
            multi.socketActionTimeout();
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        epoll.close();
    }
}
