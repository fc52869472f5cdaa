package io.github.curlffm.internal.lib;

import static io.github.curlffm.internal.lib.Downcalls.arg;

import java.io.IOException;
import java.lang.invoke.MethodHandle;

/** Linux's eventfd: a descriptor by which any thread ends the {@link Epoll#await} of another. */
public final class EventFd implements AutoCloseable {

    private static final int CLOEXEC = 0x80000;
    private static final int NONBLOCK = 0x800;

    private static final MethodHandle CREATE = Libc.link("eventfd", 2);
    private static final MethodHandle WRITE = Libc.link("eventfd_write", 2);

    private final int descriptor;

    /** Guarded by this: another descriptor may have the number after the end. */
    private boolean closed;

    /**
     * Makes one.
     *
     * @throws IOException when the process has no descriptor left
     */
    public EventFd() throws IOException {
        try {
            descriptor = (int) (long) CREATE.invokeExact(arg(0), arg(CLOEXEC | NONBLOCK));
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
        if (descriptor < 0) {
            throw new IOException("eventfd failed: the process has too many open files");
        }
    }

    /** {@return the descriptor} It stays readable, so it is to be watched for {@link Epoll#EDGE}. */
    public int descriptor() {
        return descriptor;
    }

    /** Signals. For any thread; after the end it does nothing. */
    public synchronized void signal() {
        if (closed) {
            return;
        }
        try {
            long ignoredAsItIsSignalledEitherWay = (long) WRITE.invokeExact(arg(descriptor), arg(1));
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            Libc.close(descriptor);
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
