package io.github.curlffm.share;

import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.ShareOption.LOCKFUNC;
import static io.github.curlffm.option.ShareOption.UNSHARE;
import static io.github.curlffm.share.ShareTransfers.NO_COOKIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.CurlShareCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares and the handles that use them end in any order, and change when they may. */
class ShareLifecycleTest {

    private final ShareTransfers transfers = new ShareTransfers();
    private final Share share = new Share(LockData.COOKIE);
    private final Easy easy = transfers.easy("/set");

    /** The orders of closing a share and two handles that use it, and who is at work when the first is closed. */
    static Stream<Arguments> orders() {
        return Stream.of("sox", "sxo", "osx", "oxs", "xso", "xos")
                .flatMap(order -> Stream.of(Arguments.of(order, false), Arguments.of(order, true)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void areClosedInAnyOrderWhenIdle(String order, boolean collect) throws CurlException {
        Share closing = new Share(ShareTransfers.everything());
        try (Easy one = transfers.easy("/set").set(SHARE, closing);
                Easy other = transfers.easy("/").set(SHARE, closing)) {
            one.perform();
            other.perform();
            close(order, collect, closing, one, other);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void areClosedInAnyOrderInFlight(String order, boolean collect) throws IOException {
        Share closing = new Share(ShareTransfers.everything());
        try (Easy one = transfers.easy("/set").set(SHARE, closing);
                Easy other = transfers.easy("/").set(SHARE, closing);
                Multi multi = new Multi()) {
            multi.add(one).add(other).perform();
            close(order, collect, closing, one, other);
        }
    }

    private static void close(String order, boolean collect, Share share, Easy one, Easy other) {
        for (char next : order.toCharArray()) {
            switch (next) {
                case 's' -> share.close();
                case 'o' -> one.close();
                default -> other.close();
            }
            if (collect) {
                Garbage.collect();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosedShareServesTheHandlesThatHaveIt(boolean inFlight) throws CurlException {
        try (Easy other = transfers.easy("/").set(SHARE, share)) {
            easy.set(SHARE, share);
            if (inFlight) {
                easy.set(WRITEFUNCTION, body -> share.close()).perform();
            } else {
                share.close();
                Garbage.collect();
                easy.perform();
            }
            assertEquals("c=1", Perform.body(other));
        }
    }

    @Test
    void knowsWhatItShares() {
        try (Share share = new Share(LockData.COOKIE)) {
            assertTrue(share.shares(LockData.COOKIE));
            assertFalse(share.shares(LockData.DNS));
            share.set(UNSHARE, LockData.COOKIE);
            assertFalse(share.shares(LockData.COOKIE));
        }
    }

    @Test
    void aClosedShareTakesNobodyIn() {
        share.close();
        share.close();
        assertThrows(IllegalStateException.class, () -> easy.set(SHARE, share));
        assertThrows(IllegalStateException.class, () -> share.set(ShareOption.SHARE, LockData.DNS));
        assertTrue(share.toString().endsWith("(closed)"), share::toString);
    }

    @Test
    void theShareStaysThroughReset() throws CurlException {
        easy.set(SHARE, share);
        easy.reset();
        assertThrows(CurlOptionException.class, () -> share.set(UNSHARE, LockData.COOKIE));
        transfers.prepare(easy, "/set").perform();
        try (Easy other = transfers.easy("/").set(SHARE, share)) {
            assertEquals("c=1", Perform.body(other));
        }
        share.close();
        Garbage.collect();
        easy.perform();
    }

    @Test
    void aDuplicateHasNoShare() throws CurlException {
        easy.set(SHARE, share).perform();
        try (Easy copy = easy.duplicate()) {
            assertEquals(NO_COOKIES, Perform.body(transfers.prepare(copy, "/")));
            easy.close();
            share.set(UNSHARE, LockData.COOKIE);
        }
    }

    @Test
    void whatIsSharedIsSettledWhileAHandleUsesIt() {
        for (int i = 0; i < 2; i++) { // the second time replaces the share by itself
            easy.set(SHARE, share);
            for (ShareOption<LockData> option : List.of(ShareOption.SHARE, UNSHARE)) {
                CurlOptionException e =
                        assertThrows(CurlOptionException.class, () -> share.set(option, LockData.COOKIE));
                assertEquals(CurlShareCode.IN_USE, e.code());
            }
        }
        easy.unset(SHARE);
        share.set(UNSHARE, LockData.COOKIE).set(ShareOption.SHARE, LockData.COOKIE);
    }

    @Test
    void theShareIsNotTakenAwayDuringATransfer() throws IOException {
        easy.set(SHARE, share);
        List<Executable> changes =
                List.of(() -> easy.unset(SHARE), () -> easy.set(SHARE, share), easy::close, easy::reset);
        easy.set(WRITEFUNCTION, body -> changes.forEach(change -> assertThrows(IllegalStateException.class, change)))
                .perform();
        try (Multi multi = new Multi()) {
            multi.add(easy);
            assertThrows(IllegalStateException.class, () -> easy.unset(SHARE));
            assertThrows(IllegalStateException.class, () -> easy.set(SHARE, share));
            Transfers.performOne(multi);
        }
        easy.unset(SHARE);
    }

    @Test
    void whatNobodyClosesIsGivenBack() throws CurlException {
        int before = Registry.size();
        WeakReference<Share> forgotten = forget();
        Garbage.collectUntil(() -> forgotten.refersTo(null), "the share is reclaimed");
        Garbage.collectUntil(() -> Registry.size() <= before, "the handles are given back");
    }

    private WeakReference<Share> forget() throws CurlException {
        Share unclosed = new Share(ShareTransfers.everything());
        Easy one = transfers.easy("/set");
        unclosed.set(LOCKFUNC, (data, access) -> assertTrue(one != null && unclosed.toString() != null));
        one.set(SHARE, unclosed).perform();
        transfers.easy("/").set(SHARE, unclosed).perform();
        return new WeakReference<>(unclosed);
    }

    @Test
    void whatOneForgetsTheOtherStillHas() throws CurlException {
        int before = Registry.size();
        forgetUserOf(share);
        Garbage.collectUntil(() -> Registry.size() <= before, "the handle is given back");
        assertEquals("c=1", Perform.body(transfers.prepare(easy, "/").set(SHARE, share)));
    }

    private void forgetUserOf(Share used) throws CurlException {
        transfers.easy("/set").set(SHARE, used).perform();
    }

    /** Whichever comes first: nobody is left with a share that is gone. */
    @Test
    void isClosedByOneThreadWhileAnotherBeginsToUseIt() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int i = 0; i < 500; i++) {
            Share closing = new Share(LockData.DNS);
            Thread closer = Thread.ofPlatform().start(() -> {
                await(start);
                closing.close();
            });
            await(start);
            try {
                easy.set(SHARE, closing).unset(SHARE);
            } catch (IllegalStateException closed) {
                assertEquals("this Share is closed", closed.getMessage());
            }
            closer.join();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
