package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.FORBID_REUSE;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Sockets;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Exploding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CloseSocketCallbackTest extends SocketContract<CloseSocketCallback> {

    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;

    private final List<Long> closed = new ArrayList<>();

    @Override
    public Option<CloseSocketCallback> option() {
        return CLOSESOCKETFUNCTION;
    }

    @Override
    public CloseSocketCallback harmless(Action action) {
        return socket -> {
            action.run();
            return CloseSocketCallback.Result.CLOSE;
        };
    }

    @Override
    public void prepare(Easy easy) {
        oneWay(easy);
    }

    /** A handle whose connection ends with the transfer. */
    private Easy oneWay(Easy easy) {
        return toPeer(easy).set(FORBID_REUSE, true);
    }

    private CloseSocketCallback recording(CloseSocketCallback.Result result) {
        return socket -> {
            closed.add(socket);
            return result;
        };
    }

    @Override
    @Test
    public void whatItThrowsReachesTheCallerAndItIsNotCalledAgain() throws Exception {
        super.whatItThrowsReachesTheCallerAndItIsNotCalledAgain();
        for (int i = 0; i < Exploding.KINDS; i++) {
            peer.awaitEnd();
        }
    }

    @Test
    void seesTheDescriptorThatWasOpened() throws Exception {
        List<Long> opened = new ArrayList<>();
        try (Easy easy = oneWay(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> {
                opened.add(socket);
                return null;
            });
            easy.set(CLOSESOCKETFUNCTION, recording(CloseSocketCallback.Result.CLOSE));
            easy.perform();
        }
        assertEquals(1, opened.size());
        assertEquals(opened, closed);
    }

    @Test
    void nullAndCloseCloseTheSocket() throws Exception {
        for (CloseSocketCallback.Result result :
                new CloseSocketCallback.Result[] {null, CloseSocketCallback.Result.CLOSE}) {
            try (Easy easy = oneWay(new Easy()).set(CLOSESOCKETFUNCTION, recording(result))) {
                easy.perform();
                peer.awaitEnd();
                assertThrows(IOException.class, () -> use(closed.getLast()));
            }
        }
        assertEquals(2, closed.size());
    }

    private static void use(long socket) throws IOException {
        Sockets.setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    }

    @Test
    void keepLeavesTheSocketToTheLambda() throws Exception {
        try (Easy easy = oneWay(new Easy()).set(CLOSESOCKETFUNCTION, recording(CloseSocketCallback.Result.KEEP))) {
            easy.perform();
        }
        use(closed.getFirst());
        Sockets.close(closed.getFirst());
        peer.awaitEnd();
    }

    @Test
    void keepIsForALambdaThatHasClosedTheSocketItself(Easy easy) throws Exception {
        oneWay(easy);
        easy.set(CLOSESOCKETFUNCTION, socket -> {
            Sockets.close(socket);
            return CloseSocketCallback.Result.KEEP;
        });
        easy.perform();
        peer.awaitEnd();
    }

    @Test
    void isCalledByCloseForAConnectionThatIsStillOpen() throws Exception {
        try (Easy easy = toPeer(new Easy())) {
            easy.set(CLOSESOCKETFUNCTION, recording(null));
            easy.perform();
            assertEquals(List.of(), closed);
        }
        assertEquals(1, closed.size());
        peer.awaitEnd();
    }

    @Test
    void exceptionsReachTheCallerOfClose() throws Exception {
        for (Exception thrown : List.of(new IOException("checked"), new IllegalStateException("unchecked"))) {
            Easy easy = toPeer(new Easy()).set(CLOSESOCKETFUNCTION, socket -> {
                throw thrown;
            });
            easy.perform();
            UncheckedIOException e = assertThrows(UncheckedIOException.class, easy::close);
            CallbackException held = assertInstanceOf(CallbackException.class, e.getCause());
            assertSame(thrown, held.getCause());
            peer.awaitEnd();
            easy.close();
        }
    }

    @Test
    void errorsReachTheCallerOfCloseAsTheyAre() throws Exception {
        AssertionError error = new AssertionError("error");
        Easy easy = toPeer(new Easy()).set(CLOSESOCKETFUNCTION, socket -> {
            throw error;
        });
        easy.perform();
        assertSame(error, assertThrows(AssertionError.class, easy::close));
        peer.awaitEnd();
    }

    @Test
    void isSkippedOnceAnotherCallbackThrewAndTheSocketIsClosedAllTheSame() throws Exception {
        try (Easy easy = oneWay(new Easy()).set(CLOSESOCKETFUNCTION, recording(CloseSocketCallback.Result.KEEP))) {
            easy.set(WRITEFUNCTION, body -> {
                throw new IOException("thrown");
            });
            assertThrows(CallbackException.class, easy::perform);
            peer.awaitEnd();
        }
        assertEquals(List.of(), closed);
    }

    /** libcurl copies the function into the connection, where neither unset nor reset reaches it. */
    @Test
    void takenAwayWhileAConnectionIsOpenTheSocketIsClosedAsUsual() throws Exception {
        for (Consumer<Easy> takeAway : List.<Consumer<Easy>>of(easy -> easy.unset(CLOSESOCKETFUNCTION), Easy::reset)) {
            try (Easy easy = toPeer(new Easy()).set(CLOSESOCKETFUNCTION, recording(null))) {
                easy.perform();
                takeAway.accept(easy);
            }
            peer.awaitEnd();
        }
        assertEquals(List.of(), closed);
    }

    @Test
    void isNotCalledForAConnectionThatIsOlderThanTheLambda() throws Exception {
        try (Easy easy = toPeer(new Easy())) {
            easy.perform();
            easy.set(CLOSESOCKETFUNCTION, recording(null));
        }
        peer.awaitEnd();
        assertEquals(List.of(), closed);
    }

    @Test
    void aConnectionThatOutlivesTheHandleIsClosedWithoutAsking() throws Exception {
        try (Multi multi = new Multi()) {
            try (Easy easy = toPeer(new Easy()).set(CLOSESOCKETFUNCTION, recording(null))) {
                perform(multi, easy);
            }
        }
        peer.awaitEnd();
        assertEquals(List.of(), closed);
    }

    @Test
    void isCalledByTheMultiThatClosesTheConnectionOfAnOpenHandle() throws Exception {
        try (Easy easy = toPeer(new Easy()).set(CLOSESOCKETFUNCTION, recording(null))) {
            try (Multi multi = new Multi()) {
                perform(multi, easy);
                multi.remove(easy);
                assertEquals(List.of(), closed);
            }
            assertEquals(1, closed.size());
        }
        peer.awaitEnd();
    }

    @Test
    void theMultiThatClosesTheConnectionTellsWhatItThrewAlsoIfTheHandleHasBeenInAnother() throws Exception {
        try (Easy easy = toPeer(new Easy())) {
            IllegalStateException thrown = new IllegalStateException("of the first");
            AtomicBoolean closesFirst = new AtomicBoolean();
            Multi first = new Multi();
            easy.set(CLOSESOCKETFUNCTION, socket -> {
                if (closesFirst.get()) {
                    throw thrown;
                }
                return null;
            });
            try (Multi second = new Multi()) {
                for (Multi each : List.of(first, second)) {
                    perform(each, easy);
                    each.remove(easy);
                }
            }
            closesFirst.set(true);
            UncheckedIOException told = assertThrows(UncheckedIOException.class, first::close);
            assertSame(thrown, told.getCause().getCause());
        }
    }

    @Test
    void isNotCalledInAThreadThatClosesTheMultiWhileTheHandleTransfersInAnother() throws Exception {
        try (Multi multi = new Multi();
                Easy easy = toPeer(new Easy())) {
            easy.set(CLOSESOCKETFUNCTION, socket -> {
                closed.add(socket);
                throw new IllegalStateException("of a transfer that has nothing to do with it");
            });
            perform(multi, easy);
            multi.remove(easy);
            easy.set(WRITEFUNCTION, body -> {
                Thread closing = new Thread(multi::close);
                closing.start();
                closing.join();
                assertTrue(multi.isClosed());
            });
            easy.perform();
            assertEquals(List.of(), closed);
            easy.unset(CLOSESOCKETFUNCTION);
        }
        peer.awaitEnd();
    }

    private static void perform(Multi multi, Easy easy) throws Exception {
        multi.add(easy);
        while (multi.perform() > 0) {
            multi.poll(Duration.ofSeconds(10));
        }
        assertEquals(200L, easy.get(Info.RESPONSE_CODE));
    }
}
