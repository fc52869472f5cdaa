package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.HttpPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

class WriteSinksTest {

    private static final String BODY = "0123456789".repeat(10_000);

    private static void fetch(WriteCallback sink) throws Exception {
        try (HttpPeer peer = HttpPeer.answering(BODY);
                Easy curl = new Easy()) {
            curl.set(URL, peer.url("/")).set(WRITEFUNCTION, sink).perform();
        }
    }

    @Test
    void aStreamGetsEverything() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fetch(WriteCallback.to(out));
        assertEquals(BODY, out.toString());
    }

    @Test
    void aChannelThatTakesOnlyALittleGetsEverything() throws Exception {
        StringBuilder taken = new StringBuilder();
        fetch(WriteCallback.to(new WritableByteChannel() {
            @Override
            public int write(ByteBuffer data) {
                int count = Math.min(7, data.remaining());
                for (int i = 0; i < count; i++) {
                    taken.append((char) data.get());
                }
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        }));
        assertEquals(BODY, taken.toString());
    }

    @Test
    void aStreamsExceptionReachesTheCaller() {
        IOException full = new IOException("disk full");
        WriteCallback sink = WriteCallback.to(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        });
        assertSame(
                full, assertThrows(CallbackException.class, () -> fetch(sink)).getCause());
    }
}
