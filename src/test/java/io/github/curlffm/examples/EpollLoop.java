package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.MultiOption.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.Multi.SocketEvent;
import io.github.curlffm.callback.SocketCallback;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * An event loop of its own: libcurl says by {@code SOCKETFUNCTION} which sockets to watch and by {@code TIMERFUNCTION}
 * when to be called at the latest; the system's epoll, or poll where that is missing, does the watching.
 */
public final class EpollLoop {

    private static final long NEVER = Long.MAX_VALUE;

    private final Multi multi;
    private final Watch watch;
    private long deadline = NEVER;

    private EpollLoop(Multi multi, Watch watch) {
        this.multi = multi;
        this.watch = watch;
        multi.set(SOCKETFUNCTION, this::socket).set(TIMERFUNCTION, this::timer);
    }

    /** Gets all URLs at once. */
    public static void main(String[] urls) throws IOException {
        get(Watch.ofThisSystem(), urls);
    }

    /** Gets all URLs at once, watching their sockets by this. */
    static void get(Watch watch, String... urls) throws IOException {
        try (watch;
                var multi = new Multi()) {
            EpollLoop loop = new EpollLoop(multi, watch);
            for (String url : urls) {
                multi.add(new Easy().set(URL, url).set(WRITEFUNCTION, body -> {}));
            }
            loop.run();
        }
    }

    /** What is attached to a socket tells one that is watched already from a new one. */
    private void socket(Easy easy, long socket, SocketCallback.Poll what, Object known) throws IOException {
        switch (what) {
            case IN -> watch.set(socket, known != null, Watch.IN);
            case OUT -> watch.set(socket, known != null, Watch.OUT);
            case INOUT -> watch.set(socket, known != null, Watch.IN | Watch.OUT);
            case NONE -> watch.set(socket, known != null, 0);
            case REMOVE -> watch.remove(socket);
        }
        if (known == null && what != SocketCallback.Poll.REMOVE) {
            multi.assign(socket, "watched");
        }
    }

    private void timer(long milliseconds) {
        deadline = milliseconds < 0 ? NEVER : now() + milliseconds;
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private void run() throws IOException {
        while (!multi.handles().isEmpty()) {
            int milliseconds = deadline == NEVER ? -1 : (int) Math.max(0, deadline - now());
            for (Map.Entry<Long, Integer> ready : watch.await(milliseconds).entrySet()) {
                multi.socketAction(ready.getKey(), events(ready.getValue()));
            }
            if (deadline <= now()) {
                deadline = NEVER;
                multi.socketActionTimeout();
            }
            for (Message done : multi.messages()) {
                try (Easy easy = done.easy()) {
                    System.out.printf(
                            "%s: %s, %d bytes%n", easy.get(EFFECTIVE_URL), done.code(), easy.get(SIZE_DOWNLOAD_T));
                }
            }
        }
    }

    private static Set<SocketEvent> events(int ready) {
        Set<SocketEvent> events = EnumSet.noneOf(SocketEvent.class);
        if ((ready & Watch.IN) != 0) {
            events.add(SocketEvent.IN);
        }
        if ((ready & Watch.OUT) != 0) {
            events.add(SocketEvent.OUT);
        }
        if ((ready & ~(Watch.IN | Watch.OUT)) != 0) { // an error or the end, which libcurl finds out by itself
            events.add(SocketEvent.ERR);
        }
        return events;
    }
}
