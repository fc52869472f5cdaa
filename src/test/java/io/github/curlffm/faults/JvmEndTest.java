package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM ends while libcurl is on the stack: quietly, and with the status that was asked for. */
class JvmEndTest {

    private static final String HOOK = "the hook: this Easy is in use by another thread\n";

    private static Child.Outcome outcome(Class<?> program, String... arguments) throws Exception {
        try (StallingPeer peer = new StallingPeer()) {
            return ChildJvm.of(program)
                    .arguments(peer.url())
                    .arguments(arguments)
                    .run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRITE", "HEADER", "DEBUG", "XFERINFO", "OPENSOCKET", "MULTI"})
    void systemExitFromALambdaRunsTheHooksAndEndsTheJvm(String kind) throws Exception {
        assertEquals(new Child.Outcome(7, HOOK, ""), outcome(Exits.class, kind, "exit"));
    }

    @Test
    void haltFromALambdaEndsTheJvmAtOnce() throws Exception {
        assertEquals(new Child.Outcome(7, "", ""), outcome(Exits.class, "WRITE", "halt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "exit"})
    void theJvmDoesNotWaitForTheTransferOfADaemonThread(String end) throws Exception {
        assertEquals(new Child.Outcome(end.equals("exit") ? 7 : 0, HOOK, ""), outcome(Daemon.class, end));
    }

    @Test
    void aHeapThatALambdaHasFilledIsNoEnd(HttpPeer peer) throws Exception {
        Child.Outcome outcome = ChildJvm.of(Hoarder.class)
                .options("-Xmx48m")
                .arguments(peer.url("/"))
                .run();
        assertEquals(new Child.Outcome(0, "Java heap space, and once more\n", ""), outcome);
    }

    /** Argument: a URL. */
    static final class Hoarder {
        public static void main(String[] arguments) throws Exception {
            try (Easy easy = new Easy().set(URL, arguments[0])) {
                easy.set(WRITEFUNCTION, data -> {
                    for (Object[] hoard = {}; ; ) {
                        hoard = new Object[] {hoard, new byte[100_000]};
                    }
                });
                String message =
                        assertThrows(OutOfMemoryError.class, easy::perform).getMessage();
                assertEquals("body", Perform.body(easy));
                System.out.println(message + ", and once more");
            }
        }
    }

    /** Prints what a shutdown hook gets that wants to close a handle in use. */
    private static void addHook(Easy easy) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                easy.close();
            } catch (IllegalStateException e) {
                System.out.println("the hook: " + e.getMessage().replaceAll(" \\(.*", ""));
            }
        }));
    }

    /** Arguments: a URL, the kind of the lambda that ends the JVM, and how. */
    static final class Exits {
        public static void main(String[] arguments) throws Exception {
            Runnable end = arguments[2].equals("exit")
                    ? () -> System.exit(7)
                    : () -> Runtime.getRuntime().halt(7);
            Easy easy = new Easy().set(URL, arguments[0]).set(WRITEFUNCTION, data -> {});
            addHook(easy);
            switch (arguments[1]) {
                case "HEADER" -> easy.set(HEADERFUNCTION, line -> end.run());
                case "DEBUG" -> easy.set(VERBOSE, true).set(DEBUGFUNCTION, (type, data) -> end.run());
                case "XFERINFO" -> easy.set(XFERINFOFUNCTION, (dt, dn, ut, un) -> end.run());
                case "OPENSOCKET" ->
                    easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
                        end.run();
                        return OpenSocketCallback.Result.open();
                    });
                default -> easy.set(WRITEFUNCTION, data -> end.run());
            }
            if (arguments[1].equals("MULTI")) {
                try (Multi multi = new Multi()) {
                    Transfers.perform(multi.add(easy));
                }
            } else {
                easy.perform();
            }
        }
    }

    /** Arguments: a URL, and how {@code main} ends. */
    static final class Daemon {
        public static void main(String[] arguments) throws Exception {
            CountDownLatch begun = new CountDownLatch(1);
            Easy easy = new Easy().set(URL, arguments[0]).set(WRITEFUNCTION, data -> begun.countDown());
            addHook(easy);
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    easy.perform();
                } catch (Throwable t) {
                    t.printStackTrace();
                }
            });
            begun.await();
            if (arguments[1].equals("exit")) {
                System.exit(7);
            }
        }
    }
}
