package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.CONNECTTIMEOUT;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.SSL_VERIFYPEER;
import static io.github.curlffm.option.Option.TIMEOUT;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.WireServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A transfer that {@code abort} or an interrupt ends, wherever it is at. */
class EndedFromOutsideTest {

    /** Where a transfer is when it is to end. */
    private enum Phase {
        CONNECT {
            @Override
            AutoCloseable prepare(Easy easy, CountDownLatch reached) throws Exception {
                ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket[] waiting = new Socket[8]; // nobody accepts them: the next one gets no answer
                for (int i = 0; i < waiting.length; i++) {
                    waiting[i] = new Socket();
                    try {
                        waiting[i].connect(full.getLocalSocketAddress(), 20);
                    } catch (SocketTimeoutException isFull) {
                        break;
                    }
                }
                easy.set(URL, "http://127.0.0.1:" + full.getLocalPort() + "/")
                        .set(CONNECTTIMEOUT, 60)
                        .set(SOCKOPTFUNCTION, (socket, purpose) -> {
                            reached.countDown();
                            return SockoptCallback.Result.OK;
                        });
                return () -> {
                    for (Socket socket : waiting) {
                        if (socket != null) {
                            socket.close();
                        }
                    }
                    full.close();
                };
            }
        },
        TLS_HANDSHAKE {
            @Override
            AutoCloseable prepare(Easy easy, CountDownLatch reached) {
                WireServer server = new WireServer(connection -> {
                    connection.in().read();
                    reached.countDown();
                    readAll(connection);
                });
                easy.set(URL, server.url("https", "/")).set(SSL_VERIFYPEER, false);
                return server;
            }
        },
        SILENT_SERVER {
            @Override
            AutoCloseable prepare(Easy easy, CountDownLatch reached) {
                WireServer server = new WireServer(connection -> {
                    connection.readHead();
                    reached.countDown();
                    readAll(connection);
                });
                easy.set(URL, server.url("http", "/"));
                return server;
            }
        },
        REQUEST_BODY {
            @Override
            AutoCloseable prepare(Easy easy, CountDownLatch reached) {
                CountDownLatch over = new CountDownLatch(1);
                WireServer server = new WireServer(connection -> {
                    connection.readHead();
                    reached.countDown();
                    over.await(); // and reads no more
                });
                easy.set(URL, server.url("http", "/"))
                        .set(UPLOAD, true)
                        .set(INFILESIZE_LARGE, 1L << 40)
                        .set(READFUNCTION, buffer -> buffer.length);
                return () -> {
                    over.countDown();
                    server.close();
                };
            }
        },
        HALF_A_BODY {
            @Override
            AutoCloseable prepare(Easy easy, CountDownLatch reached) {
                WireServer server = new WireServer(connection -> {
                    connection.readHead();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    readAll(connection);
                });
                easy.set(URL, server.url("http", "/")).set(WRITEFUNCTION, bytes -> reached.countDown());
                return server;
            }
        },
        PAUSED {
            @Override
            AutoCloseable prepare(Easy easy, CountDownLatch reached) {
                HttpPeer server = HttpPeer.answering("body");
                easy.set(URL, server.url("/")).set(WRITEFUNCTION, WriteCallback.counted(bytes -> {
                    reached.countDown();
                    return WriteCallback.PAUSE;
                }));
                return server;
            }
        };

        /** Sets what makes a transfer stay at this. */
        abstract AutoCloseable prepare(Easy easy, CountDownLatch reached) throws Exception;

