package io.github.curlffm.http;

import io.github.curlffm.callback.WriteCallback;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a WebSocket receives: the listener is told as much as it has asked for; when much waits, libcurl pauses. */
final class WebSocketInput {

    /** What comes of what is received. */
    interface Owner {
        /** Lets libcurl write again. */
        void resume();

        /** A ping is to be answered. */
        void pinged(byte[] data);

        /** The peer has said goodbye; {@code handled} is when the listener is done with that, or null. */
        void closed(int status, CompletionStage<?> handled);

        /** What came, or the listener, failed. */
        void failed(Throwable thrown, int status);
    }

    /** The kinds of what can come. */
    enum Kind {
        TEXT,
        BINARY,
        PING,
        PONG,
        CLOSE,
        /** The connection has ended without a goodbye. */
        END
    }

    private record Event(Kind kind, byte[] data, boolean isLast) {}

    private static final int MUCH = 128 * 1024;
    private static final int FIRST_STATUS = 1000;
    private static final int LAST_DEFINED = 1015;
    private static final int FIRST_OF_OTHERS = 3000;
    private static final int NO_STATUS = 1005;
    private static final int ENDED = 1006;
    private static final Set<Integer> NOT_FROM_SERVERS = Set.of(1004, NO_STATUS, ENDED, 1010, 1015);
    private static final int STATUS_BYTES = 2;
    private static final int NOT_UTF_8 = 1007;
    private static final int PROTOCOL_ERROR = 1002;

    private final WebSocket socket;
    private final Listener listener;
    private final Owner owner;
    private final Executor serial;
    private final Utf8Pieces texts = new Utf8Pieces();
    private final Lock lock = new ReentrantLock();

    // --- under the lock
    private final Queue<Event> events = new ArrayDeque<>();
    private long bytes;
    private long demand;
    private boolean isPaused;
    private Throwable failure;
    private boolean isDone;

    WebSocketInput(WebSocket socket, Listener listener, Owner owner, Executor executor) {
        this.socket = socket;
        this.listener = listener;
        this.owner = owner;
        this.serial = new SerialQueue(executor);
    }

    void open() {
        serial.execute(() -> {
            try {
                listener.onOpen(socket);
            } catch (Throwable t) {
                failed(t, PROTOCOL_ERROR);
            }
        });
    }

    /** A piece of a frame; {@return as a WRITEFUNCTION does}. */
    long take(Kind kind, byte[] data, boolean isLast) {
        lock.lock();
        try {
            if (bytes >= MUCH) {
                isPaused = true;
                return WriteCallback.PAUSE;
            }
            events.add(new Event(kind, data, isLast));
            bytes += data.length + 1;
        } finally {
            lock.unlock();
        }
        if (kind == Kind.PING) {
            owner.pinged(data);
        }
        serial.execute(this::deliver);
        return data.length;
    }

    void request(long count) {
        if (count <= 0) {
            failed(new IllegalArgumentException("non-positive request: " + count), PROTOCOL_ERROR);
            return;
        }
        lock.lock();
        try {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        } finally {
            lock.unlock();
        }
        serial.execute(this::deliver);
    }

    /** The connection has ended without a goodbye; what has come before is told first, as it is asked for. */
    void end(Throwable thrown) {
        if (thrown != null) {
            fail(thrown);
        } else {
            take(Kind.END, new byte[0], true);
        }
    }

    /** The listener is told that this fails, and nothing more. */
    void fail(Throwable thrown) {
        lock.lock();
        try {
            if (failure != null || isDone) {
                return;
            }
            failure = thrown;
        } finally {
            lock.unlock();
        }
        serial.execute(this::deliver);
    }

    boolean isDone() {
        lock.lock();
        try {
            return isDone || failure != null;
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        for (Event event; (event = next()) != null; ) {
            try {
                tell(event);
            } catch (CharacterCodingException e) {
                failed(new IOException("the text is not UTF-8", e), NOT_UTF_8);
            } catch (Throwable t) {
                failed(t, PROTOCOL_ERROR);
            }
        }
        Throwable thrown = takeFailure();
        if (thrown != null) {
            tellFailure(thrown);
        }
    }

    private Event next() {
        boolean wasPaused;
        Event event;
        lock.lock();
        try {
            if (failure != null || isDone || demand == 0 || events.isEmpty()) {
                return null;
            }
            event = events.remove();
            bytes -= event.data.length + 1;
            wasPaused = isPaused && bytes < MUCH;
            isPaused &= !wasPaused;
        } finally {
            lock.unlock();
        }
        if (wasPaused) {
            owner.resume();
        }
        return event;
    }

    private Throwable takeFailure() {
        lock.lock();
        try {
            Throwable thrown = isDone ? null : failure;
            isDone |= thrown != null;
            return thrown;
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable thrown, int status) {
        fail(thrown);
        owner.failed(thrown, status);
    }

    private void tellFailure(Throwable thrown) {
        try {
            listener.onError(socket, thrown);
        } catch (Throwable t) {
            thrown.addSuppressed(t);
        }
    }

    private void demanded() {
        lock.lock();
        try {
            demand = demand == Long.MAX_VALUE ? demand : demand - 1;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Event event) throws CharacterCodingException, ProtocolException {
        switch (event.kind) {
            case TEXT -> {
                String text = texts.decode(event.data, event.isLast);
                if (event.isLast || !text.isEmpty()) {
                    demanded();
                    listener.onText(socket, text, event.isLast);
                }
            }
            case BINARY -> {
                demanded();
                listener.onBinary(socket, ByteBuffer.wrap(event.data).asReadOnlyBuffer(), event.isLast);
            }
            case PING -> {
                demanded();
                listener.onPing(socket, ByteBuffer.wrap(event.data).asReadOnlyBuffer());
            }
            case PONG -> {
                demanded();
                listener.onPong(socket, ByteBuffer.wrap(event.data).asReadOnlyBuffer());
            }
            case CLOSE -> close(event.data);
            case END -> close(ENDED, "");
        }
    }

    private void close(byte[] data) throws CharacterCodingException, ProtocolException {
        int status = NO_STATUS;
        String reason = "";
        if (data.length >= STATUS_BYTES) {
            ByteBuffer words = ByteBuffer.wrap(data);
            status = words.getShort() & 0xFFFF;
            if (!isForServers(status)) {
                throw new ProtocolException("a server must not close with the status " + status);
            }
            reason = StandardCharsets.UTF_8.newDecoder().decode(words).toString();
        } else if (data.length > 0) {
            throw new ProtocolException("a close frame has a status of two bytes, or nothing");
        }
        close(status, reason);
    }

    /** {@return whether a status may come from a server}: what is not for frames, for clients, or not defined, may not. */
    private static boolean isForServers(int status) {
        return status >= FIRST_STATUS
                && (status <= LAST_DEFINED || status >= FIRST_OF_OTHERS)
                && !NOT_FROM_SERVERS.contains(status);
    }

    private void close(int status, String reason) {
        demanded();
        lock.lock();
        try {
            isDone = true;
        } finally {
            lock.unlock();
        }
        CompletionStage<?> handled = listener.onClose(socket, status, reason);
        owner.closed(status, handled);
    }
}
