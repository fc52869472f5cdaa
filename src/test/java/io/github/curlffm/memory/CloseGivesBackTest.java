package io.github.curlffm.memory;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.CURLU;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.STREAM_DEPENDS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.WebSocket;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.StallingPeer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A closed handle that somebody still refers to, as in a field that is not cleared, keeps nothing of what it was given. */
class CloseGivesBackTest {

    private final StallingPeer peer = new StallingPeer();
    private final List<WeakReference<Object>> given = new ArrayList<>();

    /** Makes a handle with all that it can be given, uses and closes it, and {@return it and what belongs to it} */
    @FunctionalInterface
    private interface Use {
        Object closed(CloseGivesBackTest test) throws IOException;
    }

    /** {@return an object for a lambda to capture} */
    private Object captured() {
        return remembered(new byte[1000]);
    }

    private <T> T remembered(T object) {
        given.add(new WeakReference<>(object));
        return object;
    }

    private Object easy() throws IOException {
        Object captured = captured();
        try (Easy easy = new Easy();
                Mime form = remembered(new Mime(easy))) {
            form.addPart().data("text");
            CurlUrl url = remembered(CurlUrl.parse(peer.url()));
            Share share = remembered(new Share(LockData.COOKIE));
            Easy other = remembered(new Easy());
            easy.set(CURLU, url)
                    .set(SHARE, share)
                    .set(MIMEPOST, form)
                    .set(STREAM_DEPENDS, other)
                    .set(PRIVATE, captured())
                    .set(HEADERFUNCTION, line -> assertNotNull(captured))
                    .set(XFERINFOFUNCTION, (dt, dn, ut, un) -> assertNotNull(captured));
            RuntimeException thrown = remembered(new IllegalStateException("from inside"));
            easy.set(WRITEFUNCTION, body -> {
                throw thrown;
            });
            assertThrows(CallbackException.class, easy::perform);
            url.close();
            share.close();
            other.close();
            return easy;
        }
    }

    private Object webSocket() {
        Needs.protocol("ws");
        Object captured = captured();
        try (Easy easy = new Easy()) {
            easy.set(WRITEFUNCTION, body -> assertNotNull(captured)).set(PRIVATE, captured());
            return new WebSocket(easy);
        }
    }

    private static void run(Multi multi, Easy easy) throws IOException {
        while (multi.perform() > 0 && easy.get(RESPONSE_CODE) == 0) {
            multi.poll(Duration.ofSeconds(1));
        }
    }

    private Object multi() throws IOException {
        Object captured = captured();
        try (Multi multi = new Multi();
                Easy easy = remembered(new Easy())) {
            multi.set(MultiOption.SOCKETFUNCTION, (any, socket, what, attachment) -> {
                        if (attachment == null) {
                            multi.assign(socket, captured());
                        }
                    })
                    .set(MultiOption.TIMERFUNCTION, timeout -> assertNotNull(captured))
                    .add(easy.set(URL, peer.url()).set(WRITEFUNCTION, body -> assertNotNull(captured)));
            run(multi, easy);
            return multi;
        }
    }

    private Object share() throws IOException {
        Object captured = captured();
        try (Share share = new Share(LockData.COOKIE, LockData.DNS)) {
            share.set(ShareOption.LOCKFUNC, (data, access) -> assertNotNull(captured))
                    .set(ShareOption.UNLOCKFUNC, data -> assertNotNull(captured));
            try (Easy easy = remembered(new Easy())) {
                easy.set(SHARE, share);
            }
            return share;
        }
    }

    private Object mime() {
        Object captured = captured();
        try (Easy easy = new Easy();
                Mime form = new Mime(easy)) {
            MimePart part = form.addPart();
            part.data(
                    buffer -> captured.hashCode(),
                    MimePart.UNKNOWN_SIZE,
                    (offset, origin) -> captured == null ? null : SeekCallback.Result.OK,
                    () -> assertNotNull(captured));
            MimePart streaming = form.addPart();
            streaming.stream(remembered(new ByteArrayInputStream(new byte[1000])));
            Mime inner = new Mime(easy);
            MimePart innerPart = inner.addPart();
            innerPart.data(buffer -> captured.hashCode(), MimePart.UNKNOWN_SIZE);
            form.addPart().subparts(inner);
            easy.set(MIMEPOST, form);
            return List.of(form, part, streaming, inner, innerPart);
        }
    }

    static Stream<Named<Use>> uses() {
        return Stream.of(
                Named.of("Easy", CloseGivesBackTest::easy),
                Named.of("WebSocket", CloseGivesBackTest::webSocket),
                Named.of("Multi", CloseGivesBackTest::multi),
                Named.of("Share", CloseGivesBackTest::share),
                Named.of("Mime and MimePart", CloseGivesBackTest::mime));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void nothingThatItWasGivenIsKept(Use use) throws IOException {
        Object closed = use.closed(this);
        assertFalse(given.isEmpty());
        Garbage.collectUntil(() -> given.stream().allMatch(each -> each.refersTo(null)), "all of it is gone");
        Reference.reachabilityFence(closed);
    }
}
