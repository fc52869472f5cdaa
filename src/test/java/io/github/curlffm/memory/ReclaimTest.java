package io.github.curlffm.memory;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.CURLU;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.PRIVATE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handles that refer to each other in circles, and that nobody closed. */
class ReclaimTest {

    private static final int TIMES = 5;

    private final HttpPeer peer = HttpPeer.answering("body");
    private final StallingPeer stalling = new StallingPeer();

    /** Makes handles, uses them, and leaves them. */
    @FunctionalInterface
    private interface Circle {
        List<?> handles(ReclaimTest test) throws IOException;
    }

    private Easy easy(String url) {
        return new Easy().set(URL, url).set(WRITEFUNCTION, body -> {});
    }

    private Easy easy() {
        return easy(peer.url("/"));
    }

    /** Two duplicates whose lambdas refer to each other. */
    private List<?> duplicates() throws IOException {
        Easy one = easy();
        Easy two = one.duplicate();
        one.set(WRITEFUNCTION, body -> assertNotNull(two.toString())).perform();
        two.set(WRITEFUNCTION, body -> assertNotNull(one.toString())).perform();
        return List.of(one, two);
    }

    /** A multi whose lambdas refer to it, with handles in flight whose lambdas refer to it, too. */
    private List<?> multiInFlight() throws IOException {
        Multi multi = new Multi();
        Easy easy = easy(stalling.url()).set(WRITEFUNCTION, body -> assertNotNull(multi.handles()));
        multi.set(MultiOption.TIMERFUNCTION, timeout -> assertNotNull(multi.handles()))
                .set(MultiOption.SOCKETFUNCTION, (any, socket, what, attachment) -> assertNotNull(multi.handles()))
                .add(easy.set(PRIVATE, multi));
        drive(multi, easy);
        return List.of(multi, easy);
    }

    private static void drive(Multi multi, Easy easy) throws IOException {
        while (multi.perform() > 0 && easy.get(RESPONSE_CODE) == 0) {
            multi.poll(Duration.ofSeconds(1));
        }
    }

    private List<?> attachmentOfASocket() throws IOException {
        Multi multi = new Multi();
        Easy easy = easy(stalling.url());
        multi.set(MultiOption.SOCKETFUNCTION, (any, socket, what, attachment) -> {
                    if (attachment == null) {
                        multi.assign(socket, List.of(multi, easy));
                    }
                })
                .add(easy);
        while (easy.get(RESPONSE_CODE) == 0) {
            multi.socketActionTimeout();
            multi.poll(Duration.ofMillis(10));
            multi.perform();
        }
        return List.of(multi, easy);
    }

    /** A share whose lambdas refer to it and to the handle that uses it. */
    private List<?> share() throws IOException {
        Share share = new Share(LockData.COOKIE, LockData.DNS, LockData.CONNECT);
        Easy easy = easy();
        share.set(ShareOption.LOCKFUNC, (data, access) -> assertNotNull(share.toString() + easy))
                .set(ShareOption.UNLOCKFUNC, data -> assertNotNull(share.toString() + easy));
        easy.set(SHARE, share).set(PRIVATE, share).perform();
        return List.of(share, easy);
    }

    /** A MIME structure whose lambdas refer to it, but for the one of its end, which runs after it. */
    private List<?> mime() throws IOException {
        Easy easy = easy();
        Mime mime = new Mime(easy);
        mime.addPart()
                .data(
                        buffer -> mime.toString().isEmpty() ? 1 : 0,
                        MimePart.UNKNOWN_SIZE,
                        (offset, origin) ->
                                mime.toString().isEmpty() ? SeekCallback.Result.FAIL : SeekCallback.Result.OK,
                        null);
        easy.set(MIMEPOST, mime).set(PRIVATE, mime).perform();
        return List.of(mime, easy);
    }

