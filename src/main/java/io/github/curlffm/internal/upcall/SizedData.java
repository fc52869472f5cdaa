package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.io.EOFException;
import java.nio.ByteBuffer;

/**
 * The data of a MIME part with a known size: no more are read, and none may be missing. libcurl alone would send a
 * broken form, or wait for ever.
 */
public final class SizedData {

    private final ReadCallback read;
    private final SeekCallback seek;
    private final long size;
    private long position;

    /** Makes data of a size from callbacks, of which the second may be null. */
    public SizedData(ReadCallback read, long size, SeekCallback seek) {
        this.read = read;
        this.size = size;
        this.seek = seek;
    }

    /** {@return the callback that reads} */
    public ReadCallback read() {
        return read instanceof ReadCallback.View view ? ReadCallback.view(buffer -> read(view, buffer)) : this::read;
    }

    /** {@return the callback that goes back, or null} */
    public SeekCallback seek() {
        return seek == null ? null : this::seek;
    }

    private int read(ReadCallback.View view, ByteBuffer buffer) throws Exception {
        if (isEnd()) {
            return 0;
        }
        int length = atMost(buffer.limit());
        return counted(view.read(buffer.limit(length)), length);
    }

    private int read(byte[] buffer) throws Exception {
        if (isEnd()) {
            return 0;
        }
        int length = atMost(buffer.length);
        if (length == buffer.length) {
            return counted(read.read(buffer), length);
        }
        byte[] rest = new byte[length];
        int count = counted(read.read(rest), length);
        System.arraycopy(rest, 0, buffer, 0, length);
        return count;
    }

    /** libcurl before 7.70.0 reads again after the last byte, and expects the end. */
    private boolean isEnd() {
        return position >= size;
    }

    private int atMost(int length) {
        return (int) Math.min(length, size - position);
    }

    private int counted(int count, int length) throws EOFException {
        if (ReadBuffer.checked(count, length) <= 0) {
            throw new EOFException("the data of a MIME part ended after " + position + " of " + size + " bytes");
        }
        if (count <= length) {
            position += count;
        }
        return count;
    }

    private SeekCallback.Result seek(long offset, SeekCallback.Origin origin) throws Exception {
        SeekCallback.Result result = seek.seek(offset, origin);
        if (result == SeekCallback.Result.OK && origin == SeekCallback.Origin.SET) {
            position = offset;
        }
        return result;
    }
}
