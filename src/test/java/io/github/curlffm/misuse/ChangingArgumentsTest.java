package io.github.curlffm.misuse;

import static io.github.curlffm.option.Option.CONNECT_ONLY;
import static io.github.curlffm.option.Option.HTTPAUTH;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.TRAILERFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.WaitFd;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.ChangingList;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.WireServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arguments that are not the same when they are looked at again: lists and sets that answer otherwise the second time, and
 * buffers and arrays that another thread changes. What is checked is what is used.
 */
@Timeout(120)
class ChangingArgumentsTest {

    private static final List<String> GOOD = List.of("X-Good: 1");
    private static final List<String> EVIL = List.of("X-Evil: 1\r\nX-Evil: 2", "X-Evil: 3");
    private static final List<String> HOLDING_NULL = Collections.nCopies(2, null);
    private static final int ROUNDS = 3000;
    private static final int SIZE = 4096;

    /** Puts lines into a request. */
    @FunctionalInterface
    private interface Lines {
        void into(Easy easy, List<String> lines);
    }

    private final StringBuffer told = new StringBuffer();

    /** Answers each request, whose end it knows by looking at all that it was told. */
    private final WireServer server = new WireServer(connection -> {
        byte[] buffer = new byte[65536];
        for (int n; (n = connection.in().read(buffer)) > 0; ) {
            told.append(new String(buffer, 0, n, ISO_8859_1));
            String all = told.toString();
            boolean form = all.contains("multipart/");
            boolean chunked = all.contains("chunked");
            boolean ended = form ? all.endsWith("--\r\n") : all.endsWith("\r\n\r\n");
            if (ended && (!chunked || all.contains("\r\n0\r\n"))) {
                connection.write("HTTP/1.1 200 OK\r\nA: 1\r\nContent-Length: 0\r\n\r\n");
            }
        }
    });

