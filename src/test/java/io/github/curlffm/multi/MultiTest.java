package io.github.curlffm.multi;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.FAILONERROR;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiCode;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MultiTest {

    private final HttpPeer peer = new HttpPeer(exchange -> {
        String path = exchange.getRequestURI().getPath();
        HttpPeer.answer(exchange, path.startsWith("/missing") ? 404 : 200, "this is " + path);
    });
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();

    private Easy get(String path) {
        return transfers.get(peer.url(path));
    }

    @Test
    void sixtyFourTransfersAtOnceWithPoll() throws Exception {
        for (int i = 0; i < 64; i++) {
            multi.add(get("/" + i));
        }
        Transfers.perform(multi);
        List<Message> messages = multi.messages();
        assertEquals(64, messages.size());
        for (Message message : messages) {
            message.orThrow();
            assertEquals(CurlCode.OK, message.code());
            assertNull(message.failure());
            assertNull(message.thrown());
        }
        for (int i = 0; i < 64; i++) {
            Easy easy = transfers.easies().get(i);
            assertEquals("this is /" + i, transfers.body(easy));
            assertEquals(200L, easy.get(RESPONSE_CODE));
        }
        assertEquals(List.of(), multi.messages(), "a message is read once");
    }

    @Test
    void aFailureComesWithItsCodeAndLibcurlsWords() throws Exception {
        Easy failing = get("/missing").set(FAILONERROR, true);
        Message message = Transfers.performOne(multi.add(failing));
        assertSame(failing, message.easy());
        assertEquals(CurlCode.HTTP_RETURNED_ERROR, message.code());
        assertNull(message.thrown());
        CurlException e = assertThrows(CurlException.class, message::orThrow);
        assertSame(message.failure(), e);
        assertTrue(e.getMessage().contains("404"), e::toString);
    }

    @Test
    void anExceptionEndsOnlyItsTransferAndComesWithTheMessage() throws Exception {
        for (Throwable thrown : List.of(
                new IllegalArgumentException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            StackTraceElement[] stack = thrown.getStackTrace();
            Easy throwing = get("/throwing").set(WRITEFUNCTION, throwing(thrown));
            Easy fine = get("/fine");
            multi.add(throwing).add(fine);
            Transfers.perform(multi);
            List<Message> messages = multi.messages();
            assertEquals(2, messages.size());
            for (Message message : messages) {
                if (message.easy() == fine) {
                    message.orThrow();
                } else {
                    assertSame(throwing, message.easy());
                    assertEquals(CurlCode.WRITE_ERROR, message.code());
                    assertSame(thrown, message.thrown());
                    assertEquals(List.of(stack), List.of(thrown.getStackTrace()));
                    assertInstanceOf(CallbackException.class, message.failure());
                    assertSame(
                            thrown instanceof Error ? thrown : message.failure(),
                            assertThrows(Throwable.class, message::orThrow));
                }
            }
            assertEquals("this is /fine", transfers.body(fine));
            multi.remove(throwing).remove(fine);
            transfers.stillPerforms(throwing, peer.url("/again"), "this is /again");
        }
    }

    private static WriteCallback throwing(Throwable thrown) {
        return data -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        };
    }

    @Test
    void anExceptionThatNoMessageToldOfSurfacesFromRemove() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy easy = get("/").set(WRITEFUNCTION, throwing(thrown));
        Transfers.perform(multi.add(easy));
        CurlMultiException e = assertThrows(CurlMultiException.class, () -> multi.remove(easy));
        assertSame(thrown, e.getCause());
        assertEquals(List.of(), multi.handles());
        transfers.stillPerforms(easy, peer.url("/again"), "this is /again");
    }

    @Test
    void anExceptionThatNoMessageToldOfSurfacesFromTheCloseOfTheHandle() throws Exception {
        IOException thrown = new IOException("thrown");
        Easy easy = get("/").set(WRITEFUNCTION, throwing(thrown));
        Transfers.perform(multi.add(easy));
        UncheckedIOException e = assertThrows(UncheckedIOException.class, easy::close);
        assertSame(thrown, e.getCause().getCause());
        assertEquals(List.of(), multi.handles());
    }

    @Test
    void exceptionsThatNoMessageToldOfSurfaceFromTheCloseOfTheMulti() throws Exception {
        IOException first = new IOException("first");
        AssertionError second = new AssertionError("second");
        multi.add(get("/").set(WRITEFUNCTION, throwing(first))).add(get("/").set(WRITEFUNCTION, throwing(second)));
        Transfers.perform(multi);
        UncheckedIOException e = assertThrows(UncheckedIOException.class, multi::close);
        assertSame(first, e.getCause().getCause());
        assertEquals(List.of(second), List.of(first.getSuppressed()));
        assertDoesNotThrow(multi::close);
    }

    @Test
    void anErrorSurfacesFromTheCloseOfTheMultiAsItIs() throws Exception {
        AssertionError error = new AssertionError("error");
        Transfers.perform(multi.add(get("/").set(WRITEFUNCTION, throwing(error))));
        assertSame(error, assertThrows(AssertionError.class, multi::close));
    }

    @Test
    void aHandleCanBeAddedAgainAfterItsTransfer() throws Exception {
        Easy easy = get("/first");
        assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
        multi.remove(easy);
        easy.set(URL, peer.url("/second"));
        assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
        assertEquals("this is /firstthis is /second", transfers.body(easy));
    }

    @Test
    void aMessageThatWasNotReadGoesWithItsHandle() throws Exception {
        Easy easy = get("/");
        Transfers.perform(multi.add(easy));
        multi.remove(easy);
        assertEquals(List.of(), multi.messages());
    }

    @Test
    void addingTwiceIsRefused() throws Exception {
        Easy easy = get("/");
        multi.add(easy);
        refusesAsAddedAlready(multi, easy);
        try (Multi other = new Multi()) {
            refusesAsAddedAlready(other, easy);
            assertEquals(List.of(), other.handles());
        }
        assertEquals(CurlCode.OK, Transfers.performOne(multi).code());
    }

    private static void refusesAsAddedAlready(Multi multi, Easy easy) {
        CurlMultiException e = assertThrows(CurlMultiException.class, () -> multi.add(easy));
        assertEquals(CurlMultiCode.ADDED_ALREADY, e.code());
        assertTrue(e.getMessage().contains("remove it first"), e::getMessage);
        assertTrue(e.getMessage().contains("curl_multi_add_handle"), e::toString);
    }

    @Test
    void addingAClosedHandleIsRefused() {
        Easy easy = get("/");
        easy.close();
        assertThrows(IllegalStateException.class, () -> multi.add(easy));
        assertEquals(List.of(), multi.handles());
    }

    @Test
    void removingWhatIsNotThereIsRefused() throws Exception {
        Easy nowhere = get("/");
        assertThrows(IllegalArgumentException.class, () -> multi.remove(nowhere));
        try (Multi other = new Multi()) {
            other.add(nowhere);
            assertThrows(IllegalArgumentException.class, () -> multi.remove(nowhere));
            assertEquals(List.of(nowhere), other.handles());
        }
        nowhere.close();
        assertSame(multi, multi.remove(nowhere), "closing has removed it from wherever it was");
    }

    @Test
    void whatAMultiHasIsNotPerformedOrResetByItself() throws Exception {
        Easy easy = get("/");
        multi.add(easy);
        assertThrows(IllegalStateException.class, easy::perform);
        assertThrows(IllegalStateException.class, easy::reset);
        multi.perform();
        assertThrows(IllegalStateException.class, easy::perform);
        assertThrows(IllegalStateException.class, easy::reset);
        assertEquals(CurlCode.OK, Transfers.performOne(multi).code());
        multi.remove(easy);
        transfers.stillPerforms(easy.reset(), peer.url("/again"), "this is /again");
    }

    @Test
    void handlesComeInTheOrderInWhichTheyWereAdded() throws Exception {
        Easy first = get("/1");
        Easy second = get("/2");
        Easy third = get("/3");
        multi.add(first).add(second).add(third);
        assertEquals(List.of(first, second, third), multi.handles());
        multi.remove(second);
        assertEquals(List.of(first, third), multi.handles());
        first.close();
        assertEquals(List.of(third), multi.handles());
    }

    @Test
    void timeoutSaysWhenToPerform() throws Exception {
        assertNull(multi.timeout(), "nothing to do");
        multi.add(get("/"));
        assertEquals(Duration.ZERO, multi.timeout());
        Transfers.perform(multi);
    }

    @Test
    void anEmptyMultiHasNothingToDo() throws Exception {
        assertEquals(0, multi.perform());
        assertEquals(0, multi.poll(Duration.ZERO));
        assertEquals(0, multi.waitFor(Duration.ZERO));
        assertEquals(0, multi.socketActionTimeout());
        assertEquals(List.of(), multi.messages());
        assertEquals(List.of(), multi.handles());
    }

    @Test
    void headersAndInfosAreAskedOfTheHandleWhileItIsInTheMulti() throws Exception {
        StringBuilder status = new StringBuilder();
        Easy easy = get("/missing").set(HEADERFUNCTION, line -> {
            if (status.isEmpty()) {
                status.append(new String(line).strip());
            }
        });
        assertEquals(CurlCode.OK, Transfers.performOne(multi.add(easy)).code());
        assertEquals("HTTP/1.1 404 Not Found", status.toString());
        assertEquals(404L, easy.get(RESPONSE_CODE));
    }

    @Test
    void aClosedMultiRefusesEverything() {
        multi.close();
        Easy easy = get("/");
        for (org.junit.jupiter.api.function.Executable call : List.<org.junit.jupiter.api.function.Executable>of(
                () -> multi.add(easy),
                multi::perform,
                () -> multi.poll(Duration.ZERO),
                () -> multi.waitFor(Duration.ZERO),
                multi::wakeup,
                multi::timeout,
                multi::messages,
                multi::handles,
                multi::socketActionTimeout,
                () -> multi.assign(0, this))) {
            IllegalStateException e = assertThrows(IllegalStateException.class, call);
            assertEquals("this Multi is closed", e.getMessage());
        }
        assertTrue(multi.toString().endsWith("(closed)"), multi::toString);
        multi.close();
    }

    @Test
    void aNegativeTimeIsRefusedAndALongOneIsCut() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> multi.poll(Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> multi.waitFor(Duration.ofNanos(-1)));
        multi.wakeup();
        assertEquals(0, multi.poll(Duration.ofSeconds(Long.MAX_VALUE)));
    }
}
