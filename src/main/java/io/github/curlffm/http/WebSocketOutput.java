package io.github.curlffm.http;

import io.github.curlffm.CurlException;
import io.github.curlffm.option.WsFlag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a WebSocket sends: frame after frame, in the loop's thread, each when the connection has taken the one before. */
final class WebSocketOutput {

    /** Calls libcurl between the steps of the transfer. */
    interface Sender {
        /** Runs an action in the loop's thread, or fails. */
        CompletableFuture<?> run(Step step);

        /** Sends what the connection takes, as {@link io.github.curlffm.WebSocket#send(ByteBuffer, Set)}. */
        long send(ByteBuffer data, Set<WsFlag> flags) throws CurlException;
    }

    /** Something done in the loop's thread. */
    @FunctionalInterface
    interface Step {
        void run() throws CurlException;
    }

    private record Frame(ByteBuffer data, Set<WsFlag> flags, CompletableFuture<Void> sent) {}

    /** libcurl cannot tell when a connection takes more. */
    private static final Executor A_MOMENT_LATER =
            CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS, Runnable::run);

    private final Sender sender;
    private final Lock lock = new ReentrantLock();

    // --- under the lock
    private final Queue<Frame> frames = new ArrayDeque<>();
    private boolean isSending;
    private boolean isClosed;
    private Frame pong;
    private IOException end;

    WebSocketOutput(Sender sender) {
        this.sender = sender;
    }

    /** {@return a future that is done when the connection has taken the frame} */
    CompletableFuture<Void> send(ByteBuffer data, Set<WsFlag> flags) {
        Frame frame = new Frame(data, flags, new CompletableFuture<>());
        boolean begins;
        lock.lock();
        try {
            if (isClosed || end != null) {
                return CompletableFuture.failedFuture(new IOException("Output closed", end));
            }
            isClosed = flags.contains(WsFlag.CLOSE);
            frames.add(frame);
            begins = !isSending;
            isSending = true;
        } finally {
            lock.unlock();
        }
        if (begins) {
            sendSoon();
        }
        return frame.sent;
    }

    /** Answers a ping; an answer that has not been sent yet is replaced: only the last ping must be answered. */
    void pong(byte[] data) {
        boolean begins;
        lock.lock();
        try {
            if (isClosed || end != null) {
                return;
            }
            pong = new Frame(ByteBuffer.wrap(data), Set.of(WsFlag.PONG), new CompletableFuture<>());
            begins = !isSending;
            isSending = true;
        } finally {
            lock.unlock();
        }
        if (begins) {
            sendSoon();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return isClosed || end != null;
        } finally {
            lock.unlock();
        }
    }

    private void sendSoon() {
        sender.run(this::sendAll).whenComplete((nothing, thrown) -> {
            if (thrown != null) {
                end(thrown instanceof IOException e ? e : new IOException(thrown));
            }
        });
    }

    private void sendAll() throws CurlException {
        for (Frame frame; (frame = next()) != null; ) {
            boolean isEmpty = !frame.data.hasRemaining();
            long count = sender.send(frame.data, frame.flags);
            if (isEmpty ? count < 0 : frame.data.hasRemaining()) {
                A_MOMENT_LATER.execute(this::sendSoon);
                return;
            }
            done(frame);
            frame.sent.complete(null);
        }
    }

    private Frame next() {
        lock.lock();
        try {
            if (frames.isEmpty() && pong != null) {
                frames.add(pong);
                pong = null;
            }
            Frame first = end == null ? frames.peek() : null;
            isSending = first != null;
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void done(Frame frame) {
        lock.lock();
        try {
            frames.remove(frame);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more can be sent. */
    void end(IOException why) {
        Queue<Frame> lost;
        lock.lock();
        try {
            if (end != null) {
                return;
            }
            end = why;
            lost = new ArrayDeque<>(frames);
            frames.clear();
        } finally {
            lock.unlock();
        }
        lost.forEach(frame -> frame.sent.completeExceptionally(why));
    }
}
