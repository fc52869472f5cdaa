package io.github.curlffm.multi;

import static io.github.curlffm.option.MultiOption.MAXCONNECTS;
import static io.github.curlffm.option.MultiOption.NOTIFYFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.SocketLoop;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyCallbackTest {

    private record Call(Notification notification, Easy easy) {}

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();
    private final List<Call> calls = new ArrayList<>();

    @BeforeEach
    void needsIt() {
        Needs.libcurl("8.17.0");
    }

    private Easy get() {
        return transfers.get(peer.url("/"));
    }

    private void record(Notification notification, Easy easy) {
        calls.add(new Call(notification, easy));
    }

    @Test
    void easyDoneComesWithTheTransfer() throws Exception {
        multi.set(NOTIFYFUNCTION, this::record).notifyEnable(Notification.EASY_DONE);
        Easy first = get();
        Easy second = get();
        multi.add(first).add(second);
        Transfers.perform(multi);
        assertEquals(
                Set.of(new Call(Notification.EASY_DONE, first), new Call(Notification.EASY_DONE, second)),
                Set.copyOf(calls));
        assertEquals(2, calls.size());
    }

    @Test
    void easyDoneComesWithSocketActionToo() throws Exception {
        try (SocketLoop loop = new SocketLoop(multi)) {
            Easy easy = get();
            multi.set(NOTIFYFUNCTION, this::record)
                    .notifyEnable(Notification.EASY_DONE)
                    .add(easy);
            loop.run();
            assertEquals(List.of(new Call(Notification.EASY_DONE, easy)), calls);
            multi.close();
        }
    }

    @Test
    void infoReadComesWithoutATransferWhenThereAreMessagesAndWereNone() throws Exception {
        List<Message> messages = new ArrayList<>();
        multi.set(NOTIFYFUNCTION, (notification, easy) -> {
            record(notification, easy);
            messages.addAll(multi.messages());
        });
        multi.notifyEnable(Notification.INFO_READ);
        for (int i = 0; i < 8; i++) {
            multi.add(get());
        }
        Transfers.perform(multi);
        assertEquals(8, messages.size());
        assertTrue(!calls.isEmpty() && calls.size() <= 8, calls::toString);
        assertEquals(Set.of(new Call(Notification.INFO_READ, null)), Set.copyOf(calls));
    }

    @Test
    void whatIsNotEnabledOrIsDisabledDoesNotCome() throws Exception {
        multi.set(NOTIFYFUNCTION, this::record);
        Transfers.performOne(multi.add(get())).orThrow();
        assertEquals(List.of(), calls);
        multi.notifyEnable(Notification.INFO_READ).notifyEnable(Notification.EASY_DONE);
        multi.notifyDisable(Notification.INFO_READ);
        Transfers.performOne(multi.add(get())).orThrow();
        assertEquals(
                Set.of(Notification.EASY_DONE),
                calls.stream().map(Call::notification).collect(Collectors.toSet()));
    }

    @Test
    void handlesAreRemovedClosedAndAddedFromInside() throws Exception {
        List<Easy> waiting = new ArrayList<>(List.of(get(), get(), get(), get()));
        List<Easy> done = new ArrayList<>();
        multi.set(NOTIFYFUNCTION, (notification, easy) -> {
            multi.messages().getFirst().orThrow();
            multi.remove(easy);
            done.add(easy);
            if (!waiting.isEmpty()) {
                multi.add(waiting.removeFirst()).set(MAXCONNECTS, 3);
            }
            assertEquals("hello", transfers.body(easy));
            easy.close();
        });
        multi.notifyEnable(Notification.EASY_DONE).add(waiting.removeFirst());
        Transfers.performUntil(multi, () -> done.size() == 4);
        assertEquals(List.of(), multi.handles());
        assertEquals(0, multi.perform());
    }

    @Test
    void whatDrivesTheMultiIsRefusedFromInside() throws Exception {
        multi.set(NOTIFYFUNCTION, (notification, easy) -> {
            assertThrows(IllegalStateException.class, multi::perform);
            assertThrows(IllegalStateException.class, multi::socketActionTimeout);
            assertThrows(IllegalStateException.class, () -> multi.poll(Duration.ZERO));
            assertThrows(IllegalStateException.class, multi::close);
            assertThrows(IllegalStateException.class, easy::close);
            assertThrows(IllegalStateException.class, easy::perform);
            record(notification, easy);
        });
        multi.notifyEnable(Notification.EASY_DONE);
        Transfers.performOne(multi.add(get())).orThrow();
        assertEquals(1, calls.size());
    }

    @Test
    void whatItThrowsSurfacesFromPerformAndWhatElseThereIsToTellIsTold() throws Exception {
        for (Throwable thrown : List.of(
                new IllegalArgumentException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            StackTraceElement[] stack = thrown.getStackTrace();
            calls.clear();
            multi.set(NOTIFYFUNCTION, (notification, easy) -> {
                record(notification, easy);
                if (calls.size() == 1) {
                    throwAsItIs(thrown);
                }
            });
            Easy first = get();
            Easy second = get();
            multi.notifyEnable(Notification.EASY_DONE).add(first).add(second);
            Throwable surfaced = assertThrows(Throwable.class, () -> Transfers.perform(multi));
            assertSame(thrown, surfaced instanceof CurlMultiException ? surfaced.getCause() : surfaced);
            assertEquals(thrown instanceof Error, surfaced instanceof Error);
            assertEquals(List.of(stack), List.of(thrown.getStackTrace()));
            Transfers.perform(multi);
            assertEquals(Set.of(first, second), calls.stream().map(Call::easy).collect(Collectors.toSet()));
            for (Message message : multi.messages()) {
                message.orThrow();
                assertNull(message.thrown());
            }
            multi.remove(first).remove(second);
        }
    }

    private static void throwAsItIs(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    @Test
    void isReplacedAndTakenAwayFromInsideItself() throws Exception {
        multi.set(
                NOTIFYFUNCTION,
                (notification, easy) -> multi.set(NOTIFYFUNCTION, (NotifyCallback) (n, e) -> {
                    record(n, e);
                    multi.unset(NOTIFYFUNCTION);
                }));
        multi.notifyEnable(Notification.EASY_DONE);
        Easy easy = get();
        for (int i = 0; i < 4; i++) {
            Transfers.performOne(multi.add(easy.set(URL, peer.url("/")))).orThrow();
            multi.remove(easy);
        }
        assertEquals(List.of(new Call(Notification.EASY_DONE, easy)), calls);
    }

    @Test
    void isNotCalledOnceItIsUnset() throws Exception {
        multi.set(NOTIFYFUNCTION, this::record).notifyEnable(Notification.EASY_DONE);
        multi.unset(NOTIFYFUNCTION);
        Transfers.performOne(multi.add(get())).orThrow();
        assertEquals(List.of(), calls);
    }
}
