package io.github.curlffm.internal.poll;

import io.github.curlffm.internal.lib.Epoll;
import java.io.IOException;

/** By epoll. The number that comes back is that of who waits, and the socket: no table by sockets, which are reused. */
final class EpollPoller extends Poller {

    private static final int SOCKET_BITS = 32;

    private volatile Epoll epoll;

    EpollPoller() {}

    @Override
    void open() throws IOException {
        epoll = new Epoll();
    }

    @Override
    void close() {
        epoll.close();
    }

    @Override
    boolean arm(int id, int socket, int events) {
        int asked = (events & SocketWait.IN) != 0 ? Epoll.IN : 0;
        asked |= (events & SocketWait.OUT) != 0 ? Epoll.OUT : 0;
        return epoll.arm(socket, asked, (long) id << SOCKET_BITS | socket);
    }

    @Override
    void disarm(int socket) {
        epoll.disarm(socket);
    }

    @Override
    boolean await(int ms) {
        return epoll.await(ms, this::ready);
    }

    private void ready(long number, int happened) {
        int events = (happened & (Epoll.IN | Epoll.HUP)) != 0 ? SocketWait.IN : 0;
        events |= (happened & Epoll.OUT) != 0 ? SocketWait.OUT : 0;
        events |= (happened & Epoll.ERR) != 0 ? SocketWait.ERR : 0;
        ready((int) (number >>> SOCKET_BITS), (int) number, events);
    }
}
