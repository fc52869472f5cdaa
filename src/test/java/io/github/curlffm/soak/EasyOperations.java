package io.github.curlffm.soak;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Share;
import io.github.curlffm.WebSocket;
import io.github.curlffm.option.HeaderOrigin;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Keys;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can be done with an easy handle. */
final class EasyOperations {

    private EasyOperations() {}

    /** An operation on a given handle. */
    record OnEasy(String name, int weight, Action action) {

        /** What it does. */
        @FunctionalInterface
        interface Action {
            void run(Easy easy, Actor actor) throws Exception;
        }
    }

    static final List<String> SCHEMES =
            List.of("https", "ftp", "imap", "pop3", "smtp", "dict", "gopher", "rtsp", "mqtt", "ws");

    private static final List<Info<?>> INFOS = Keys.of(Info.class);

    private static final List<OnEasy> ALL = List.of(
            new OnEasy("perform", 16, (easy, actor) -> {
                actor.bounded(easy);
                actor.program.report.count("transfers");
                easy.perform();
            }),
            new OnEasy("perform for the body", 4, (easy, actor) -> {
                actor.bounded(easy);
                actor.program.report.count("transfers");
                actor.note("  "
                        + (actor.chance(50)
                                ? easy.performBytes().length
                                : easy.performString().length()));
            }),
            new OnEasy("open", 5, (easy, actor) -> {
                actor.bounded(easy);
                actor.program.report.count("transfers");
                InputStream in = actor.program.opened(easy.open());
                actor.program.streams.put(actor.random, new Program.Stream(easy, in));
            }),
            new OnEasy(
                    "set a lambda",
                    18,
                    (easy, actor) -> actor.one(EasyLambdas.ALL).set(easy, actor.deed(easy))),
            new OnEasy("set the URL", 10, (easy, actor) -> easy.set(URL, actor.url())),
            new OnEasy("set an option", 14, (easy, actor) -> {
                Settings.Setting setting = actor.one(Settings.ALL);
                actor.note("  " + setting.option());
                setting.set(easy, actor);
            }),
            new OnEasy("unset an option", 4, (easy, actor) -> {
                Option<?> option = actor.chance(50)
                        ? actor.one(Settings.ALL).option()
                        : actor.one(EasyLambdas.ALL).option();
                actor.note("  " + option);
                easy.unset(option);
            }),
            new OnEasy("get an info", 4, (easy, actor) -> {
                Info<?> info = actor.one(INFOS);
                actor.note("  " + info);
                easy.get(info);
            }),
            new OnEasy("headers", 2, (easy, actor) -> {
                easy.headers();
                easy.headers(Set.of(HeaderOrigin.values()), actor.random.nextInt(-1, 3));
                easy.headerMap();
                easy.header("X-Header", actor.random.nextInt(3), Set.of(HeaderOrigin.HEADER), Easy.LAST_REQUEST);
            }),
            new OnEasy("pause", 2, (easy, actor) -> easy.pause()),
            new OnEasy("resume", 4, (easy, actor) -> easy.resume()),
            new OnEasy(
                    "duplicate",
                    3,
                    (easy, actor) -> actor.program.easies.put(actor.random, actor.program.opened(easy.duplicate()))),
            new OnEasy("reset", 2, (easy, actor) -> easy.reset()),
            new OnEasy("close an easy", 3, (easy, actor) -> easy.close()),
            new OnEasy("abort", 2, (easy, actor) -> easy.abort()),
            new OnEasy("upkeep", 1, (easy, actor) -> easy.upkeep()),
            new OnEasy("send", 1, (easy, actor) -> easy.send(ByteBuffer.allocate(actor.random.nextInt(100)))),
            new OnEasy("receive", 1, (easy, actor) -> easy.recv(ByteBuffer.allocate(actor.random.nextInt(100)))),
            new OnEasy("set SHARE", 5, (easy, actor) -> easy.set(SHARE, actor.share())),
            new OnEasy("unset SHARE", 2, (easy, actor) -> easy.unset(SHARE)),
            new OnEasy("set MIMEPOST", 2, (easy, actor) -> easy.set(MIMEPOST, actor.mime())),
            new OnEasy("set MIMEPOST to one of its own", 5, (easy, actor) -> {
                Mime mime = actor.newMime(easy);
                actor.attempt(OtherOperations.fill(actor));
                easy.set(MIMEPOST, mime);
            }),
            new OnEasy("unset MIMEPOST", 2, (easy, actor) -> easy.unset(MIMEPOST)),
            new OnEasy("set CURLU", 2, (easy, actor) -> {
                CurlUrl url = actor.program.urls.pick(actor.random);
                if (url != null) {
                    easy.set(CURLU, url);
                }
            }),
            new OnEasy("unset CURLU", 1, (easy, actor) -> easy.unset(CURLU)),
            new OnEasy(
                    "be verbose",
                    2,
                    (easy, actor) -> easy.set(STDERR, Path.of("/dev/null")).set(VERBOSE, true)),
            new OnEasy("set PRIVATE to itself", 1, (easy, actor) -> easy.set(PRIVATE, easy)),
            new OnEasy("export TLS sessions", 1, (easy, actor) -> {
                Deed deed = actor.deed(easy);
                easy.sslsExport(session -> deed.answer(null, Arrays.asList(null, null)));
            }),
            new OnEasy("look at it", 1, (easy, actor) -> {
                easy.raw();
                actor.note("  " + easy);
            }));

    /** Without lambdas: if one pauses, libcurl 8.23 stays in here, whatever the TIMEOUT. */
    private static void webSocket(Actor actor) throws Exception {
        Easy easy = actor.program.opened(new Easy());
        easy.set(URL, actor.program.peer.url("ws", "upgrade")).set(CONNECT_ONLY, 2);
        WebSocket socket = new WebSocket(easy);
        actor.bounded(easy).perform();
        socket.send("fine");
        socket.recv(ByteBuffer.allocate(actor.random.nextInt(10)));
        socket.meta();
    }

    /** Its handle may be closed, or in use for something else since it is at its end. */
    private static void readStream(Actor actor) throws Exception {
        Program.Stream stream = actor.program.streams.pick(actor.random);
        if (stream != null) {
            actor.attempt(new Operation("  bound it", 0, anyone -> anyone.bounded(stream.easy())));
            switch (actor.random.nextInt(4)) {
                case 0 -> stream.in().read();
                case 1 -> stream.in().readAllBytes();
                default -> stream.in().read(new byte[actor.random.nextInt(20_000)]);
            }
            stream.in().available();
        }
    }

    static List<OnEasy> all() {
        return ALL;
    }

    /** {@return some operation on a handle} */
    static Operation on(Easy easy, Actor actor) {
        OnEasy operation = actor.one(ALL);
        return new Operation(operation.name(), 0, anyone -> operation.action().run(easy, anyone));
    }

    /** {@return what can be done with the places of handles} */
    static List<Operation> ofSlots() {
        return List.of(
                new Operation("new easy", 4, Actor::newEasy),
                new Operation("read a stream", 8, EasyOperations::readStream),
                new Operation("close a stream", 2, actor -> {
                    Program.Stream stream = actor.program.streams.take(actor.random);
                    if (stream != null) {
                        stream.in().close();
                    }
                }),
                new Operation("WebSocket", 1, EasyOperations::webSocket),
                new Operation(
                        "forget an easy", 2, actor -> actor.program.forget(actor.program.easies.take(actor.random))),
                new Operation("two that share", 3, actor -> {
                    Share share = actor.share();
                    actor.easy().set(SHARE, share);
                    actor.easy().set(SHARE, share);
                }));
    }
}
