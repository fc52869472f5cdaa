package io.github.curlffm.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.WebSocket;
import io.github.curlffm.option.Option;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public method of every handle after it was closed, or after the handle was that it belongs to. */
class AfterCloseTest {

    private static final String CLOSED = "IllegalStateException";

    /** The methods that a closed handle still has, and what has no libcurl to ask. */
    private static final Set<String> STILL_THERE = Stream.concat(
                    Stream.of("Easy.abort()", "Multi.closeAll()"),
                    Stream.of("Easy", "Multi", "Share", "Mime", "CurlUrl")
                            .flatMap(type -> Stream.of("close", "isClosed", "toString")
                                    .map(method -> type + "." + method + "()")))
            .collect(Collectors.toSet());

    /** A loop is asked about its end, and has futures to tell of it. */
    private static final Map<String, String> OF_A_LOOP = Map.of(
            "EventLoop.start(Easy)", "RejectedExecutionException",
            "EventLoop.set(MultiOption,Object)", CLOSED,
            "EventLoop.set(MultiOption,long)", CLOSED,
            "EventLoop.unset(MultiOption)", CLOSED,
            "EventLoop.notifyEnable(NotifyCallback.Notification)", CLOSED,
            "EventLoop.notifyDisable(NotifyCallback.Notification)", CLOSED);

    @FunctionalInterface
    private interface Closing {
        void close(World world);
    }

    public static void main(String[] arguments) {
        try (Cells cells = new Cells()) {
            after(cells, "close", Easy.class, world -> world.easy.close());
            after(cells, "close", Multi.class, world -> world.multi.close());
            after(cells, "close", EventLoop.class, world -> world.events().close());
            after(cells, "close", Share.class, world -> world.share.close());
            after(cells, "close", Mime.class, world -> world.mime.close());
            after(cells, "close", CurlUrl.class, world -> world.url.close());
            after(cells, "close of the mime", MimePart.class, world -> world.mime.close());
            after(cells, "close of the easy", MimePart.class, world -> world.easy.close());
            after(cells, "close of the easy", Mime.class, world -> world.easy.close());
            after(cells, "close of the easy", WebSocket.class, world -> world.easy.close());
            asArguments(cells);
        }
    }

    private static void after(Cells cells, String what, Class<?> type, Closing closing) {
        for (Api.Call call : Api.methods(type)) {
            cells.cell(call.name() + " after " + what, () -> {
                try (World world = new World("http://127.0.0.1/")) {
                    Object[] sensible = Arguments.sensible(world, call);
                    closing.close(world);
                    if (world.handle(type) == null) {
                        throw new UnsupportedOperationException("built without WebSocket");
                    }
                    call.on(world.handle(type), sensible);
                }
            });
        }
    }

    @SuppressWarnings("deprecation")
    private static void asArguments(Cells cells) {
        Map<String, Closing> uses = Map.ofEntries(
                Map.entry("Multi.add", world -> unchecked(() -> world.multi.add(closed(world.spare)))),
                Map.entry("EventLoop.start", world -> world.events().start(closed(world.spare))),
                Map.entry("SHARE", world -> world.spare.set(Option.SHARE, closed(world.share))),
                Map.entry("CURLU", world -> world.spare.set(Option.CURLU, closed(world.url))),
                Map.entry("MIMEPOST", world -> world.easy.set(Option.MIMEPOST, closed(world.mime))),
                Map.entry("STREAM_DEPENDS", world -> world.easy.set(Option.STREAM_DEPENDS, closed(world.spare))),
                Map.entry("STREAM_DEPENDS_E", world -> world.easy.set(Option.STREAM_DEPENDS_E, closed(world.spare))),
                Map.entry("MimePart.subparts", world -> world.part.subparts(closed(world.spareMime))),
                Map.entry("new Mime", world -> new Mime(closed(world.spare)).close()));
        uses.forEach((name, use) -> cells.cell("closed argument of " + name, () -> {
            try (World world = new World("http://127.0.0.1/")) {
                use.close(world);
            }
        }));
    }

    private static <H extends AutoCloseable> H closed(H handle) {
        unchecked(handle::close);
        return handle;
    }

    private static void unchecked(Cells.Body body) {
        try {
            body.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isRefused() throws Exception {
        Matrix.of(AfterCloseTest.class).check(100, (cell, outcome) -> {
            String method = cell.replaceFirst(" after .*", "");
            if (method.startsWith("EventLoop.")) {
                return outcome.equals(OF_A_LOOP.getOrDefault(method, Cells.DONE));
            }
            return STILL_THERE.contains(method)
                    ? outcome.equals(Cells.DONE)
                    : outcome.equals(CLOSED) || outcome.equals("UnsupportedOperationException") && TooOld.may(method);
        });
    }

    /** A new class of handles belongs into {@link Api#HANDLES}. */
    @Test
    void noHandleIsForgotten() {
        List<Class<?>> closeable = Api.types().stream()
                .filter(type -> AutoCloseable.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .<Class<?>>map(type -> type)
                .toList();
        assertEquals(
                List.of(CurlUrl.class, Easy.class, EventLoop.class, Mime.class, Multi.class, Share.class),
                closeable,
                "public classes that can be closed");
    }
}
