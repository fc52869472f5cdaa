package io.github.curlffm.callback;

import static io.github.curlffm.callback.WriteCallback.counted;
import static io.github.curlffm.callback.WriteCallback.view;
import static io.github.curlffm.callback.WriteCallback.viewAll;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which form each way of writing a lambda is taken as. The compiler decides, so the behaviour shows it: a number that is
 * wrong ends the transfer in the form that counts, and is ignored in the form that returns nothing.
 */
class LambdaFormsTest {

    private static final String BODY = "hello";

    private final HttpPeer peer = HttpPeer.answering(BODY);

    /** What the lambdas hand their data to: its methods return a number, right or wrong. */
    static final class Sink extends ByteArrayOutputStream {
        private final int error;

        Sink(int error) {
            this.error = error;
        }

        long take(byte[] data) {
            writeBytes(data);
            return data.length + error;
        }

        int takeBuffer(ByteBuffer data) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            return (int) take(bytes);
        }

        int watch(long dltotal, long dlnow, long ultotal, long ulnow) {
            return error;
        }
    }

    @FunctionalInterface
    interface Setter {
        void set(Easy easy, Sink sink);
    }

    private static Arguments form(String name, Setter setter) {
        return arguments(name, setter);
    }

    private static <T> T chosen(boolean first, T one, T other) {
        return first ? one : other;
    }

    private static <T> void generic(Easy easy, Option<T> option, T value) {
        easy.set(option, value);
    }

    static Stream<Arguments> writeLambdasThatConsumeAll() {
        return Stream.of(
                form("expression", (easy, sink) -> easy.set(WRITEFUNCTION, d -> sink.writeBytes(d))),
                form(
                        "block",
                        (easy, sink) -> easy.set(WRITEFUNCTION, d -> {
                            sink.writeBytes(d);
                        })),
                form("method reference", (easy, sink) -> easy.set(WRITEFUNCTION, sink::writeBytes)),
                form("overloaded method reference that throws", (easy, sink) -> {
                    easy.set(WRITEFUNCTION, sink::write);
                }),
                form(
                        "explicitly typed parameter",
                        (easy, sink) -> easy.set(WRITEFUNCTION, (byte[] d) -> sink.writeBytes(d))),
                form("var parameter", (easy, sink) -> easy.set(WRITEFUNCTION, (var d) -> sink.writeBytes(d))),
                form("bare call that returns a number", (easy, sink) -> easy.set(WRITEFUNCTION, d -> sink.take(d))),
                form(
                        "explicitly typed bare call that returns a number",
                        (easy, sink) -> easy.set(WRITEFUNCTION, (byte[] d) -> sink.take(d))),
                form("method reference that returns a number", (easy, sink) -> easy.set(WRITEFUNCTION, sink::take)),
                form("assignment", (easy, sink) -> {
                    long[] last = {0};
                    easy.set(WRITEFUNCTION, d -> last[0] = sink.take(d));
                }),
                form("compound assignment", (easy, sink) -> {
                    long[] sum = {0};
                    easy.set(WRITEFUNCTION, d -> sum[0] += sink.take(d));
                }),
                form("constructor reference", (easy, sink) -> {
                    class Part {
                        Part(byte[] data) {
                            sink.take(data);
                        }
                    }
                    easy.set(WRITEFUNCTION, Part::new);
                }),
                form("method of another functional interface", (easy, sink) -> {
                    Consumer<byte[]> consumer = sink::take;
                    easy.set(WRITEFUNCTION, consumer::accept);
                }),
                form("variable of the form", (easy, sink) -> {
                    WriteCallback.All all = d -> sink.take(d);
                    easy.set(WRITEFUNCTION, all);
                }),
                form("viewAll", (easy, sink) -> easy.set(WRITEFUNCTION, viewAll(d -> sink.takeBuffer(d)))));
    }

    static Stream<Arguments> writeLambdasThatCount() {
        return Stream.of(
                form(
                        "block that returns a long",
                        (easy, sink) -> easy.set(WRITEFUNCTION, d -> {
                            return sink.take(d);
                        })),
                form(
                        "block that returns an int",
                        (easy, sink) -> easy.set(WRITEFUNCTION, (byte[] d) -> {
                            long count = sink.take(d);
                            return (int) count;
                        })),
                form(
                        "conditional expression",
                        (easy, sink) -> easy.set(WRITEFUNCTION, d -> d.length > 0 ? sink.take(d) : 0)),
                form(
                        "explicitly typed conditional expression",
                        (easy, sink) -> easy.set(WRITEFUNCTION, (byte[] d) -> d.length > 0 ? sink.take(d) : 0)),
                form(
                        "switch expression",
                        (easy, sink) -> easy.set(WRITEFUNCTION, d -> switch (d.length) {
                            case 0 -> 0;
                            default -> sink.take(d);
                        })),
                form("arithmetic", (easy, sink) -> easy.set(WRITEFUNCTION, d -> sink.take(d) + 0)),
                form("call in parentheses", (easy, sink) -> easy.set(WRITEFUNCTION, d -> (sink.take(d)))),
                form("call under a cast", (easy, sink) -> easy.set(WRITEFUNCTION, d -> (int) sink.take(d))),
                form("counted call", (easy, sink) -> easy.set(WRITEFUNCTION, counted(d -> sink.take(d)))),
                form("counted method reference", (easy, sink) -> easy.set(WRITEFUNCTION, counted(sink::take))),
                form("lambda under a cast", (easy, sink) -> easy.set(WRITEFUNCTION, (WriteCallback) d -> sink.take(d))),
                form("variable of the interface", (easy, sink) -> {
                    WriteCallback callback = sink::take;
                    easy.set(WRITEFUNCTION, callback);
                }),
                form(
                        "anonymous class",
                        (easy, sink) -> easy.set(WRITEFUNCTION, new WriteCallback() {
                            @Override
                            public long write(byte[] data) {
                                return sink.take(data);
                            }
                        })),
                form("view of a method reference", (easy, sink) -> easy.set(WRITEFUNCTION, view(sink::takeBuffer))),
                form("view of a call", (easy, sink) -> easy.set(WRITEFUNCTION, view(d -> sink.takeBuffer(d)))),
                form(
                        "result of a generic method",
                        (easy, sink) -> easy.set(WRITEFUNCTION, chosen(true, counted(sink::take), counted(d -> 0L)))),
                form("value out of nested generics", (easy, sink) -> {
                    Map<String, Optional<WriteCallback>> callbacks = Map.of("body", Optional.of(counted(sink::take)));
                    easy.set(WRITEFUNCTION, callbacks.get("body").orElseThrow());
                }),
                form(
                        "bare call through a generic method",
                        (easy, sink) -> generic(easy, WRITEFUNCTION, d -> sink.take(d))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writeLambdasThatConsumeAll")
    void aWriteLambdaConsumesAll(String name, Setter setter) throws Exception {
        assertEquals(BODY, received(setter, 0, CurlCode.OK));
        assertEquals(BODY, received(setter, 1, CurlCode.OK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writeLambdasThatCount")
    void aWriteLambdaCounts(String name, Setter setter) throws Exception {
        assertEquals(BODY, received(setter, 0, CurlCode.OK));
        assertEquals(BODY, received(setter, 1, CurlCode.WRITE_ERROR));
    }

    /** {@return what a sink gets whose numbers are wrong by the error} */
    private String received(Setter setter, int error, CurlCode expected) throws Exception {
        Sink sink = new Sink(error);
        try (Easy easy = new Easy()) {
            setter.set(easy.set(URL, peer.url("/")).set(WRITEFUNCTION, data -> {}), sink);
            if (expected == CurlCode.OK) {
                easy.perform();
            } else {
                Perform.failsWith(expected, easy);
            }
        }
        return sink.toString(US_ASCII);
    }

    static Stream<Arguments> xferInfoLambdasThatWatch() {
        return Stream.of(
                form("empty block", (easy, sink) -> easy.set(XFERINFOFUNCTION, (a, b, c, d) -> {})),
                form("call that returns a boolean", (easy, sink) -> {
                    List<Long> seen = new ArrayList<>();
                    easy.set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> seen.add(dlnow));
                }),
                form(
                        "bare call that returns a number",
                        (easy, sink) -> easy.set(XFERINFOFUNCTION, (a, b, c, d) -> sink.watch(a, b, c, d))),
                form(
                        "explicitly typed bare call that returns a number",
                        (easy, sink) ->
                                easy.set(XFERINFOFUNCTION, (long a, long b, long c, long d) -> sink.watch(a, b, c, d))),
                form(
                        "method reference that returns a number",
                        (easy, sink) -> easy.set(XFERINFOFUNCTION, sink::watch)));
    }

    static Stream<Arguments> xferInfoLambdasThatDecide() {
        return Stream.of(
                form(
                        "conditional expression",
                        (easy, sink) -> easy.set(XFERINFOFUNCTION, (a, b, c, d) -> sink.watch(a, b, c, d) > 0 ? 1 : 0)),
                form(
                        "block that returns an int",
                        (easy, sink) -> easy.set(XFERINFOFUNCTION, (a, b, c, d) -> {
                            return sink.watch(a, b, c, d);
                        })),
                form(
                        "call in parentheses",
                        (easy, sink) -> easy.set(XFERINFOFUNCTION, (a, b, c, d) -> (sink.watch(a, b, c, d)))),
                form(
                        "method reference under a cast",
                        (easy, sink) -> easy.set(XFERINFOFUNCTION, (XferInfoCallback) sink::watch)),
                form(
                        "bare call through a generic method",
                        (easy, sink) -> generic(easy, XFERINFOFUNCTION, (a, b, c, d) -> sink.watch(a, b, c, d))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("xferInfoLambdasThatWatch")
    void anXferInfoLambdaOnlyWatches(String name, Setter setter) throws Exception {
        received(setter, 0, CurlCode.OK);
        received(setter, 1, CurlCode.OK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("xferInfoLambdasThatDecide")
    void anXferInfoLambdaDecides(String name, Setter setter) throws Exception {
        received(setter, 0, CurlCode.OK);
        received(setter, 1, CurlCode.ABORTED_BY_CALLBACK);
    }

    @Test
    void aLambdaThatOnlyThrowsIsAccepted(Easy easy) {
        IOException thrown = new IOException("no");
        easy.set(URL, peer.url("/")).set(WRITEFUNCTION, data -> {
            throw thrown;
        });
        assertSame(thrown, Perform.thrownInside(CurlCode.WRITE_ERROR, easy));
        easy.set(XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow) -> {
            throw thrown;
        });
        assertSame(thrown, Perform.thrownInside(CurlCode.ABORTED_BY_CALLBACK, easy));
    }

    @Test
    void theMethodsOfStandardStreamsAndChannelsFit() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        try (Easy easy = new Easy();
                WritableByteChannel channel = Channels.newChannel(bytes)) {
            easy.set(URL, peer.url("/"));
            assertEquals(
                    BODY,
                    Console.printedBy(() ->
                            easy.set(WRITEFUNCTION, System.out::writeBytes).perform()));
            assertEquals(
                    BODY,
                    Console.printedBy(
                            () -> easy.set(WRITEFUNCTION, System.out::write).perform()));
            easy.set(WRITEFUNCTION, view(channel::write)).perform();
            easy.set(WRITEFUNCTION, text::append).perform();
        }
        assertEquals(BODY, bytes.toString(US_ASCII));
        assertTrue(text.toString().startsWith("[B@"), "StringBuilder.append(Object)");
    }
}
