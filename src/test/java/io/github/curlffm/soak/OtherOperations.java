package io.github.curlffm.soak;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.HostilePeer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** What can be done with shares, MIME structures and URLs. */
final class OtherOperations {

    private static final List<LockData> SHARED =
            List.of(LockData.COOKIE, LockData.DNS, LockData.SSL_SESSION, LockData.CONNECT, LockData.PSL, LockData.HSTS);

    /** Nothing that somebody would look up or connect to outside. */
    private static final List<String> TEXTS =
            List.of("http://127.0.0.1:1/a?b=c#d", "", "//[::1%25lo]/", "%00", "127.0.0.1", "/a b");

    private OtherOperations() {}

    static List<Operation> all() {
        return List.of(
                new Operation("new share", 2, OtherOperations::newShare),
                new Operation("set LOCKFUNC", 3, actor -> {
                    Deed deed = actor.deed(null);
                    actor.share().set(ShareOption.LOCKFUNC, (data, access) -> deed.happen());
                }),
                new Operation("set UNLOCKFUNC", 3, actor -> {
                    Deed deed = actor.deed(null);
                    actor.share().set(ShareOption.UNLOCKFUNC, data -> deed.happen());
                }),
                new Operation("unset LOCKFUNC", 1, actor -> actor.share().unset(ShareOption.LOCKFUNC)),
                new Operation("unset UNLOCKFUNC", 1, actor -> actor.share().unset(ShareOption.UNLOCKFUNC)),
                new Operation("share more", 2, actor -> actor.share().set(ShareOption.SHARE, actor.one(SHARED))),
                new Operation("share less", 1, actor -> actor.share().set(ShareOption.UNSHARE, actor.one(SHARED))),
                new Operation("close a share", 2, actor -> actor.share().close()),
                new Operation(
                        "forget a share", 1, actor -> actor.program.forget(actor.program.shares.take(actor.random))),
                new Operation("new mime", 3, actor -> actor.newMime(actor.easy())),
                new Operation(
                        "add a part",
                        3,
                        actor -> actor.program.parts.put(
                                actor.random, actor.mime().addPart())),
                new Operation("fill a part", 8, actor -> actor.attempt(fill(actor))),
                new Operation(
                        "describe a part",
                        2,
                        actor -> actor.part()
                                .name("name")
                                .filename("file")
                                .type("text/plain")
                                .headers(List.of("A: b"))
                                .encoder(actor.one(List.of(MimePart.Encoder.values())))),
                new Operation("close a mime", 3, actor -> actor.mime().close()),
                new Operation(
                        "forget a mime", 1, actor -> actor.program.forget(actor.program.mimes.take(actor.random))),
                new Operation(
                        "parse a URL",
                        2,
                        actor -> actor.program.urls.put(
                                actor.random,
                                actor.program.opened(CurlUrl.parse(
                                        actor.program.peer.url("http", actor.one(HostilePeer.words())))))),
                new Operation(
                        "change a URL",
                        2,
                        actor -> url(actor)
                                .set(
                                        actor.one(List.of(CurlUrl.Part.values())),
                                        actor.one(TEXTS),
                                        actor.one(List.of(CurlUrl.Flag.values())))),
                new Operation(
                        "unset a part of a URL",
                        1,
                        actor -> url(actor).unset(actor.one(List.of(CurlUrl.Part.values())))),
                new Operation(
                        "read a URL",
                        2,
                        actor -> url(actor)
                                .get(
                                        actor.one(List.of(CurlUrl.Part.values())),
                                        actor.one(List.of(CurlUrl.Flag.values())))),
                new Operation(
                        "duplicate a URL",
                        1,
                        actor -> actor.program.urls.put(
                                actor.random, actor.program.opened(url(actor).duplicate()))),
                new Operation("close a URL", 1, actor -> url(actor).close()),
                new Operation("forget a URL", 1, actor -> actor.program.forget(actor.program.urls.take(actor.random))));
    }

    static Share newShare(Actor actor) {
        List<LockData> data = new ArrayList<>(SHARED);
        data.removeIf(one -> actor.chance(50));
        actor.note("  of " + data);
        return actor.program.shares.put(actor.random, actor.program.opened(new Share(data.toArray(LockData[]::new))));
    }

    private static CurlUrl url(Actor actor) {
        CurlUrl url = actor.program.urls.pick(actor.random);
        return url != null ? url : actor.program.urls.put(actor.random, actor.program.opened(new CurlUrl()));
    }

    /** {@return the attempt to give a part data of some kind} */
    static Operation fill(Actor actor) {
        MimePart part = actor.part();
        long size = actor.one(List.of(MimePart.UNKNOWN_SIZE, 0L, 10L, 100_000L));
        return switch (actor.random.nextInt(6)) {
            case 0 -> new Operation("bytes", 0, anyone -> part.data(new byte[1000]));
            case 1 ->
                new Operation("a stream", 0, anyone -> part.stream(new ByteArrayInputStream(new byte[5000]), size));
            case 2 ->
                new Operation("subparts", 0, anyone -> {
                    Mime inner = actor.mime();
                    part.subparts(inner);
                });
            default -> {
                Deed read = actor.deed(null);
                Deed seek = actor.deed(null);
                Deed free = actor.deed(null);
                yield new Operation(
                        "lambdas",
                        0,
                        anyone -> part.data(EasyLambdas.read(read), size, EasyLambdas.seek(seek), free::happen));
            }
        };
    }
}
