package io.github.curlffm.testing;

import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;

import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Multi.SocketEvent;
import io.github.curlffm.WaitFd;
import io.github.curlffm.callback.SocketCallback;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Drives a multi by {@code socketAction} from what its SOCKETFUNCTION and TIMERFUNCTION say. The waiting is done by
 * another multi, which has no transfers.
 */
public final class SocketLoop implements AutoCloseable {

    private final Multi multi;
    private final Multi waiter = new Multi();
    private final Map<Long, WaitFd> watched = new HashMap<>();
    private long timeoutMs = -1;
    private long timerSet;
    private int running;

    /** Sets both callbacks. */
    public SocketLoop(Multi multi) {
        this.multi = multi;
        multi.set(SOCKETFUNCTION, this::socket).set(TIMERFUNCTION, this::timer);
    }

    /** The SOCKETFUNCTION. */
    public void socket(Easy easy, long socket, SocketCallback.Poll what, Object attachment) {
        switch (what) {
            case NONE -> watched.put(socket, new WaitFd(socket, Set.of()));
            case IN -> watched.put(socket, new WaitFd(socket, Set.of(WaitFd.Event.IN)));
            case OUT -> watched.put(socket, new WaitFd(socket, Set.of(WaitFd.Event.OUT)));
            case INOUT -> watched.put(socket, new WaitFd(socket, Set.of(WaitFd.Event.IN, WaitFd.Event.OUT)));
            case REMOVE -> watched.remove(socket);
        }
    }

    /** The TIMERFUNCTION. */
    public void timer(long ms) {
        timeoutMs = ms;
        timerSet = System.nanoTime();
    }

    /** {@return the sockets that libcurl wants watched} */
    public Set<Long> watched() {
        return watched.keySet();
    }

    /** {@return the milliseconds that libcurl last asked for} */
    public long timeoutMs() {
        return timeoutMs;
    }

    /** Goes on until no transfer is under way. */
    public void run() throws CurlMultiException {
        running = multi.socketActionTimeout();
        while (running > 0) {
            step();
        }
    }

    /** Goes on until something is the case. */
    public void runUntil(BooleanSupplier done) throws CurlMultiException {
        running = multi.socketActionTimeout();
        while (!done.getAsBoolean()) {
            step();
        }
    }

    private void step() throws CurlMultiException {
        List<WaitFd> sockets = List.copyOf(watched.values());
        waiter.poll(timeLeft(), sockets.toArray(WaitFd[]::new));
        for (WaitFd socket : sockets) {
            Set<SocketEvent> ready = EnumSet.noneOf(SocketEvent.class);
            if (socket.happened().contains(WaitFd.Event.IN)) {
                ready.add(SocketEvent.IN);
            }
            if (socket.happened().contains(WaitFd.Event.OUT)) {
                ready.add(SocketEvent.OUT);
            }
            if (!ready.isEmpty() && watched.get(socket.fd()) == socket) {
                running = multi.socketAction(socket.fd(), ready);
            }
        }
        if (timeLeft().isZero()) {
            timeoutMs = -1;
            running = multi.socketActionTimeout();
        }
    }

    private Duration timeLeft() {
        if (timeoutMs < 0) {
            return Transfers.LONG;
        }
        Duration left = Duration.ofMillis(timeoutMs).minusNanos(System.nanoTime() - timerSet);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void close() {
        waiter.close();
    }
}
