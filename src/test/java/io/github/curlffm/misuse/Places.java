package io.github.curlffm.misuse;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.callback.HstsEntry;
import io.github.curlffm.callback.HstsReadCallback;
import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.FtpPeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.SocketLoop;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The callbacks from inside which something can be called, with a transfer each that gets there. */
final class Places implements AutoCloseable {

    /** Sets a callback that does something. */
    @FunctionalInterface
    interface Arm {
        void arm(World world, Runnable hook) throws Exception;
    }

    /** Gets there. */
    @FunctionalInterface
    interface Go {
        void go(World world) throws Exception;
    }

    /** At the end of the name of those that are reached by closing the handle. */
    static final String CLOSING = " in close";

    /** One of them. */
    record Place(Arm arm, Go go) {}

    private final HttpPeer http = new HttpPeer(exchange -> {
        exchange.getRequestBody().readAllBytes();
        boolean moved = exchange.getRequestURI().getPath().equals("/moved");
        exchange.getResponseHeaders().set("Location", "/");
        HttpPeer.answer(exchange, moved ? 307 : 200, "body");
    });

    private final HttpsPeer https = HttpsPeer.answering("body");
    private final Path folder;
    private final FtpPeer ftp;

    Places() throws IOException {
        folder = Files.createTempDirectory("places");
        Files.writeString(folder.resolve("a.txt"), "alpha");
        ftp = new FtpPeer(folder);
    }

    /** {@return whether it takes long to get there} */
    static boolean isSlow(String place) {
        return place.startsWith("CHUNK_") || place.startsWith("FNMATCH_");
    }

    String url() {
        return http.url("/");
    }

    private static final Go PERFORM = world -> world.easy.perform();

    private static final Go IN_A_MULTI = world -> {
        world.multi.add(world.easy);
        Transfers.perform(world.multi);
        for (Message message : world.multi.messages()) {
            message.orThrow();
        }
    };

    /** {@return all that the loaded libcurl has} */
    Map<String, Place> all() {
        Map<String, Place> places = new LinkedHashMap<>();
        ofAnEasy(places);
        ofOthers(places);
        return places;
    }

    @SuppressWarnings("deprecation")
    private void ofAnEasy(Map<String, Place> places) {
        for (Option<?> option : List.of(
                Option.WRITEFUNCTION,
                Option.HEADERFUNCTION,
                Option.XFERINFOFUNCTION,
                Option.PROGRESSFUNCTION,
                Option.SOCKOPTFUNCTION,
                Option.OPENSOCKETFUNCTION,
                Option.PREREQFUNCTION)) {
            put(places, option, easy -> {});
        }
        put(places, Option.DEBUGFUNCTION, easy -> easy.set(Option.VERBOSE, true));
        put(places, Option.CLOSESOCKETFUNCTION, easy -> easy.set(Option.FORBID_REUSE, true));
        put(
                places,
                Option.RESOLVER_START_FUNCTION,
                easy -> easy.set(Option.URL, "http://localhost:" + http.port() + "/"));
        put(places, Option.READFUNCTION, easy -> easy.set(Option.UPLOAD, true));
        put(places, Option.SEEKFUNCTION, this::sentTwice);
        put(places, Option.IOCTLFUNCTION, this::sentTwice);
        put(
                places,
                Option.TRAILERFUNCTION,
                easy -> easy.set(Option.UPLOAD, true)
                        .set(Option.HTTPHEADER, List.of("Transfer-Encoding: chunked", "Trailer: X-Sum"))
                        .set(Option.READFUNCTION, twice("data")));
        put(
                places,
                Option.SSL_CTX_FUNCTION,
                easy -> easy.set(Option.URL, https.url("/")).set(Option.CAINFO_BLOB, https.authority()));
        if (Curl.version().features().contains("HSTS")) {
            put(places, Option.HSTSREADFUNCTION, easy -> easy.set(Option.HSTS_CTRL, Set.of(HstsCtrl.ENABLE)));
            places.put(
                    Option.HSTSWRITEFUNCTION.name() + CLOSING,
                    new Place(
                            (world, hook) -> set(
                                    world.easy
                                            .set(Option.HSTS_CTRL, Set.of(HstsCtrl.ENABLE))
                                            .set(Option.HSTSREADFUNCTION, giving("name.example")),
                                    Option.HSTSWRITEFUNCTION,
                                    hook),
                            world -> {
                                world.easy.perform();
                                world.easy.close();
                            }));
        }
        for (Option<?> option :
                List.of(Option.CHUNK_BGN_FUNCTION, Option.CHUNK_END_FUNCTION, Option.FNMATCH_FUNCTION)) {
            put(places, option, easy -> easy.set(Option.URL, ftp.url("/*.txt")).set(Option.WILDCARDMATCH, true));
        }
    }

    private void sentTwice(Easy easy) {
        easy.set(Option.URL, http.url("/moved"))
                .set(Option.FOLLOWLOCATION, true)
                .set(Option.UPLOAD, true)
                .set(Option.INFILESIZE_LARGE, 4)
                .set(Option.READFUNCTION, Places::four);
    }

    /** Gives four bytes, whenever it is asked. */
    private static int four(byte[] buffer) {
        return 4;
    }

