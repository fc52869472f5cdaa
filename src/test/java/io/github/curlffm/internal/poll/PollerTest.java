package io.github.curlffm.internal.poll;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Left;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Virtual threads on one core, by each of the pollers: in a JVM of its own, which has only one. */
class PollerTest {

    private static final int THREADS = 200;

    @ParameterizedTest
    @CsvSource({"epoll, allAtOnce", "curl, allAtOnce", "epoll, hanging", "curl, hanging", "epoll, idle", "curl, idle"})
    void virtualThreadsWaitWithoutACore(String poller, String program) throws Exception {
        Needs.linux();
        Needs.function("curl_multi_wakeup", "7.68.0");
        Child.Outcome outcome = ChildJvm.of(Programs.class)
                .options("-Dcurlffm.poller=" + poller, "-XX:ActiveProcessorCount=1")
                .arguments(program)
                .run();
        assertEquals(new Child.Outcome(0, "as it should be\n", ""), outcome);
    }

    /** What runs in the other JVM. */
    static final class Programs {

        private Programs() {}

        public static void main(String[] arguments) throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                switch (arguments[0]) {
                    case "allAtOnce" -> allAtOnce(threads);
                    case "hanging" -> hanging(threads);
                    default -> idle(threads);
                }
            }
            System.out.println("as it should be");
        }

        /** The server answers nobody until all have asked. */
        private static void allAtOnce(ExecutorService threads) throws Exception {
            CountDownLatch asked = new CountDownLatch(THREADS);
            try (HttpPeer server = new HttpPeer(exchange -> {
                asked.countDown();
                await(asked);
                HttpPeer.answer(exchange, 200, "body");
            })) {
                List<Future<String>> bodies = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    bodies.add(threads.submit(() -> body(server.url("/"))));
                }
                for (Future<String> body : bodies) {
                    assertEquals("bodybody", body.get());
                }
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** {@return the body, twice: the second transfer finds the connection of the first} */
        private static String body(String url) throws Exception {
            StringBuilder body = new StringBuilder();
            try (Easy easy = new Easy().set(URL, url)) {
                easy.set(WRITEFUNCTION, bytes -> body.append(new String(bytes)));
                easy.perform();
                easy.perform();
            }
            return body.toString();
        }

        /** Others run while all of them wait for a server that says nothing; then they are ended. */
        private static void hanging(ExecutorService threads) throws Exception {
            CountDownLatch asked = new CountDownLatch(THREADS);
            List<Easy> easies = new ArrayList<>();
            List<Future<CurlCode>> codes = new ArrayList<>();
            try (WireServer silent = new WireServer(connection -> {
                connection.readHead();
                asked.countDown();
                connection.readLine();
            })) {
                for (int i = 0; i < THREADS; i++) {
                    Easy easy = new Easy().set(URL, silent.url("http", "/"));
                    easies.add(easy);
                    codes.add(threads.submit(() -> codeOf(easy)));
                }
                asked.await();
                for (int i = 0; i < THREADS; i++) {
                    threads.submit(Thread::yield).get();
                }
                easies.forEach(Easy::abort);
                for (Future<CurlCode> code : codes) {
                    assertEquals(CurlCode.ABORTED_BY_CALLBACK, code.get());
                }
                easies.forEach(Easy::close);
            }
        }

        private static CurlCode codeOf(Easy easy) {
            try {
                easy.perform();
                return CurlCode.OK;
            } catch (CurlException e) {
                return e.code();
            }
        }

        /** When nobody waits any more the poller's thread ends, with what it has opened; and it comes back. */
        private static void idle(ExecutorService threads) throws Exception {
            try (HttpPeer server = HttpPeer.answering("body")) {
                threads.submit(() -> body(server.url("/"))).get();
                poller().join();
                long descriptors = Left.descriptors();
                for (int i = 0; i < 3; i++) {
                    threads.submit(() -> body(server.url("/"))).get();
                    poller().join();
                    assertTrue(
                            Left.descriptors() <= descriptors + 1,
                            descriptors + " descriptors, now " + Left.descriptors());
                }
            }
        }

        private static Thread poller() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("curl-ffm poller"))
                    .findAny()
                    .orElseThrow();
        }
    }
}
