package io.github.curlffm.multi;

import static io.github.curlffm.option.Info.ACTIVESOCKET;
import static io.github.curlffm.option.Option.CONNECT_ONLY;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.MultiInfo;
import io.github.curlffm.WaitFd;
import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.internal.lib.NativeLibrary;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Waiting for other descriptors, and what a multi says about itself. */
class MultiWaitTest {

    @FunctionalInterface
    private interface Wait {
        int call(Duration timeout, WaitFd... others) throws Exception;
    }

    private final CountDownLatch speak = new CountDownLatch(1);
    private final WireServer speaking = new WireServer(connection -> {
        speak.await();
        connection.write("hello").readLine();
    });
    private final StallingPeer stalling = new StallingPeer();
    private final HttpPeer peer = HttpPeer.answering("hello");
    private final Transfers transfers = new Transfers();
    private final Multi multi = new Multi();
    private final Easy connection =
            new Easy().set(URL, speaking.url("http", "/")).set(CONNECT_ONLY, true);

    @Test
    void pollWaitsForOtherDescriptorsToo() throws Exception {
        waitsForOtherDescriptors(multi::poll);
    }

    @Test
    void waitForWaitsForOtherDescriptorsToo() throws Exception {
        waitsForOtherDescriptors(multi::waitFor);
    }

    private void waitsForOtherDescriptors(Wait wait) throws Exception {
        connection.perform();
        long socket = connection.get(ACTIVESOCKET);
        WaitFd reading = new WaitFd(socket, Set.of(WaitFd.Event.IN));
        WaitFd both = new WaitFd(socket, Set.of(WaitFd.Event.IN, WaitFd.Event.OUT));
        assertEquals(socket, reading.fd());
        assertEquals(Set.of(WaitFd.Event.IN), reading.events());

        assertEquals(0, wait.call(Duration.ofMillis(1), reading));
        assertEquals(Set.of(), reading.happened());
        assertEquals(1, wait.call(Transfers.LONG, reading, both));
        assertEquals(Set.of(), reading.happened());
        assertEquals(Set.of(WaitFd.Event.OUT), both.happened());

        speak.countDown();
        assertEquals(1, wait.call(Transfers.LONG, reading));
        assertEquals(Set.of(WaitFd.Event.IN), reading.happened());
        assertEquals(2, wait.call(Transfers.LONG, reading, both));
        assertEquals(Set.of(WaitFd.Event.IN, WaitFd.Event.OUT), both.happened());
    }

    @Test
    void waitForDoesNotWaitForNothing() throws Exception {
        assertEquals(0, multi.waitFor(Transfers.LONG));
    }

    @Test
    void waitForDrivesTransfersAsPollDoes() throws Exception {
        Easy easy = transfers.get(peer.url("/"));
        multi.add(easy);
        while (multi.perform() > 0) {
            multi.waitFor(Transfers.LONG);
        }
        Transfers.onlyMessage(multi).orThrow();
        assertEquals("hello", transfers.body(easy));
    }

    @Test
    void waitfdsAreTheDescriptorsOfTransfersInFlight() throws Exception {
        Needs.function("curl_multi_waitfds", "8.8.0");
        assertEquals(List.of(), multi.waitfds());
        for (int i = 0; i < 3; i++) {
            multi.add(transfers.get(stalling.url()));
        }
        Transfers.performUntil(
                multi,
                () -> transfers.easies().stream()
                        .noneMatch(easy -> transfers.body(easy).isEmpty()));
        List<WaitFd> descriptors = multi.waitfds();
        long readable = descriptors.stream()
                .filter(descriptor -> descriptor.events().equals(Set.of(WaitFd.Event.IN)))
                .mapToLong(WaitFd::fd)
                .distinct()
                .count();
        assertTrue(readable >= 3, descriptors::toString); // newer versions have one for themselves
    }

    @Test
    void getCountsTransfers() throws Exception {
        Needs.function("curl_multi_get_offt", "8.16.0");
        counts(0, 0, 0, 0);
        Easy easy = transfers.get(peer.url("/"));
        multi.add(easy).add(transfers.get(stalling.url()));
        counts(2, 2, 0, 2);
        Transfers.performUntil(
                multi,
                () -> transfers.easies().stream()
                        .noneMatch(each -> transfers.body(each).isEmpty()));
        counts(2, 1, 1, 2);
        assertEquals(CurlCode.OK, Transfers.onlyMessage(multi).code());
        counts(2, 1, 0, 2);
        multi.remove(easy);
        counts(1, 1, 0, 2);
    }

    private void counts(long current, long running, long done, long added) throws Exception {
        assertEquals(
                List.of(current, running, 0L, done, added),
                LongStream.of(
                                multi.get(MultiInfo.XFERS_CURRENT),
                                multi.get(MultiInfo.XFERS_RUNNING),
                                multi.get(MultiInfo.XFERS_PENDING),
                                multi.get(MultiInfo.XFERS_DONE),
                                multi.get(MultiInfo.XFERS_ADDED))
                        .boxed()
                        .toList());
    }

    @Test
    void whatTheLoadedLibcurlLacksIsRefusedByName() {
        Needs.noFunction("curl_multi_notify_enable");
        lacks("curl_multi_waitfds", "8.8.0", multi::waitfds);
        lacks("curl_multi_get_offt", "8.16.0", () -> multi.get(MultiInfo.XFERS_DONE));
        lacks("curl_multi_notify_enable", "8.17.0", () -> multi.notifyEnable(Notification.EASY_DONE));
        lacks("curl_multi_notify_disable", "8.17.0", () -> multi.notifyDisable(Notification.EASY_DONE));
    }

    private static void lacks(String function, String since, Executable call) {
        if (!NativeLibrary.has(function)) {
            String message =
                    assertThrows(UnsupportedOperationException.class, call).getMessage();
            String expected = function + " came with libcurl " + since + "; the loaded one is "
                    + Curl.version().version();
            assertTrue(message.startsWith(expected), message);
        }
    }
}
