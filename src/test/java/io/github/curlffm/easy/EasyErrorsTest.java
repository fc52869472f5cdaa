package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How failures reach the caller: libcurl's code, its words, and the details from the error buffer. */
class EasyErrorsTest {

    private final Easy easy = new Easy().set(WRITEFUNCTION, body -> {});

    private CurlException failure(CurlCode code) {
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(code, e.code(), e::getMessage);
        assertEquals(code.number(), e.number());
        assertTrue(e.getMessage().startsWith("[" + code.number() + "] " + Curl.strerror(code)), e::getMessage);
        assertNull(e.getCause());
        return e;
    }

    private static void assertDetails(CurlException e, String details) {
        String message = e.getMessage();
        assertTrue(message.endsWith(")") && message.contains(" (") && message.contains(details), message);
    }

    @Test
    void noUrl() {
        failure(CurlCode.URL_MALFORMAT);
    }

    @Test
    void malformedUrl() {
        easy.set(URL, "http://127.0.0.1:port/");
        failure(CurlCode.URL_MALFORMAT);
    }

    @Test
    void unsupportedProtocol() {
        easy.set(URL, "nosuch://127.0.0.1/");
        assertDetails(failure(CurlCode.UNSUPPORTED_PROTOCOL), "nosuch");
    }

    private static int freePort() throws IOException {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return gone.getLocalPort();
        }
    }

    @Test
    void refusedConnection() throws IOException {
        int port = freePort();
        easy.set(URL, "http://127.0.0.1:" + port + "/");
        CurlException e = failure(CurlCode.COULDNT_CONNECT);
        assertDetails(e, "Failed to connect to 127.0.0.1");
        assertDetails(e, String.valueOf(port));
    }

    @Test
    void timeout(WireServer silent) {
        silent.serve(connection -> connection.in().readAllBytes());
        easy.set(URL, silent.url("http", "/")).set(TIMEOUT_MS, 50);
        assertDetails(failure(CurlCode.OPERATION_TIMEDOUT), " timed out after ");
    }

    @Test
    void answerThatIsNone(WireServer server) {
        server.serve(connection -> connection.readHead());
        easy.set(URL, server.url("http", "/"));
        assertDetails(failure(CurlCode.GOT_NOTHING), "Empty reply from server");
    }

    @Test
    void detailsOfOneFailureDoNotShowUpInTheNext(HttpPeer server) throws IOException {
        int port = freePort();
        easy.set(URL, "http://127.0.0.1:" + port + "/");
        assertDetails(failure(CurlCode.COULDNT_CONNECT), "" + port);
        easy.set(URL, server.url("/")).perform();
        Exception thrown = new Exception("mine");
        easy.set(WRITEFUNCTION, body -> {
            throw thrown;
        });
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertSame(thrown, e.getCause());
        assertTrue(
                e.getMessage().startsWith("a callback threw java.lang.Exception: mine; libcurl ended with [23]"),
                e::getMessage);
        assertTrue(!e.getMessage().contains("Failed to connect"), e::getMessage);
    }

    /** Linux has a device that is always full. */
    @Test
    void fullDiskUnderAWriteCallback() throws IOException {
        Path full = Path.of("/dev/full");
        Needs.file(full);
        try (HttpPeer server = HttpPeer.answering("body");
                OutputStream out = Files.newOutputStream(full)) {
            easy.set(URL, server.url("/")).set(WRITEFUNCTION, body -> out.write(body));
            CallbackException e = assertThrows(CallbackException.class, easy::perform);
            assertEquals(CurlCode.WRITE_ERROR, e.code());
            assertInstanceOf(IOException.class, e.getCause());
            assertTrue(e.getMessage().contains(e.getCause().getMessage()), e::getMessage);
        }
    }

    /** In a JVM of its own, since libcurl would print past {@code System.err}. */
    @Test
    void failuresPrintNothing() throws Exception {
        Child.Outcome result = ChildJvm.of(ManyFailures.class).run();
        assertEquals(0, result.exit(), result::toString);
        assertEquals("", result.out());
        assertEquals("", result.err());
    }

    /** The program of {@link #failuresPrintNothing}. */
    static final class ManyFailures {
        public static void main(String[] arguments) throws IOException {
            try (HttpPeer server = HttpPeer.answering("body");
                    Easy easy = new Easy()) {
                for (String url : new String[] {"", "nosuch://a/", "http://127.0.0.1:" + freePort() + "/"}) {
                    assertThrows(CurlException.class, easy.set(URL, url)::perform);
                }
                for (Throwable thrown : new Throwable[] {new Exception("e"), new AssertionError("a")}) {
                    easy.set(URL, server.url("/")).set(WRITEFUNCTION, body -> {
                        if (thrown instanceof Exception e) {
                            throw e;
                        }
                        throw (Error) thrown;
                    });
                    assertThrows(Throwable.class, easy::perform);
                }
                assertThrows(CurlOptionException.class, () -> easy.set(URL, "\n"));
                assertThrows(IllegalStateException.class, () -> {
                    easy.close();
                    easy.perform();
                });
            }
        }
    }
}