        private static void readAll(WireServer.Connection connection) throws Exception {
            connection.in().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Object[][] phases() {
        return Arrays.stream(Phase.values())
                .flatMap(phase -> Arrays.stream(new Object[][] {{phase, true}, {phase, false}}))
                .toArray(Object[][]::new);
    }

    private static Thread start(boolean virtual, Runnable task) {
        return virtual ? Thread.startVirtualThread(task) : Thread.ofPlatform().start(task);
    }

    private static CurlException failure(FutureTask<CurlException> task) throws Exception {
        return task.get(30, TimeUnit.SECONDS);
    }

    private static void assertEnded(CurlException failure, String words) {
        assertEquals(CurlCode.ABORTED_BY_CALLBACK, failure.code(), failure::getMessage);
        assertTrue(failure.getMessage().contains(words), failure::getMessage);
    }

    @ParameterizedTest
    @MethodSource("phases")
    void abortEndsItInEachPhase(Phase phase, boolean virtual, Easy easy) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AutoCloseable server = phase.prepare(easy, reached)) {
            FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::perform));
            start(virtual, task);
            assertTrue(reached.await(30, TimeUnit.SECONDS));
            easy.abort();
            assertEnded(failure(task), "(aborted)");
        }
    }

    @ParameterizedTest
    @MethodSource("phases")
    void anInterruptEndsItInEachPhaseAndStays(Phase phase, boolean virtual, Easy easy) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AutoCloseable server = phase.prepare(easy, reached)) {
            AtomicInteger stayed = new AtomicInteger();
            FutureTask<CurlException> task = new FutureTask<>(() -> {
                CurlException failure = assertThrows(CurlException.class, easy::perform);
                stayed.set(Thread.interrupted() ? 1 : -1);
                return failure;
            });
            Thread thread = start(virtual, task);
            assertTrue(reached.await(30, TimeUnit.SECONDS));
            thread.interrupt();
            assertEnded(failure(task), "(the thread was interrupted)");
            assertEquals(1, stayed.get(), "the interrupt status");
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void theHandleIsAsBeforeAfterwards(Phase phase, Easy easy) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AutoCloseable server = phase.prepare(easy, reached);
                HttpPeer next = HttpPeer.answering("next")) {
            FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::perform));
            start(true, task);
            assertTrue(reached.await(30, TimeUnit.SECONDS));
            easy.abort();
            failure(task);
            StringBuilder body = new StringBuilder();
            easy.reset();
            easy.set(URL, next.url("/")).set(WRITEFUNCTION, bytes -> body.append(new String(bytes)));
            easy.perform();
            assertEquals("next", body.toString());
        }
    }

    @Test
    void theConnectionIsNotUsedAgain(Easy easy) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        CountDownLatch half = new CountDownLatch(1);
        try (WireServer server = new WireServer(connection -> {
            connections.incrementAndGet();
            for (String head; (head = connection.readHead()) != null; ) {
                if (head.startsWith("GET /half")) {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf");
                    half.countDown();
                } else {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");
                }
            }
        })) {
            StringBuilder body = new StringBuilder();
            easy.set(WRITEFUNCTION, bytes -> body.append(new String(bytes)));
            easy.set(URL, server.url("http", "/whole")).perform();
            easy.perform();
            assertEquals(1, connections.get());
            easy.set(URL, server.url("http", "/half"));
            FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::perform));
            start(false, task);
            assertTrue(half.await(30, TimeUnit.SECONDS));
            easy.abort();
            failure(task);
            body.setLength(0);
            easy.set(URL, server.url("http", "/whole")).perform();
            assertEquals("whole", body.toString());
            assertEquals(2, connections.get());
        }
    }

    @Test
    void abortWithoutATransferDoesNothing(Easy easy) throws Exception {
        try (HttpPeer server = HttpPeer.answering("body")) {
            easy.abort();
            easy.set(URL, server.url("/")).set(WRITEFUNCTION, bytes -> {});
            easy.perform();
            easy.abort();
            easy.perform();
        }
        easy.close();
        easy.abort();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortFromItsOwnCallbackEndsItWhenThatReturns(boolean virtual, @TempDir Path folder, Easy easy)
            throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 20]); // libcurl reads it in one step
        AtomicInteger calls = new AtomicInteger();
        easy.set(URL, file.toUri().toString()).set(WRITEFUNCTION, bytes -> {
            calls.incrementAndGet();
            easy.abort();
        });
        FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::perform));
        start(virtual, task);
        assertEnded(failure(task), "(aborted)");
        assertEquals(1, calls.get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interruptInsideACallbackEndsItWhenThatReturns(boolean virtual, @TempDir Path folder, Easy easy)
            throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 20]);
        AtomicInteger calls = new AtomicInteger();
        easy.set(URL, file.toUri().toString()).set(WRITEFUNCTION, bytes -> {
            calls.incrementAndGet();
            Thread.currentThread().interrupt();
        });
        FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::perform));
        start(virtual, task);
        assertEnded(failure(task), "(the thread was interrupted)");
        assertEquals(1, calls.get());
    }

    @Test
    void aCallbackThatIsInterruptedIsTheCauseAndTheInterruptStays(Easy easy) throws Exception {
        try (HttpPeer server = HttpPeer.answering("body")) {
            easy.set(URL, server.url("/")).set(WRITEFUNCTION, bytes -> {
                Thread.currentThread().interrupt();
                Thread.sleep(10_000);
            });
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                CallbackException failure = assertThrows(CallbackException.class, easy::perform);
                assertInstanceOf(InterruptedException.class, failure.getCause());
                return Thread.interrupted();
            });
            start(true, task);
            assertTrue(task.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void anInterruptFromBeforeEndsItBeforeItBegins(Easy easy) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (WireServer server = new WireServer(connection -> connections.incrementAndGet())) {
            easy.set(URL, server.url("http", "/"));
            FutureTask<CurlException> task = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                return assertThrows(CurlException.class, easy::perform);
            });
            start(false, task);
            assertEnded(failure(task), "(the thread was interrupted)");
            assertEquals(0, connections.get());
        }
    }

    @ParameterizedTest
    @CsvSource({"true, cancel", "false, cancel", "true, shutdownNow", "false, shutdownNow"})
    void futuresAndExecutorsEndIt(boolean virtual, String how, Easy easy) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (AutoCloseable server = Phase.SILENT_SERVER.prepare(easy, reached)) {
            try (ExecutorService executor =
                    virtual ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newCachedThreadPool()) {
                Future<?> future = executor.submit(() -> {
                    try {
                        easy.perform();
                    } finally {
                        over.countDown();
                    }
                    return null;
                });
                assertTrue(reached.await(30, TimeUnit.SECONDS));
                if (how.equals("cancel")) {
                    future.cancel(true);
                } else {
                    executor.shutdownNow();
                }
                assertTrue(over.await(30, TimeUnit.SECONDS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExecutorClosesOnceItsTransfersAreCancelled(boolean virtual) throws Exception {
        int transfers = 10;
        CountDownLatch reached = new CountDownLatch(transfers);
        Queue<CurlException> failures = new ConcurrentLinkedQueue<>();
        try (WireServer server = new WireServer(connection -> {
            connection.readHead();
            reached.countDown();
            Phase.readAll(connection);
        })) {
            try (ExecutorService executor =
                    virtual ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newCachedThreadPool()) {
                List<Future<?>> futures = new ArrayList<>();
                for (int i = 0; i < transfers; i++) {
                    futures.add(executor.submit(() -> {
                        try (Easy easy = new Easy()) {
                            easy.set(URL, server.url("http", "/"))
                                    .set(TIMEOUT, 120)
                                    .perform();
                        } catch (CurlException e) {
                            failures.add(e);
                        }
                        return null;
                    }));
                }
                assertTrue(reached.await(30, TimeUnit.SECONDS));
                futures.forEach(future -> future.cancel(true));
            } // close waits for the transfers, not for the server
            assertEquals(transfers, failures.size());
            failures.forEach(failure -> assertEnded(failure, "(the thread was interrupted)"));
        }
    }

    @Test
    void progressIsShownOnAVirtualThreadWhileNothingHappens(Easy easy) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch shown = new CountDownLatch(3);
        try (AutoCloseable server = Phase.SILENT_SERVER.prepare(easy, reached)) {
            easy.set(XFERINFOFUNCTION, (total, now, uploadTotal, uploaded) -> {
                if (reached.getCount() == 0) {
                    shown.countDown();
                }
                return shown.getCount() == 0 ? 1 : 0;
            });
            FutureTask<CurlException> task = new FutureTask<>(() -> assertThrows(CurlException.class, easy::perform));
            start(true, task);
            assertEquals(CurlCode.ABORTED_BY_CALLBACK, failure(task).code());
        }
    }
}
