package io.github.curlffm.internal.poll;

import io.github.curlffm.internal.c.WaitFdStruct;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.Locks;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** By libcurl's own {@code curl_multi_poll}, which every system has: of an empty multi, with the sockets of all. */
final class CurlPoller extends Poller {

    // libcurl's CURL_WAIT_POLL*.
    private static final int WAIT_IN = 1;
    private static final int WAIT_OUT = 4;

    private record Armed(int id, int socket, int events) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Armed> bySocket = new LinkedHashMap<>();
    private MemorySegment multi;
    private boolean asleep;

    CurlPoller() {}

    @Override
    void open() throws IOException {
        if (!Library.isAtLeast("7.68.0")) {
            throw new IOException("libcurl before 7.68.0 has no curl_multi_wakeup");
        }
        MemorySegment made = curl_ffm_h.curl_multi_init();
        if (made.address() == 0) {
            throw new IOException("curl_multi_init returned NULL");
        }
        multi = made;
    }

    @Override
    void close() {
        bySocket.clear();
        curl_ffm_h.curl_multi_cleanup(multi);
    }

    @Override
    boolean arm(int id, int socket, int events) {
        Locks.lock(lock);
        try {
            bySocket.put(socket, new Armed(id, socket, events));
            if (asleep) {
                asleep = false;
                curl_ffm_h.curl_multi_wakeup(multi);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    void disarm(int socket) {
        Locks.lock(lock);
        try {
            bySocket.remove(socket);
        } finally {
            lock.unlock();
        }
    }

    @Override
    boolean await(int ms) {
        List<Armed> all = fallAsleep();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fds = WaitFdStruct.array(Math.max(1, all.size()), arena);
            for (int i = 0; i < all.size(); i++) {
                WaitFdStruct.set(fds, i, all.get(i).socket, waitBits(all.get(i).events));
            }
            int code = curl_ffm_h.curl_multi_poll(multi, fds, all.size(), ms, arena.allocate(Integer.BYTES));
            boolean any = false;
            for (int i = 0; i < all.size(); i++) {
                int happened = WaitFdStruct.happened(fds, i);
                if (code != 0
                        || happened != 0) { // when it fails, each looks for itself whether its socket is the reason
                    any = true;
                    deliver(all.get(i), happened);
                }
            }
            return any || !all.isEmpty();
        }
    }

    private List<Armed> fallAsleep() {
        Locks.lock(lock);
        try {
            asleep = true;
            return List.copyOf(bySocket.values());
        } finally {
            lock.unlock();
        }
    }

    private static int waitBits(int events) {
        return ((events & SocketWait.IN) != 0 ? WAIT_IN : 0) | ((events & SocketWait.OUT) != 0 ? WAIT_OUT : 0);
    }

    private static int happenedBits(int bits) {
        return ((bits & WAIT_IN) != 0 ? SocketWait.IN : 0) | ((bits & WAIT_OUT) != 0 ? SocketWait.OUT : 0);
    }

    private void deliver(Armed armed, int happened) {
        Locks.lock(lock);
        try {
            bySocket.remove(armed.socket, armed); // once, unless it has been armed anew meanwhile
        } finally {
            lock.unlock();
        }
        ready(armed.id, armed.socket, happenedBits(happened));
    }
}
