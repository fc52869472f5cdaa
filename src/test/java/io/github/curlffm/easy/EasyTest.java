package io.github.curlffm.easy;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERAGENT;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.option.Follow;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.RequestRecorder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a handle. */
class EasyTest {

    private final RequestRecorder server = new RequestRecorder();
    private final Easy easy = new Easy().set(URL, server.url("/")).set(WRITEFUNCTION, body -> {});

    // --- closing ----------------------------------------------------------------------------------------------------

    @Test
    void closeTwiceDoesNothing() {
        easy.close();
        easy.close();
        assertTrue(easy.toString().endsWith(" (closed)"), easy::toString);
    }

    /** Values for parameters of the public methods. */
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(Option.class, URL),
            Map.entry(Info.class, RESPONSE_CODE),
            Map.entry(Object.class, "value"),
            Map.entry(String.class, "value"),
            Map.entry(Charset.class, StandardCharsets.UTF_8),
            Map.entry(Path.class, Path.of("file")),
            Map.entry(String[].class, new String[] {}),
            Map.entry(int.class, 0),
            Map.entry(long.class, 1L),
            Map.entry(Set.class, Set.of(HeaderOrigin.HEADER)),
            Map.entry(SslsExportCallback.class, (SslsExportCallback) session -> null),
            Map.entry(
                    SslsExportCallback.Session.class,
                    new SslsExportCallback.Session("key", new byte[1], new byte[1], Instant.EPOCH, 0, null, 0)),
            Map.entry(boolean.class, true),
            Map.entry(byte[].class, new byte[1]),
            Map.entry(Class.class, String.class),
            Map.entry(Map.class, Map.of()),
            Map.entry(URI.class, URI.create("http://127.0.0.1/")),
            Map.entry(Duration.class, Duration.ZERO),
            Map.entry(Follow.class, Follow.ALL),
            Map.entry(WriteCallback.All.class, (WriteCallback.All) data -> {}),
            Map.entry(XferInfoCallback.Watch.class, (XferInfoCallback.Watch) (a, b, c, d) -> {}),
            Map.entry(ProgressCallback.Watch.class, (ProgressCallback.Watch) (a, b, c, d) -> {}),
            Map.entry(ByteBuffer.class, ByteBuffer.allocate(1)));

    static Stream<Method> publicMethods() {
        Set<String> workAlways = Set.of("abort", "close", "isClosed", "toString");
        return Arrays.stream(Easy.class.getMethods())
                .filter(method -> method.getDeclaringClass().getPackage() == Easy.class.getPackage())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !workAlways.contains(method.getName()))
                .filter(method -> method.getParameterTypes().length == 0
                        || method.getParameterTypes()[0] != FileChannel.class); // AfterCloseTest has one
    }

    @ParameterizedTest
    @MethodSource("publicMethods")
    void closedHandleCannotBeUsed(Method method) {
        easy.close();
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> {
                    assertTrue(SAMPLES.containsKey(type), "this test has no value for " + type);
                    return SAMPLES.get(type);
                })
                .toArray();
        var e = assertThrows(InvocationTargetException.class, () -> method.invoke(easy, arguments));
        assertInstanceOf(IllegalStateException.class, e.getCause());
        assertEquals("this Easy is closed", e.getCause().getMessage());
    }

    @Test
    void handleOfAnotherIsItsOwn() throws IOException {
        assertNotEquals(0, easy.raw().address());
        try (Easy duplicate = easy.duplicate()) {
            assertNotEquals(easy.raw().address(), duplicate.raw().address());
            assertFalse(duplicate.toString().equals(easy.toString()));
            easy.close();
            duplicate.perform();
            assertEquals(200, duplicate.get(RESPONSE_CODE));
        }
    }

    // --- from inside a callback -------------------------------------------------------------------------------------

    /** What a callback does to its own handle. */
    @FunctionalInterface
    interface Deed {
        void run(Easy easy) throws Exception;
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                forbidden("close()", Easy::close),
                forbidden("reset()", Easy::reset),
                forbidden("perform()", Easy::perform),
                forbidden("upkeep()", Easy::upkeep),
                forbidden("send()", easy -> easy.send(ByteBuffer.allocate(1))),
                forbidden("recv()", easy -> easy.recv(ByteBuffer.allocate(1))));
    }

    private static Arguments forbidden(String name, Deed deed) {
        return arguments(name, deed);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void callbackCannotPullTheRugFromUnderItself(String name, Deed deed) throws IOException {
        easy.set(WRITEFUNCTION, body -> deed.run(easy));
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertEquals(CurlCode.WRITE_ERROR, e.code());
        assertInstanceOf(IllegalStateException.class, e.getCause());
        assertTrue(
                e.getCause().getMessage().startsWith(name + " is not possible from inside a callback of this Easy"),
                e::getMessage);

        easy.set(WRITEFUNCTION, body -> {}).perform();
        assertEquals(200, easy.get(RESPONSE_CODE));
    }

    @Test
    void refusalThatTheCallbackCatchesDoesNoHarm() throws IOException {
        easy.set(WRITEFUNCTION, body -> {
            assertThrows(IllegalStateException.class, easy::close);
            assertThrows(IllegalStateException.class, easy::reset);
            assertThrows(IllegalStateException.class, easy::perform);
        });
        easy.perform();
        assertEquals(200, easy.get(RESPONSE_CODE));
    }

    @Test
    void callbackMaySetGetAndDuplicateItsHandle() throws IOException {
        AtomicReference<Easy> duplicate = new AtomicReference<>();
        easy.set(WRITEFUNCTION, body -> {
            assertEquals(200, easy.get(RESPONSE_CODE));
            easy.set(Option.TIMEOUT, 30).unset(Option.MAXREDIRS);
            duplicate.set(easy.duplicate().set(USERAGENT, "next"));
        });
        easy.perform();
        assertEquals(null, server.take().header("User-Agent"));
        try (Easy copy = duplicate.get()) {
            copy.set(WRITEFUNCTION, body -> {}).perform();
        }
        assertEquals("next", server.take().header("User-Agent"));
        easy.set(WRITEFUNCTION, body -> {}).perform();
        assertEquals(null, server.take().header("User-Agent"));
    }

    @Test
    void callbackMayPerformCloseAndForgetOtherHandles() throws IOException {
        easy.set(WRITEFUNCTION, body -> {
            try (Easy other = new Easy()) {
                other.set(URL, server.url("/other"))
                        .set(WRITEFUNCTION, inner -> {})
                        .perform();
                assertEquals(200, other.get(RESPONSE_CODE));
                other.reset();
            }
        });
        easy.perform();
        assertEquals(
                List.of("GET /", "GET /other"),
                List.of(server.take().line(), server.take().line()));
    }

    @Test
    void exceptionOfAnInnerTransferIsTheInnersAlone() throws IOException {
        Exception thrown = new Exception("inner");
        easy.set(WRITEFUNCTION, body -> {
            try (Easy other = new Easy()) {
                other.set(URL, server.url("/")).set(WRITEFUNCTION, inner -> {
                    throw thrown;
                });
                assertEquals(
                        thrown,
                        assertThrows(CallbackException.class, other::perform).getCause());
            }
        });
        easy.perform();
    }

    // --- connections ------------------------------------------------------------------------------------------------

    @Test
    void connectionIsUsedAgainAndEndsWithTheHandle() throws IOException {
        easy.perform();
        easy.perform();
        easy.reset().set(URL, server.url("/")).set(WRITEFUNCTION, body -> {}).perform();
        assertEquals(1, server.connections());
        easy.set(FRESH_CONNECT, true).perform();
        assertEquals(2, server.connections());
        try (Easy duplicate = easy.duplicate()) {
            duplicate.perform();
        }
        assertEquals(3, server.connections());
    }

    // --- outside of a transfer --------------------------------------------------------------------------------------

    @Test
    void pauseAndResumeWithoutATransferAreRefusedOrDoNothing() throws IOException {
        for (Deed deed : List.<Deed>of(Easy::pause, Easy::resume)) {
            try {
                deed.run(easy);
            } catch (CurlException e) {
                assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, e.code());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        easy.perform();
        assertEquals(200, easy.get(RESPONSE_CODE));
    }

    @Test
    void upkeepIsFineBeforeAndAfterATransfer() throws IOException {
        Needs.libcurl("8.10.0");
        easy.upkeep();
        easy.perform();
        easy.upkeep();
        easy.perform();
        assertEquals(1, server.connections());
    }

    @Test
    void upkeepSaysWhatItNeeds() throws IOException {
        Needs.olderLibcurl("8.10.0");
        easy.perform();
        var e = assertThrows(UnsupportedOperationException.class, easy::upkeep);
        assertTrue(e.getMessage().contains("8.10.0"), e::getMessage);
    }
}
