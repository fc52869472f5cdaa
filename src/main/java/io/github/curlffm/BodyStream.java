package io.github.curlffm;

import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.handle.Headroom;
import io.github.curlffm.internal.handle.PrivateMulti;
import io.github.curlffm.internal.upcall.EasyState.BodyTaker;
import io.github.curlffm.option.Info;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A body that is read while it comes. A read drives the transfer, on its own thread, until there is something. As long as
 * that is not read, libcurl is answered PAUSE.
 */
final class BodyStream extends InputStream implements BodyTaker {

    private final Easy easy;
    private final PrivateMulti multi;
    private final HeaderEnd header;
    private final BodyBuffer buffer = new BodyBuffer();

    /** Whether libcurl was answered PAUSE the last time. */
    private boolean paused;

    /** Whether the transfer is over, and why it failed; there may still be something to read. */
    private boolean over;

    private CurlException failure;
    private boolean interrupted;
    private boolean thrown;

    /** Whether the handle is not in use by this any more. Then nothing here concerns it. */
    private volatile boolean released;

    /** Why nothing can be read, or null. */
    private volatile String closed;

    BodyStream(Easy easy, PrivateMulti multi) {
        this.easy = easy;
        this.multi = multi;
        this.header = new HeaderEnd(() -> easy.get(Info.RESPONSE_CODE));
    }

    /**
     * Begins the transfer, and goes on until the header is complete, or there is something to read.
     *
     * @throws CurlException if it fails before
     */
    void begin() throws CurlException {
        easy.stream(this);
        boolean whole = false;
        try {
            easy.leavePrivateMulti();
            easy.options.beforeTransfer();
            easy.options.callbacks().watchHeaders(true);
            easy.state.taker(this);
            multi.begin(easy.core(), easy.pointer(), easy.options.settings().maxConnects);
            drive(() -> header.isComplete() || !buffer.isEmpty());
            whole = true;
        } finally {
            if (!whole) {
                giveUp();
                release();
            }
        }
        if (over && buffer.isEmpty() && failure != null) {
            release();
            throw failure.orError();
        }
    }

    private void drive(BooleanSupplier enough) {
        while (!over && !enough.getAsBoolean()) {
            if (multi.step(easy.core(), easy.state)) {
                finish();
            } else if (!enough.getAsBoolean()) {
                multi.await(easy.state);
            }
        }
    }

    /** The transfer has ended. */
    private void finish() {
        over = true;
        try {
            multi.end(easy.core(), easy.pointer());
            failure = easy.failure(multi);
            if (failure != null && failure.getCause() == null && multi.stopped() != null) {
                interrupted = multi.stopped() == PrivateMulti.Stopped.INTERRUPTED;
                buffer.clear();
            }
        } finally {
            afterwards();
        }
    }

    /** Ends the transfer, if it is under way. What callbacks throw stays pending. */
    private void giveUp() {
        buffer.clear();
        if (!over) {
            over = true;
            try {
                multi.end(easy.core(), easy.pointer());
            } finally {
                afterwards();
            }
        }
    }

    private void afterwards() {
        easy.state.taker(null);
        easy.options.callbacks().watchHeaders(false);
        easy.options.afterTransfer();
    }

    private void release() {
        released = true;
        easy.stream(null);
    }

    @Override
    public void header(MemorySegment line) {
        header.line(line);
    }

    @Override
    public long body(MemorySegment data) {
        if (over) {
            return WriteCallback.ERROR;
        }
        paused = data.byteSize() > 0 && !buffer.isEmpty() && !header.isInside(data) && canPause();
        if (paused) {
            return WriteCallback.PAUSE;
        }
        if (buffer.isEmpty()) {
            buffer.put(data);
        } else {
            buffer.add(data);
        }
        return data.byteSize();
    }

    /** libcurl reads a file in one step, in which it cannot pause. */
    private boolean canPause() {
        return !"file".equalsIgnoreCase(easy.get(Info.SCHEME));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        refuseClosed();
        if (released) {
            return length == 0 ? 0 : end();
        }
        try (Handle.Use _ = easy.outsideCallbacks("read()", easy.enter())) {
            if (length == 0) {
                return 0;
            }
            if (!over && (buffer.isEmpty() || multi.stops())) {
                pull(bytes, offset, length);
                int count = buffer.received();
                return count > 0 ? count : end();
            }
            int count = buffer.take(bytes, offset, length);
            return count > 0 ? count : end();
        }
    }

    private void pull(byte[] bytes, int offset, int length) {
        Headroom.require();
        buffer.begin(bytes, offset, length);
        try {
            resume();
            drive(() -> buffer.received() > 0);
        } catch (RuntimeException | Error e) { // the transfer cannot go on, for example where the stack ends
            failure = new CurlException(CurlCode.ABORTED_BY_CALLBACK.number(), "a read could not go on: " + e, e);
            thrown = true;
            giveUp();
            throw e;
        } finally {
            buffer.end();
        }
    }

    /** Lets libcurl deliver what waits, but lets what others have paused be as it is. */
    private void resume() {
        if (paused && !easy.state.isReceivePaused()) {
            paused = false;
            boolean sendStays = easy.state.isSendPaused() || easy.state.isReadPaused() || easy.options.isPausedByMime();
            easy.state.sendPaused(sendStays);
            easy.state.paused(sendStays);
            multi.resume(easy.core(), easy.pointer(), sendStays ? (int) Easy.Direction.SEND.number() : 0);
        }
    }

    /** {@return -1, at the end of the body} */
    private int end() throws IOException {
        if (!released) {
            release();
        }
        if (failure == null) {
            return -1;
        }
        if (interrupted) {
            throw (IOException) new InterruptedIOException(failure.getMessage()).initCause(failure);
        }
        CurlException next =
                thrown ? failure.again() : failure; // one that is thrown twice may get itself as suppressed
        thrown = true;
        throw next.orError();
    }

    private void refuseClosed() throws IOException {
        if (closed != null) {
            throw new IOException(closed);
        }
    }

    @Override
    public int available() throws IOException {
        refuseClosed();
        if (released) {
            return 0;
        }
        try (Handle.Use _ = easy.outsideCallbacks("available()", easy.enter())) {
            return buffer.available();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed == null && !released) {
            try (Handle.Use _ = easy.enterOutsideCallbacks("close()")) {
                endNow();
            }
        }
        close("the stream is closed");
    }

    /**
     * Ends the transfer, if it is under way.
     *
     * @throws CallbackException if a callback throws now, or threw and no read has thrown it
     */
    private void endNow() throws CurlException {
        boolean early = !over;
        try {
            giveUp();
            CurlException untold = early ? easy.failure(CurlCode.OK.number()) : untold();
            if (untold != null) {
                throw untold.orError();
            }
        } finally {
            release();
            close("the stream is closed");
        }
    }

    /** {@return what a callback threw and no read has thrown, or null} That libcurl failed concerns nobody any more. */
    private CurlException untold() {
        return thrown || failure == null || failure.getCause() == null ? null : failure;
    }

    private void close(String reason) {
        closed = closed == null ? reason : closed;
    }

    /** The handle is closed now, which throws what callbacks throw. */
    void cut() {
        try {
            giveUp();
            easy.state.pending().fail(untold() == null ? null : untold().getCause());
        } finally {
            release();
            close("the stream is closed, since its Easy is");
        }
    }
}
