package io.github.curlffm.callback;

import java.nio.charset.StandardCharsets;

/** What an upload sends: gives its bytes up to the end, then from the beginning again for the next transfer. */
final class RepeatableBody implements ReadCallback {
    private final byte[] bytes;
    private int position;

    RepeatableBody(String text) {
        bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int read(byte[] buffer) {
        int count = Math.min(buffer.length, bytes.length - position);
        System.arraycopy(bytes, position, buffer, 0, count);
        position = count == 0 ? 0 : position + count;
        return count;
    }

    void seek(long offset) {
        position = Math.toIntExact(offset);
    }
}