    /** Gives a text up to its end, and then again. */
    private static ReadCallback twice(String text) {
        int[] calls = {0};
        return buffer -> {
            System.arraycopy(text.getBytes(), 0, buffer, 0, text.length());
            return calls[0]++ % 2 == 0 ? text.length() : 0;
        };
    }

    private static HstsReadCallback giving(String name) {
        Iterator<HstsEntry> left = List.of(new HstsEntry(name, false, null)).iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    /** What else a handle needs for a callback to be called. */
    @FunctionalInterface
    private interface SetUp {
        void on(Easy easy);
    }

    private static void put(Map<String, Place> places, Option<?> option, SetUp setUp) {
        places.put(
                option.name(),
                new Place(
                        (world, hook) -> {
                            setUp.on(world.easy);
                            set(world.easy, option, hook);
                        },
                        PERFORM));
    }

    @SuppressWarnings("unchecked")
    private static void set(Easy easy, Option<?> option, Runnable hook) {
        Class<?> type = (Class<?>) Keys.valueType(Option.class, option.name());
        easy.set((Option<Object>) option, Lambdas.doing(type, hook));
    }

    private void ofOthers(Map<String, Place> places) {
        Arm write = places.get(Option.WRITEFUNCTION.name()).arm();
        places.put("WRITEFUNCTION in a multi", new Place(write, IN_A_MULTI));
        places.put(
                "SOCKETFUNCTION",
                new Place(
                        (world, hook) -> {
                            world.loop = world.opened(new SocketLoop(world.multi));
                            world.multi.set(MultiOption.SOCKETFUNCTION, (easy, socket, what, attachment) -> {
                                hook.run();
                                world.loop.socket(easy, socket, what, attachment);
                            });
                        },
                        world -> {
                            world.multi.add(world.easy);
                            world.loop.run();
                        }));
        places.put(
                "TIMERFUNCTION",
                new Place(
                        (world, hook) -> world.multi.set(MultiOption.TIMERFUNCTION, ms -> {
                            if (!world.multi.handles().isEmpty()) {
                                hook.run();
                            }
                        }),
                        IN_A_MULTI));
        if (Curl.version().isAtLeast(8, 17, 0)) {
            places.put(
                    "NOTIFYFUNCTION",
                    new Place(
                            (world, hook) -> world.multi
                                    .set(MultiOption.NOTIFYFUNCTION, (what, easy) -> hook.run())
                                    .notifyEnable(Notification.EASY_DONE),
                            IN_A_MULTI));
        }
        places.put(
                "LOCKFUNC",
                new Place(
                        (world, hook) ->
                                sharing(world.share.set(ShareOption.LOCKFUNC, (data, access) -> hook.run()), world),
                        PERFORM));
        places.put(
                "UNLOCKFUNC",
                new Place(
                        (world, hook) -> sharing(world.share.set(ShareOption.UNLOCKFUNC, data -> hook.run()), world),
                        PERFORM));
        places.put(
                "LOCKFUNC in set",
                new Place(
                        (world, hook) -> world.share.set(ShareOption.LOCKFUNC, (data, access) -> hook.run()),
                        world -> sharing(world.share, world)));
        places.put(
                "LOCKFUNC" + CLOSING,
                new Place(
                        (world, hook) -> {
                            sharing(world.share, world);
                            world.easy.perform();
                            world.share.set(ShareOption.LOCKFUNC, (data, access) -> hook.run());
                        },
                        world -> world.easy.close()));
        places.put(
                "MIME free in reset",
                new Place(
                        (world, hook) -> {
                            world.part.data(Places::four, 4, null, hook::run);
                            world.easy.set(Option.MIMEPOST, world.mime);
                            world.mime.close();
                        },
                        world -> world.easy.reset()));
        places.put("MIME read", mime((world, hook) -> world.part.data(reading(hook), -1), PERFORM));
        places.put(
                "MIME seek",
                mime(
                        (world, hook) -> {
                            world.easy.set(Option.URL, http.url("/moved")).set(Option.FOLLOWLOCATION, true);
                            SeekCallback seek = (offset, origin) -> {
                                hook.run();
                                return SeekCallback.Result.OK;
                            };
                            world.part.data(Places::four, 4, seek, null);
                        },
                        PERFORM));
        places.put("MIME free", mime((world, hook) -> world.part.data(Places::four, 4, null, hook::run), world -> {
            world.easy.perform();
            world.part.data("other");
        }));
    }

    private static void sharing(io.github.curlffm.Share share, World world) {
        world.easy.set(Option.SHARE, share).set(Option.COOKIEFILE, "").set(Option.COOKIELIST, "FLUSH");
    }

    private static ReadCallback reading(Runnable hook) {
        ReadCallback data = twice("data");
        return buffer -> {
            hook.run();
            return data.read(buffer);
        };
    }

    private static Place mime(Arm arm, Go go) {
        return new Place(
                (world, hook) -> {
                    arm.arm(world, hook);
                    world.easy.set(Option.MIMEPOST, world.mime);
                },
                go);
    }

    @Override
    public void close() throws IOException {
        http.close();
        https.close();
        ftp.close();
        Files.delete(folder.resolve("a.txt"));
        Files.delete(folder);
    }
}
