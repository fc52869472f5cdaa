package io.github.curlffm.multi;

import static io.github.curlffm.option.Info.EFFECTIVE_URL;
import static io.github.curlffm.option.Info.NUM_CONNECTS;
import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.MultiOption.PUSHFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.HTTP_VERSION;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlMultiCode;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushCallback.Result;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.Http2Peer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushCallbackTest {

    private record Call(Easy parent, Easy pushed, PushHeaders headers) {}

    private Http2Peer peer;
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();
    private final List<Call> calls = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Needs.feature("HTTP2");
        Needs.libcurl("8.1.0", "crash on what is pushed");
        peer = new Http2Peer("/a", "/b");
    }

    private Easy parent() {
        return overHttp2(transfers.get(peer.url("/")));
    }

    private static Easy overHttp2(Easy easy) {
        return easy.set(HTTP_VERSION, HttpVersion.HTTP_2_PRIOR_KNOWLEDGE);
    }

    private PushCallback recording(Result result) {
        return (parent, pushed, headers) -> {
            calls.add(new Call(parent, pushed, headers));
            return result;
        };
    }

    /** Performs until there is nothing more to do; {@return the results by handle} */
    private Map<Easy, Message> perform() throws CurlMultiException {
        Transfers.perform(multi);
        Map<Easy, Message> results = new HashMap<>();
        multi.messages().forEach(message -> assertNull(results.put(message.easy(), message)));
        return results;
    }

    @Test
    void anAcceptedStreamIsATransferOfTheMulti() throws Exception {
        Easy parent = parent();
        multi.set(PUSHFUNCTION, (from, pushed, headers) -> {
            transfers.keepBody(pushed);
            return recording(Result.OK).push(from, pushed, headers);
        });
        multi.add(parent);
        Map<Easy, Message> results = perform();
        assertEquals(2, calls.size());
        assertEquals(3, results.size());
        assertEquals("this is /", transfers.body(parent));
        for (Call call : calls) {
            assertSame(parent, call.parent);
            results.get(call.pushed).orThrow();
            String path = call.headers.get(":path");
            assertEquals("this is " + path, transfers.body(call.pushed));
            assertEquals(200L, call.pushed.get(RESPONSE_CODE));
            assertEquals(peer.url(path), call.pushed.get(EFFECTIVE_URL));
        }
        assertEquals(List.of(parent, calls.get(0).pushed, calls.get(1).pushed), multi.handles());
        calls.forEach(call -> call.pushed.close());
        assertEquals(List.of(parent), multi.handles());
    }

    @Test
    void headersAreThoseOfTheRequestThatIsAnswered() throws Exception {
        multi.set(PUSHFUNCTION, recording(Result.DENY)).add(parent());
        perform();
        PushHeaders headers = calls.getFirst().headers;
        assertEquals("GET", headers.get(":method"));
        assertEquals("http", headers.get(":scheme"));
        assertEquals("/a", headers.get(":path"));
        assertEquals(peer.url("").substring("http://".length()), headers.get(":authority"));
        assertEquals("yes", headers.get("x-pushed"));
        assertNull(headers.get("x-other"));
        assertTrue(headers.lines().contains("x-pushed:yes"), headers::toString);
    }

    @Test
    void aPushedHandleHasTheCallbacksOfItsParentUntilItIsGivenItsOwn() throws Exception {
        Easy parent = parent();
        multi.set(PUSHFUNCTION, recording(Result.OK)).add(parent);
        perform();
        assertTrue(transfers.body(parent).contains("this is /a"), transfers.body(parent));
        assertTrue(transfers.body(parent).contains("this is /b"), transfers.body(parent));
        calls.forEach(call -> call.pushed.close());
    }

    /** libcurl 8.23 and later copy no options from the parent. */
    private void performsAgain(Easy pushed) throws Exception {
        transfers.stillPerforms(overHttp2(pushed), peer.url("/later"), "this is /later");
    }

    @Test
    void aPushedHandleIsUsedAgainAsAnyOther() throws Exception {
        multi.set(PUSHFUNCTION, recording(Result.OK)).add(parent());
        perform();
        for (Call call : calls) {
            multi.remove(call.pushed);
            performsAgain(call.pushed);
            call.pushed.close();
        }
    }

    @Test
    void aPushedHandleMayOutliveTheMultiAndItsParent() throws Exception {
        multi.set(PUSHFUNCTION, recording(Result.OK)).add(parent());
        perform();
        transfers.close();
        multi.close();
        for (Call call : calls) {
            performsAgain(call.pushed);
            call.pushed.close();
        }
    }

    @Test
    void aPushedHandleSharesWhatItsParentShares() throws Exception {
        Share share = new Share(LockData.CONNECT, LockData.COOKIE);
        Easy parent = parent().set(SHARE, share);
        multi.set(PUSHFUNCTION, recording(Result.OK)).add(parent);
        share.close();
        perform();
        parent.close();
        Easy pushed = calls.getFirst().pushed;
        multi.remove(pushed);
        performsAgain(pushed);
        assertEquals(0L, pushed.get(NUM_CONNECTS), "new connections");
        calls.forEach(call -> call.pushed.close());
    }

    @Test
    void aStreamInFlightEndsWithItsHandle() throws Exception {
        multi.set(PUSHFUNCTION, recording(Result.OK)).add(parent());
        Transfers.performUntil(multi, () -> !calls.isEmpty());
        calls.forEach(call -> call.pushed.close());
        assertEquals(List.of(transfers.easies().getFirst()), multi.handles());
        Transfers.perform(multi);
        calls.forEach(call -> call.pushed.close());
    }

    @Test
    void denyAndNullRefuseTheStreamAndTheParentGoesOn() throws Exception {
        for (Result result : new Result[] {Result.DENY, null}) {
            int before = Registry.size();
            Easy parent = parent();
            multi.set(PUSHFUNCTION, recording(result)).add(parent);
            Map<Easy, Message> results = perform();
            assertEquals(1, results.size());
            results.get(parent).orThrow();
            assertEquals("this is /", transfers.body(parent));
            assertEquals(2, calls.size());
            for (Call call : calls) {
                isGone(call.pushed);
            }
            calls.clear();
            parent.close();
            assertEquals(before, Registry.size());
        }
    }

    private static void isGone(Easy pushed) {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> pushed.get(RESPONSE_CODE));
        assertEquals("this Easy is closed", e.getMessage());
        pushed.close();
    }

    /** From 8.1.0 on libcurl forgets the answer on the way, and takes it for DENY. */
    @Test
    void errorOutRefusesTheStream() throws Exception {
        Easy parent = parent();
        multi.set(PUSHFUNCTION, recording(Result.ERROROUT)).add(parent);
        Map<Easy, Message> results = perform();
        assertEquals(1, results.size());
        assertEquals(CurlCode.OK, results.get(parent).code());
        calls.forEach(call -> isGone(call.pushed));
    }

    @Test
    void whatItThrowsRefusesTheStreamAndSurfacesFromPerform() throws Exception {
        for (Throwable thrown : List.of(
                new IllegalArgumentException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            StackTraceElement[] stack = thrown.getStackTrace();
            Easy parent = parent();
            multi.set(TIMERFUNCTION, ms -> {}).set(PUSHFUNCTION, (from, pushed, headers) -> {
                recording(null).push(from, pushed, headers);
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            });
            multi.add(parent);
            int surfaced = 0;
            while (multi.handles().size() == 1 && surfaced < 2) { // the two streams may come in one call, or in two
                try {
                    Transfers.perform(multi);
                    break;
                } catch (CurlMultiException e) {
                    assertSame(thrown, e.getCause());
                    surfaced++;
                } catch (AssertionError e) {
                    assertSame(thrown, e);
                    surfaced++;
                }
            }
            assertTrue(surfaced > 0, "nothing surfaced");
            assertEquals(List.of(stack), List.of(thrown.getStackTrace()));
            calls.forEach(call -> isGone(call.pushed));
            calls.clear();
            Message message = perform().get(parent);
            assertEquals(CurlCode.OK, message.code());
            assertNull(message.thrown());
            parent.close();
        }
    }

    @Test
    void aPushedHandleIsTheMultisWhileItIsDecidedAbout() throws Exception {
        List<Throwable> refusals = new ArrayList<>();
        try (Multi other = new Multi()) {
            multi.set(PUSHFUNCTION, (parent, pushed, headers) -> {
                refusals.add(assertThrows(CurlMultiException.class, () -> other.add(pushed)));
                refusals.add(assertThrows(CurlMultiException.class, () -> multi.add(pushed)));
                assertThrows(IllegalArgumentException.class, () -> multi.remove(pushed));
                assertThrows(CurlMultiException.class, () -> multi.remove(parent));
                assertThrows(IllegalStateException.class, pushed::perform);
                assertThrows(IllegalStateException.class, pushed::close);
                assertThrows(IllegalStateException.class, parent::close);
                assertThrows(IllegalStateException.class, multi::perform);
                assertEquals(peer.url(headers.get(":path")), pushed.get(EFFECTIVE_URL));
                return recording(Result.OK).push(parent, pushed, headers);
            });
            multi.add(parent());
            assertEquals(3, perform().size());
        }
        assertEquals(
                List.of(
                        CurlMultiCode.ADDED_ALREADY,
                        CurlMultiCode.RECURSIVE_API_CALL,
                        CurlMultiCode.ADDED_ALREADY,
                        CurlMultiCode.RECURSIVE_API_CALL),
                refusals.stream().map(e -> ((CurlMultiException) e).code()).toList());
        calls.forEach(call -> call.pushed.close());
    }

    @Test
    void aTimerFunctionThatThrowsDoesNotHarmAnAcceptedStream() throws Exception {
        IOException thrown = new IOException("thrown");
        multi.add(parent()).set(PUSHFUNCTION, recording(Result.OK)).set(TIMERFUNCTION, ms -> {
            if (!calls.isEmpty()) {
                throw thrown;
            }
        });
        int surfaced = 0;
        for (int running = 1; running > 0; ) {
            try {
                running = multi.perform();
                multi.poll(running > 0 ? Transfers.LONG : Duration.ZERO);
            } catch (CurlMultiException e) {
                assertSame(thrown, e.getCause());
                surfaced++;
            }
        }
        assertEquals(3, multi.messages().size());
        assertTrue(surfaced > 0, "the TIMERFUNCTION did not throw");
        multi.unset(TIMERFUNCTION);
        calls.forEach(call -> call.pushed.close());
    }

    @Test
    void withoutItNothingIsPushed() throws Exception {
        multi.set(PUSHFUNCTION, recording(Result.OK)).unset(PUSHFUNCTION).add(parent());
        assertEquals(1, perform().size());
        assertEquals(0, peer.pushes(), "libcurl has not told the server that it takes no pushes");
        assertEquals(List.of(), calls);
    }

    @Test
    void isReplacedAndTakenAwayFromInsideItself() throws Exception {
        multi.set(PUSHFUNCTION, (parent, pushed, headers) -> {
            multi.set(PUSHFUNCTION, (parent2, pushed2, headers2) -> {
                multi.unset(PUSHFUNCTION);
                return recording(Result.DENY).push(parent2, pushed2, headers2);
            });
            return Result.DENY;
        });
        Easy parent = parent();
        multi.add(parent);
        perform().get(parent).orThrow();
        assertEquals(1, calls.size());
        assertEquals("/b", calls.getFirst().headers.get(":path"));
        multi.remove(parent);
        perform();
        multi.add(parent.set(URL, peer.url("/")).set(WRITEFUNCTION, data -> {}));
        perform().get(parent).orThrow();
        assertEquals(1, calls.size());
    }

    @Test
    void aThousandPushesLeaveNothing() throws Exception {
        int before = Registry.size();
        for (int i = 0; i < 500; i++) {
            Result result = Result.values()[i % 2];
            calls.clear();
            multi.set(PUSHFUNCTION, recording(result));
            try (Easy parent = parent()) {
                multi.add(parent);
                perform().get(parent).orThrow();
                assertEquals(2, calls.size());
                calls.forEach(call -> call.pushed.close());
            }
        }
        assertEquals(before, Registry.size());
    }

    private static byte[] frame(int type, int flags, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(type == 4 ? 0 : 1)
                .put(payload)
                .array();
    }

    /** {@return a push of {@code GET /} with a scheme that libcurl does not know, in HPACK} */
    private static byte[] pushOfNonsense(int stream, String authority) {
        byte[] name = authority.getBytes(StandardCharsets.US_ASCII);
        byte[] scheme = "nonsense".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + name.length + scheme.length)
                .putInt(stream)
                .put(new byte[] {(byte) 0x82, (byte) 0x84})
                .put(new byte[] {1, (byte) name.length})
                .put(name)
                .put(new byte[] {6, (byte) scheme.length})
                .put(scheme)
                .array();
    }

    /** For a stream that it cannot take libcurl copies the parent all the same, and frees the copy without asking. */
    @Test
    void aStreamThatLibcurlItselfRefusesLeavesTheParentsFormAsItIs(WireServer server) throws Exception {
        String text = "what is sent";
        server.serve(connection -> {
            connection.write(frame(4, 0));
            StringBuilder got = new StringBuilder();
            while (got.indexOf(text) < 0) {
                got.append((char) connection.in().read());
            }
            connection.write(frame(5, 4, pushOfNonsense(2, "127.0.0.1:" + server.port())));
            connection.write(frame(1, 4, (byte) 0x88)).write(frame(0, 1, (byte) '!'));
            connection.in().transferTo(OutputStream.nullOutputStream());
        });
        List<String> events = new ArrayList<>();
        Easy easy = overHttp2(transfers.get(server.url("http", "/"))).set(FRESH_CONNECT, true);
        try (Mime form = new Mime(easy)) {
            ReadCallback read = buffer -> {
                System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, buffer, 0, text.length());
                return text.length();
            };
            form.addPart()
                    .name("field")
                    .data(read, text.length(), (offset, origin) -> SeekCallback.Result.OK, () -> events.add("free"));
            easy.set(MIMEPOST, form);
            multi.set(PUSHFUNCTION, recording(Result.OK));
            for (int i = 0; i < 2; i++) {
                multi.add(easy);
                assertEquals(CurlCode.OK, perform().get(easy).code());
                multi.remove(easy);
                assertEquals(List.of(), events);
            }
            assertEquals(List.of(), calls);
            easy.unset(MIMEPOST);
        }
        assertEquals(List.of("free"), events);
    }
}
