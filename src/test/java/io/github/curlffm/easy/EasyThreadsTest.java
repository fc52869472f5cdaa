package io.github.curlffm.easy;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.HttpPeer;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thread at a time, and any thread after another. */
class EasyThreadsTest {

    private final HttpPeer server = HttpPeer.answering("body");
    private final Easy easy = new Easy().set(URL, server.url("/")).set(WRITEFUNCTION, body -> {});

    /** Runs it in another thread, and waits for it. */
    private static void run(Function<Runnable, Thread> threads, Executable executable) throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            try {
                executable.execute();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
            return null;
        });
        threads.apply(task).start();
        task.get(1, TimeUnit.MINUTES);
    }

    @Test
    void secondThreadIsTurnedAwayWhateverItWants() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        easy.set(WRITEFUNCTION, body -> {
            inside.countDown();
            assertTrue(leave.await(1, TimeUnit.MINUTES));
        });
        FutureTask<Void> transfer = new FutureTask<>(() -> {
            easy.perform();
            return null;
        });
        new Thread(transfer, "the transferring thread").start();
        try {
            assertTrue(inside.await(1, TimeUnit.MINUTES));
            refused(() -> easy.set(URL, "http://a/"));
            refused(() -> easy.unset(URL));
            refused(() -> easy.get(RESPONSE_CODE));
            refused(easy::perform);
            refused(easy::pause);
            refused(easy::resume);
            refused(easy::upkeep);
            refused(() -> easy.send(ByteBuffer.allocate(1)));
            refused(() -> easy.recv(ByteBuffer.allocate(1)));
            refused(easy::reset);
            refused(easy::duplicate);
            refused(easy::raw);
            refused(easy::close);
        } finally {
            leave.countDown();
        }
        transfer.get(1, TimeUnit.MINUTES);
        assertEquals(200, easy.get(RESPONSE_CODE), "the transfer came to no harm, and the handle is free again");
        easy.perform();
    }

    @Test
    void aVirtualThreadWithoutANameIsNamedByItsNumber() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        easy.set(WRITEFUNCTION, body -> {
            inside.countDown();
            leave.await();
        });
        FutureTask<Void> transfer = new FutureTask<>(() -> {
            easy.perform();
            return null;
        });
        Thread thread = Thread.startVirtualThread(transfer);
        try {
            assertTrue(inside.await(1, TimeUnit.MINUTES));
            var e = assertThrows(IllegalStateException.class, easy::pause);
            assertTrue(e.getMessage().contains("(virtual thread " + thread.threadId() + ")"), e::getMessage);
        } finally {
            leave.countDown();
        }
        transfer.get(1, TimeUnit.MINUTES);
    }

    private static void refused(Executable call) {
        var e = assertThrows(IllegalStateException.class, call);
        assertTrue(e.getMessage().startsWith("this Easy is in use by another thread"), e::getMessage);
        assertTrue(e.getMessage().contains("(the transferring thread)"), e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void handleMovesBetweenThreads(boolean virtual) throws Exception {
        Function<Runnable, Thread> threads = virtual ? Thread.ofVirtual()::unstarted : Thread.ofPlatform()::unstarted;
        easy.perform();
        for (int i = 0; i < 3; i++) {
            run(threads, () -> {
                easy.set(WRITEFUNCTION, body -> {}).perform();
                assertEquals(200, easy.get(RESPONSE_CODE));
            });
            easy.perform();
        }
        run(threads, easy::close);
        assertThrows(IllegalStateException.class, easy::perform);
    }

    @Test
    void callbackThatFailsLeavesTheHandleFree() throws Exception {
        easy.set(WRITEFUNCTION, body -> {
            throw new Exception();
        });
        assertThrows(CallbackException.class, easy::perform);
        run(Thread.ofPlatform()::unstarted, () -> assertEquals(200, easy.get(RESPONSE_CODE)));
    }

    @Test
    void refusalLeavesTheHandleFree() throws Exception {
        assertThrows(CurlOptionException.class, () -> easy.set(URL, "\0"));
        assertThrows(NullPointerException.class, () -> easy.send(null));
        assertThrows(NullPointerException.class, () -> easy.recv(null));
        run(Thread.ofPlatform()::unstarted, easy::perform);
    }
}
