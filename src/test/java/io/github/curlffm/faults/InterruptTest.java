package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.StallingPeer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What interrupting a thread does to its transfer, and what not. */
class InterruptTest {

    private final StallingPeer stalling = new StallingPeer();

    @AfterEach
    void close() {
        Thread.interrupted();
    }

    private static void interruptMyself() {
        Thread.currentThread().interrupt();
    }

    @Test
    void aTransferUnderWayEndsAndTheInterruptStays() {
        try (Easy easy = new Easy().set(URL, stalling.url()).set(TIMEOUT_MS, 60_000)) {
            easy.set(WRITEFUNCTION, data -> interruptMyself());
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertTrue(Thread.interrupted(), "the thread is still interrupted");
    }

    @Test
    void pollGoesOnWaitingAndWakeupEndsIt() throws Exception {
        Needs.libcurl("7.68.0");
        try (Multi multi = new Multi()) {
            interruptMyself();
            long start = System.nanoTime();
            multi.poll(Duration.ofMillis(100));
            assertTrue(System.nanoTime() - start >= Duration.ofMillis(90).toNanos(), "poll() returned early");
            multi.wakeup();
            multi.poll(Duration.ofMinutes(1));
        }
        assertTrue(Thread.interrupted(), "the thread is still interrupted");
    }

    /** That is what such channels do, by themselves. */
    @Test
    void aChannelThatTheInterruptClosesEndsTheTransfer(@TempDir Path folder) throws Exception {
        try (HttpPeer peer = HttpPeer.answering("body");
                FileChannel file =
                        FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Easy easy = new Easy().set(URL, peer.url("/"))) {
            WriteCallback toFile = WriteCallback.to(file);
            easy.set(WRITEFUNCTION, WriteCallback.counted(data -> {
                interruptMyself();
                return toFile.write(data);
            }));
            CallbackException e = assertThrows(CallbackException.class, easy::perform);
            assertInstanceOf(ClosedByInterruptException.class, e.getCause());
            assertTrue(Thread.interrupted(), "the thread is still interrupted");
            assertEquals("body", Perform.body(easy));
        }
        assertEquals(0, Files.size(folder.resolve("file")));
    }
}
