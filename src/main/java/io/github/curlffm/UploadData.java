package io.github.curlffm;

import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What an upload sends: read from any position, and by each transfer from its beginning. */
abstract sealed class UploadData implements ReadCallback.View, SeekCallback {

    private final long size;
    private long at;

    private UploadData(long size) {
        this.size = size;
    }

    /** {@return the bytes of a buffer from its position to its limit} */
    static UploadData of(ByteBuffer bytes) {
        return new OfBuffer(bytes.slice());
    }

    /** {@return the bytes of a channel from its position to its end} */
    static UploadData of(FileChannel channel) throws IOException {
        long start = channel.position();
        return new OfChannel(channel, start, Math.max(0, channel.size() - start));
    }

    /** {@return the bytes of a file, which is open during a transfer only} */
    static UploadData of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(file.toString(), null, "it is a directory");
        }
        return new OfFile(file, Files.size(file));
    }

    final long size() {
        return size;
    }

    /** A transfer begins. */
    final void begin() {
        at = 0;
    }

    /** A transfer has ended, if one has begun. */
    void end() throws IOException {}

    /** {@return the same data, for a handle that reads on its own} */
    abstract UploadData copy();

    /** {@return how many bytes of a position it has put into a buffer, which has room for no more than there are} */
    abstract int read(ByteBuffer buffer, long position) throws IOException;

    @Override
    public final int read(ByteBuffer buffer) throws IOException {
        int most = (int) Math.min(buffer.remaining(), size - at);
        if (most == 0) {
            return 0;
        }
        int count = read(buffer.limit(buffer.position() + most), at);
        if (count <= 0) {
            throw new EOFException("what is uploaded has ended after " + at + " of " + size + " bytes");
        }
        at += count;
        return count;
    }

    @Override
    public final Result seek(long offset, Origin origin) {
        long position = offset
                + switch (origin) {
                    case SET -> 0;
                    case CURRENT -> at;
                    case END -> size;
                };
        if (position < 0 || position > size) {
            return Result.FAIL;
        }
        at = position;
        return Result.OK;
    }

    private static final class OfBuffer extends UploadData {

        private final ByteBuffer bytes;

        OfBuffer(ByteBuffer bytes) {
            super(bytes.limit());
            this.bytes = bytes;
        }

        @Override
        UploadData copy() {
            return new OfBuffer(bytes);
        }

        @Override
        int read(ByteBuffer buffer, long position) {
            buffer.put(buffer.position(), bytes, (int) position, buffer.remaining());
            return buffer.remaining();
        }
    }

    private static final class OfChannel extends UploadData {

        private final FileChannel channel;
        private final long start;

        OfChannel(FileChannel channel, long start, long size) {
            super(size);
            this.channel = channel;
            this.start = start;
        }

        @Override
        UploadData copy() {
            return new OfChannel(channel, start, size());
        }

        @Override
        int read(ByteBuffer buffer, long position) throws IOException {
            return channel.read(buffer, start + position);
        }
    }

    private static final class OfFile extends UploadData {

        private final Path file;
        private FileChannel channel;

        OfFile(Path file, long size) {
            super(size);
            this.file = file;
        }

        @Override
        UploadData copy() {
            return new OfFile(file, size());
        }

        @Override
        int read(ByteBuffer buffer, long position) throws IOException {
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.READ);
            }
            return channel.read(buffer, position);
        }

        @Override
        void end() throws IOException {
            FileChannel open = channel;
            channel = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