    private List<?> url() throws IOException {
        CurlUrl url = CurlUrl.parse(peer.url("/"));
        Easy easy = new Easy().set(CURLU, url).set(PRIVATE, url);
        easy.set(
                        WRITEFUNCTION,
                        body -> assertEquals(
                                url.toString(), easy.get(Info.PRIVATE).toString()))
                .perform();
        return List.of(url, easy, url.duplicate());
    }

    static Stream<Named<Circle>> circles() {
        return Stream.of(
                Named.of("duplicates", ReclaimTest::duplicates),
                Named.of("a multi and a handle in flight", ReclaimTest::multiInFlight),
                Named.of("a multi attached to a socket of its own", ReclaimTest::attachmentOfASocket),
                Named.of("a share and its user", ReclaimTest::share),
                Named.of("a mime and its handle", ReclaimTest::mime),
                Named.of("a URL and its user", ReclaimTest::url));
    }

    @ParameterizedTest
    @MethodSource("circles")
    void handlesThatReferToEachOtherAreGivenBack(Circle circle) throws IOException {
        int before = Registry.size();
        List<WeakReference<Object>> forgotten = forgotten(circle);
        Garbage.collectUntil(() -> forgotten.stream().allMatch(handle -> handle.refersTo(null)), "no handle stays");
        Garbage.collectUntil(() -> Registry.size() == before, "nothing that they owned stays");
    }

    /** {@return whether this many handles are left, of which each end has been tried} */
    private static void collectUntilLeft(int count, String what) {
        Garbage.collectUntil(() -> Registry.size() == count, what);
    }

    private static void forget(int times, Runnable making) {
        for (int i = 0; i < times; i++) {
            making.run();
        }
    }

    @Test
    void oneWhoseEndWaitsForItsTurnHoldsUpNoOther() throws Exception {
        CountDownLatch hasTheTurn = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Share share = new Share(LockData.CONNECT);
                Easy inTurn = easy().set(SHARE, share);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            inTurn.set(SOCKOPTFUNCTION, (socket, purpose) -> { // one that keeps the turn
                hasTheTurn.countDown();
                mayEnd.await();
                return SockoptCallback.Result.OK;
            });
            Future<Void> transfer = thread.submit(() -> {
                inTurn.perform();
                return null;
            });
            hasTheTurn.await();
            int before = Registry.size();
            try {
                forget(TIMES, () -> {
                    easy().set(SHARE, share);
                    easy();
                });
                collectUntilLeft(before + TIMES, "those that need no turn have ended");
            } finally {
                mayEnd.countDown();
            }
            transfer.get();
            collectUntilLeft(before, "the others, too");
        }
    }

    /** What a handle registers that has performed: itself, and its multi. */
    private static final int OF_ONE = 2;

    /** Before 8.0.0 libcurl says QUIT at the end of a handle, and waits for the answer. */
    @Test
    void oneWhoseServerDoesNotAnswerHoldsUpNoOther() throws Exception {
        Needs.protocol("pop3");
        CountDownLatch mayAnswer = new CountDownLatch(1);
        int before = Registry.size();
        try (WireServer mail = new WireServer(connection -> {
            connection.write("+OK hello\r\n");
            for (String line; (line = connection.readLine()) != null; ) {
                if (line.equals("QUIT")) {
                    mayAnswer.await();
                }
                connection.write("+OK\r\n" + (line.startsWith("CAPA") || line.equals("LIST") ? ".\r\n" : ""));
            }
        })) {
            easy(mail.url("pop3", "/")).perform();
            forget(TIMES, this::easy);
            Garbage.collectUntil(() -> Registry.size() <= before + OF_ONE, "those that wait for no server have ended");
            mayAnswer.countDown();
            collectUntilLeft(before, "the other one, too");
        }
    }

    private List<WeakReference<Object>> forgotten(Circle circle) throws IOException {
        Stream.Builder<WeakReference<Object>> handles = Stream.builder();
        for (int i = 0; i < TIMES; i++) {
            circle.handles(this).forEach(handle -> handles.add(new WeakReference<>(handle)));
        }
        return handles.build().toList();
    }
}
