package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.STDERR;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing to Linux's device that is always full. */
class DiskFullTest {

    private static final Path FULL = Path.of("/dev/full");

    private final HttpPeer peer = HttpPeer.answering("body");

    @BeforeEach
    void theDeviceIsThere() {
        Needs.file(FULL);
    }

    private void isFull(WriteCallback sink) throws Exception {
        try (Easy easy = new Easy().set(URL, peer.url("/"));
                Multi multi = new Multi()) {
            CallbackException alone = assertThrows(CallbackException.class, easy.set(WRITEFUNCTION, sink)::perform);
            isFull(alone, alone.getCause());
            assertEquals("body", Perform.body(easy));

            Message message = Transfers.performOne(multi.add(easy.set(WRITEFUNCTION, sink)));
            isFull(message.failure(), message.thrown());
            assertSame(message.failure(), assertThrows(CallbackException.class, message::orThrow));
            multi.remove(easy);
            assertEquals("body", Perform.body(easy));
        }
    }

    private static void isFull(IOException failure, Throwable cause) {
        CallbackException e = assertInstanceOf(CallbackException.class, failure);
        assertEquals(CurlCode.WRITE_ERROR, e.code());
        assertInstanceOf(IOException.class, cause);
        assertTrue(e.getMessage().contains(cause.getMessage()), e::getMessage);
    }

    @Test
    void throughAChannel() throws Exception {
        try (FileChannel full = FileChannel.open(FULL, StandardOpenOption.WRITE)) {
            isFull(WriteCallback.to(full));
            isFull(WriteCallback.view(full::write));
        }
    }

    @Test
    void throughAStream() throws Exception {
        try (OutputStream full = Files.newOutputStream(FULL)) {
            isFull(WriteCallback.to(full));
        }
    }

    @Test
    void throughAChannelForTheHeader() throws Exception {
        try (FileChannel full = FileChannel.open(FULL, StandardOpenOption.WRITE);
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            easy.set(HEADERFUNCTION, WriteCallback.to(full)).set(WRITEFUNCTION, data -> {});
            CallbackException e = assertThrows(CallbackException.class, easy::perform);
            isFull(e, e.getCause());
            assertEquals("body", Perform.body(easy.unset(HEADERFUNCTION)));
        }
    }

    /** What libcurl itself writes there is lost, and nothing else. */
    @Test
    void aLogThatCannotBeWrittenStopsNothing(Easy easy) throws Exception {
        easy.set(URL, peer.url("/")).set(VERBOSE, true).set(STDERR, FULL);
        assertEquals("body", Perform.body(easy));
    }
}
