package io.github.curlffm.easy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Javac;
import io.github.curlffm.testing.Needs;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers as subtasks of a {@code StructuredTaskScope}, which is a preview in JDK 25. */
@Tag("slow")
class StructuredTaskScopeTest {

    private static final String PROGRAM = """
            import static io.github.curlffm.option.Option.*;

            import io.github.curlffm.CurlException;
            import io.github.curlffm.Easy;
            import io.github.curlffm.testing.WireServer;
            import java.io.OutputStream;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.StructuredTaskScope;

            class OneFails {

                static Void perform(String url) throws CurlException {
                    try (var easy = new Easy()) {
                        easy.set(URL, url).set(TIMEOUT, 60).perform(); // without an end from outside it is OPERATION_TIMEDOUT
                        return null;
                    } catch (CurlException e) {
                        synchronized (OneFails.class) {
                            System.out.println(e.code() + (e.getMessage().contains("interrupted") ? ", interrupted" : ""));
                        }
                        throw e;
                    }
                }

                public static void main(String[] args) throws Exception {
                    var waiting = new CountDownLatch(3);
                    var silent = new WireServer(connection -> {
                        connection.readHead();
                        waiting.countDown();
                        connection.in().transferTo(OutputStream.nullOutputStream());
                    });
                    var rude = new WireServer(connection -> {
                        connection.readHead();
                        waiting.await();
                    });
                    try (silent; rude) {
                        try (var scope = StructuredTaskScope.open()) {
                            for (int i = 0; i < 3; i++) {
                                scope.fork(() -> perform(silent.url("http", "/")));
                            }
                            scope.fork(() -> perform(rude.url("http", "/")));
                            scope.join();
                            System.out.println("nothing failed");
                        } catch (StructuredTaskScope.FailedException e) {
                            System.out.println("join: " + ((CurlException) e.getCause()).code());
                        }
                        try (var scope = StructuredTaskScope.open()) {
                            var answering = new WireServer(connection -> {
                                connection.readHead();
                                connection.write("HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n");
                            });
                            try (answering) {
                                scope.fork(() -> perform(answering.url("http", "/")));
                                scope.fork(() -> perform(answering.url("http", "/")));
                                scope.join();
                            }
                            System.out.println("all well");
                        }
                    }
                }
            }
            """;

    private static boolean jdkHasIt() {
        try {
            return Class.forName("java.util.concurrent.StructuredTaskScope").getMethod("open") != null;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Test
    void whenOneTransferFailsTheOthersEndAndSoDoesTheScope(@TempDir Path classes) throws Exception {
        Needs.that(jdkHasIt(), "a JDK with StructuredTaskScope.open, as 25 and newer have");
        Javac javac = Javac.compileWithPreviews("OneFails", PROGRAM, classes);
        assertTrue(javac.compiles(), javac.messages());
        Child.Outcome outcome =
                ChildJvm.of("OneFails", classes).options("--enable-preview").run();
        String interrupted = "ABORTED_BY_CALLBACK, interrupted\n";
        assertEquals(
                new Child.Outcome(0, "GOT_NOTHING\n" + interrupted.repeat(3) + "join: GOT_NOTHING\nall well\n", ""),
                outcome);
    }
}
