package io.github.curlffm.multi;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.MultiOption.MAXCONNECTS;
import static io.github.curlffm.option.MultiOption.SOCKETFUNCTION;
import static io.github.curlffm.option.MultiOption.TIMERFUNCTION;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.curlffm.CurlMultiException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.Multi.SocketEvent;
import io.github.curlffm.Share;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.SocketLoop;
import io.github.curlffm.testing.Transfers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What comes of calling the multi or its handles from inside their callbacks. */
class MultiFromInsideTest {

    private static final String DONE = "done";
    private static final String ILLEGAL_STATE = "IllegalStateException";
    private static final String RECURSIVE = "RECURSIVE_API_CALL";

    private final HttpPeer peer = HttpPeer.answering("hello");
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();
    private final SocketLoop loop = new SocketLoop(multi);
    private final Easy easy = transfers.get(peer.url("/"));
    private final Easy sibling = transfers.get(peer.url("/"));
    private final Easy outsider = transfers.get(peer.url("/"));
    private final Map<String, String> outcomes = new TreeMap<>();
    private final List<Message> messages = new ArrayList<>();

    /** The body of a callback: calls everything, the first time. */
    private void callEverything() {
        if (outcomes.isEmpty()) {
            calls().forEach((name, call) -> outcomes.put(name, outcome(call)));
        }
    }

    private Map<String, Executable> calls() {
        Map<String, Executable> calls = new LinkedHashMap<>();
        calls.put("multi.perform", multi::perform);
        calls.put("multi.poll", () -> multi.poll(Duration.ZERO));
        calls.put("multi.waitFor", () -> multi.waitFor(Duration.ZERO));
        calls.put("multi.socketAction", () -> multi.socketAction(0, Set.of(SocketEvent.IN)));
        calls.put("multi.socketActionTimeout", multi::socketActionTimeout);
        calls.put("multi.close", multi::close);
        calls.put("multi.add", () -> multi.add(outsider));
        calls.put("multi.remove", () -> multi.remove(easy));
        calls.put("multi.remove sibling", () -> multi.remove(sibling));
        calls.put("multi.handles", multi::handles);
        calls.put("multi.messages", () -> messages.addAll(multi.messages()));
        calls.put("multi.wakeup", multi::wakeup);
        calls.put("multi.set callback", () -> multi.set(SOCKETFUNCTION, loop::socket));
        calls.put("easy.set", () -> easy.set(TIMEOUT_MS, 50_000));
        calls.put("easy.get", () -> easy.get(RESPONSE_CODE));
        calls.put("easy.perform", easy::perform);
        calls.put("easy.reset", easy::reset);
        calls.put("easy.close", easy::close);
        calls.put("easy.duplicate", () -> easy.duplicate().close());
        calls.put("sibling.set", () -> sibling.set(TIMEOUT_MS, 50_000));
        calls.put("sibling.close", sibling::close);
        calls.put("outsider.perform", outsider::perform);
        return calls;
    }

    private static String outcome(Executable call) {
        try {
            call.execute();
            return DONE;
        } catch (CurlMultiException e) {
            return e.code().name();
        } catch (Throwable e) {
            return e.getClass().getSimpleName();
        }
    }

    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        for (String name : Set.of(
                "multi.perform",
                "multi.poll",
                "multi.waitFor",
                "multi.socketAction",
                "multi.socketActionTimeout",
                "multi.close",
                "easy.perform",
                "easy.reset",
                "easy.close",
                "sibling.close")) {
            expected.put(name, ILLEGAL_STATE);
        }
        for (String name : Set.of("multi.add", "multi.remove", "multi.remove sibling")) {
            expected.put(name, RECURSIVE);
        }
        for (String name : Set.of(
                "multi.handles",
                "multi.messages",
                "multi.wakeup",
                "multi.set callback",
                "easy.set",
                "easy.get",
                "easy.duplicate",
                "sibling.set",
                "outsider.perform")) {
            expected.put(name, DONE);
        }
        return expected;
    }

    private void checkTransfers() throws Exception {
        multi.add(easy).add(sibling);
        loop.run();
        assertEquals(expected(), outcomes);
        messages.addAll(multi.messages());
        assertEquals(2, messages.size(), messages::toString);
        assertEquals("hello", transfers.body(sibling));
        multi.add(outsider);
        loop.run();
        Transfers.onlyMessage(multi).orThrow();
    }

    @Test
    void fromACallbackOfAHandle() throws Exception {
        easy.set(WRITEFUNCTION, data -> callEverything());
        checkTransfers();
    }

    @Test
    void fromTheSocketFunction() throws Exception {
        multi.set(SOCKETFUNCTION, (handle, socket, what, attachment) -> {
            callEverything();
            loop.socket(handle, socket, what, attachment);
        });
        checkTransfers();
    }

    @Test
    void fromTheTimerFunction() throws Exception {
        multi.set(TIMERFUNCTION, ms -> {
            if (multi.handles().size() == 2) {
                callEverything();
            }
            loop.timer(ms);
        });
        checkTransfers();
    }

    /** Where libcurl itself would not notice. */
    @Test
    void fromTheLockFunctionOfAShare() throws Exception {
        try (Share share = new Share(LockData.COOKIE)) {
            share.set(ShareOption.LOCKFUNC, (data, access) -> {
                if (multi.handles().size() == 2) {
                    callEverything();
                }
            });
            easy.set(SHARE, share).set(COOKIEFILE, "");
            checkTransfers();
            easy.close();
        }
    }

    @Test
    void optionsOtherThanCallbacksAreRefusedByLibcurl() throws Exception {
        String[] outcome = new String[3];
        easy.set(WRITEFUNCTION, data -> {
            outcome[0] = refusal(() -> multi.set(MAXCONNECTS, 3));
            outcome[1] = refusal(() -> multi.unset(MAXCONNECTS));
            outcome[2] = outcome(multi::timeout);
        });
        Transfers.performOne(multi.add(easy)).orThrow();
        for (String each : outcome) {
            assertEquals(RECURSIVE, each);
        }
    }

    private static String refusal(Executable call) {
        try {
            call.execute();
            return DONE;
        } catch (CurlOptionException e) {
            return e.getMessage().contains("[8]") ? RECURSIVE : e.toString();
        } catch (Throwable e) {
            return e.toString();
        }
    }

    @Test
    void messagesOfOtherTransfersAreNotLost() throws Exception {
        easy.set(WRITEFUNCTION, data -> assertFalse(multi.handles().isEmpty()));
        multi.add(sibling);
        loop.run();
        int[] read = {0};
        easy.set(WRITEFUNCTION, data -> {
            read[0] += multi.messages().size();
        });
        multi.add(easy);
        loop.run();
        assertEquals(2, read[0] + multi.messages().size());
    }

    @Test
    void aTransferIsPausedFromInside() throws Exception {
        String big = "x".repeat(1_000_000);
        StringBuilder body = new StringBuilder();
        try (HttpPeer bigPeer = HttpPeer.answering(big)) {
            easy.set(URL, bigPeer.url("/")).set(WRITEFUNCTION, (WriteCallback) data -> {
                if (body.isEmpty()) {
                    easy.pause();
                }
                body.append(new String(data));
                return data.length;
            });
            multi.add(easy).add(sibling);
            Transfers.performUntil(
                    multi, () -> !body.isEmpty() && transfers.body(sibling).equals("hello"));
            assertEquals(sibling, Transfers.onlyMessage(multi).easy());
            easy.resume();
            Transfers.performOne(multi).orThrow();
        }
        assertEquals(big, body.toString());
    }
}