    private Easy toServer(Easy easy) {
        return easy.set(URL, server.url("http", "/")).set(WRITEFUNCTION, body -> {});
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments("HTTPHEADER", (Lines) (easy, lines) -> easy.set(HTTPHEADER, lines)),
                arguments("headers of a MIME part", (Lines) (easy, lines) -> {
                    try (Mime mime = new Mime(easy)) {
                        mime.addPart().name("p").data("x").headers(lines);
                        easy.set(MIMEPOST, mime);
                    }
                }),
                arguments("trailers", (Lines) (easy, lines) -> easy.set(UPLOAD, true)
                        .set(READFUNCTION, new ByteArrayInputStream(new byte[1])::read)
                        .set(TRAILERFUNCTION, () -> lines)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aListIsAskedOnce(String name, Lines lines, Easy easy) throws IOException {
        lines.into(toServer(easy), new ChangingList<>(GOOD, EVIL));
        easy.perform();
        assertTrue(told.toString().contains("X-Good: 1\r\n"), told::toString);
        assertFalse(told.toString().contains("Evil"), told::toString);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aListThatIsBadTheFirstTimeIsRefused(String name, Lines lines, Easy easy) {
        assertRefused(lines, EVIL, easy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aListThatHoldsNullTheFirstTimeIsRefused(String name, Lines lines, Easy easy) {
        assertRefused(lines, HOLDING_NULL, easy);
    }

    private void assertRefused(Lines lines, List<String> bad, Easy easy) {
        assertThrows(Exception.class, () -> {
            lines.into(toServer(easy), new ChangingList<>(bad, GOOD));
            easy.perform();
        });
        assertFalse(told.toString().contains("Evil"), told::toString);
    }

    @Test
    void theListOfEachOptionIsAskedOnce(Easy easy) {
        for (Option<List<String>> option : List.of(
                Option.CONNECT_TO,
                Option.HTTP200ALIASES,
                HTTPHEADER,
                Option.MAIL_RCPT,
                Option.POSTQUOTE,
                Option.PREQUOTE,
                Option.PROXYHEADER,
                Option.QUOTE,
                Option.RESOLVE,
                Option.TELNETOPTIONS)) {
            for (List<String> bad : List.of(EVIL, HOLDING_NULL)) {
                easy.set(option, new ChangingList<>(GOOD, bad));
                assertThrows(
                        RuntimeException.class, () -> easy.set(option, new ChangingList<>(bad, GOOD)), option::name);
            }
            easy.unset(option);
        }
    }

    /** {@return a set that holds one constant the first time, and null ever after} */
    private static <E> Set<E> changing(E constant) {
        List<E> list = new ChangingList<>(List.of(constant), Collections.singletonList(null));
        return new AbstractSet<>() {
            @Override
            public Iterator<E> iterator() {
                return list.iterator();
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    @Test
    void aSetIsAskedOnce(Easy easy) throws IOException {
        toServer(easy).set(HTTPAUTH, changing(Auth.BASIC)).perform();
        Needs.libcurl("7.83.0");
        assertEquals(
                2,
                easy.headers(changing(HeaderOrigin.HEADER), Easy.LAST_REQUEST).size());
        assertEquals(
                "1",
                easy.header("a", 0, changing(HeaderOrigin.HEADER), Easy.LAST_REQUEST)
                        .value());
    }

    /** Does something again and again while another thread changes what it was given. */
    private static void whileChanging(Runnable change, Runnable action) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread changing = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                change.run();
            }
        });
        try {
            for (int i = 0; i < ROUNDS; i++) {
                action.run();
            }
        } finally {
            done.set(true);
            changing.join();
        }
    }

    @Test
    void buffersThatChangeMoveNoMoreThanTheyHold(Easy easy) throws Exception {
        ByteBuffer out = ByteBuffer.allocate(SIZE);
        ByteBuffer in = ByteBuffer.allocateDirect(SIZE);
        try (WireServer echo = new WireServer(
                connection -> connection.in().transferTo(connection.socket().getOutputStream()))) {
            easy.set(URL, echo.url("http", "/")).set(CONNECT_ONLY, 1).perform();
            whileChanging(
                    () -> {
                        in.clear().limit(1);
                        out.clear().limit(1);
                        in.clear();
                        out.clear();
                    },
                    () -> {
                        move(() -> easy.send(out));
                        move(() -> easy.recv(in));
                    });
        }
    }

    @FunctionalInterface
    private interface Move {
        int bytes() throws IOException;
    }

    /** A position that the other thread has made impossible meanwhile may be refused, and nothing else. */
    private static void move(Move move) {
        try {
            int count = move.bytes();
            assertTrue(count <= SIZE, () -> "moved " + count);
        } catch (IllegalArgumentException impossible) {
            assertNotNull(impossible.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bytesAreCopiedAsTheyAreThen(Easy easy) throws IOException {
        byte[] body = "first".getBytes(ISO_8859_1);
        byte[] data = "second".getBytes(ISO_8859_1);
        toServer(easy).set(POSTFIELDS, body);
        Arrays.fill(body, (byte) '!');
        try (WireServer once = new WireServer(connection -> {
            connection.readHead();
            told.append(new String(connection.in().readNBytes(body.length), ISO_8859_1));
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        })) {
            easy.set(URL, once.url("http", "/")).perform();
        }
        assertEquals("first", told.toString());
        try (Mime mime = new Mime(easy)) {
            mime.addPart().name("p").data(data);
            Arrays.fill(data, (byte) '!');
            toServer(easy).set(MIMEPOST, mime).perform();
        }
        assertTrue(told.toString().contains("\r\nsecond\r\n"), told::toString);
    }

    @Test
    void descriptorsAreReadOnce(Multi multi) throws InterruptedException {
        WaitFd[] others = {new WaitFd(0, Set.of()), null};
        whileChanging(
                () -> {
                    others[1] = null;
                    others[1] = new WaitFd(0, Set.of());
                },
                () -> {
                    try {
                        multi.waitFor(Duration.ZERO, others);
                    } catch (NullPointerException itWasNullThen) {
                        assertNotNull(itWasNullThen.getMessage());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
