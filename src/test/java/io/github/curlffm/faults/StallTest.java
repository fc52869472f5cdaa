package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.CONNECTTIMEOUT_MS;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.HTTPPROXYTUNNEL;
import static io.github.curlffm.option.Option.LOW_SPEED_LIMIT;
import static io.github.curlffm.option.Option.LOW_SPEED_TIME;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.SERVER_RESPONSE_TIMEOUT;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.CurlCode;
import io.github.curlffm.testing.WireServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that stop answering, and the limits that end the wait. */
@Tag("slow")
class StallTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
    private static final String TIMED_OUT = "timed out after \\d+ milliseconds";
    private static final int SHORT_MS = 60;

    private final Faults faults = new Faults(easy -> easy.unset(LOW_SPEED_LIMIT)
            .unset(LOW_SPEED_TIME)
            .unset(HTTPPROXYTUNNEL)
            .unset(CONNECTTIMEOUT_MS));

    /** {@return a server that says this, and then listens as long as somebody speaks} */
    private static WireServer stallingAfter(String begun) {
        return new WireServer(connection -> {
            connection.readHead();
            connection.write(begun).in().readAllBytes();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-", HEAD, HEAD + "begun"})
    void theTransferIsOverInTime(String begun) throws Exception {
        try (WireServer server = stallingAfter(begun)) {
            faults.check(
                    CurlCode.OPERATION_TIMEDOUT,
                    TIMED_OUT,
                    easy -> easy.set(URL, server.url("http", "/")).set(TIMEOUT_MS, SHORT_MS));
        }
    }

    @Test
    void anUploadThatNobodyReads(WireServer server) throws Exception {
        byte[] body = new byte[50_000_000];
        CountDownLatch forever = new CountDownLatch(1);
        server.serve(connection -> {
            connection.readHead();
            forever.await();
        });
        faults.check(
                CurlCode.OPERATION_TIMEDOUT,
                TIMED_OUT,
                easy -> easy.set(URL, server.url("http", "/"))
                        .set(HTTPHEADER, List.of("Expect:"))
                        .set(POSTFIELDS, body)
                        .set(TIMEOUT_MS, 500));
        forever.countDown();
    }

    @Test
    void aTransferThatIsTooSlow() throws Exception {
        try (WireServer server = stallingAfter(HEAD + "begun")) {
            faults.check(
                    CurlCode.OPERATION_TIMEDOUT,
                    "Operation too slow. Less than 10 bytes/sec transferred the last 1 seconds",
                    easy -> easy.set(URL, server.url("http", "/"))
                            .set(LOW_SPEED_LIMIT, 10)
                            .set(LOW_SPEED_TIME, 1));
        }
    }

    @Test
    void aProxyThatStallsBeforeTheTunnelStands() throws Exception {
        try (WireServer proxy = stallingAfter("")) {
            faults.check(
                    CurlCode.OPERATION_TIMEDOUT,
                    "Proxy CONNECT aborted due to timeout|" + TIMED_OUT,
                    easy -> easy.set(URL, "http://nowhere.invalid/")
                            .set(PROXY, proxy.url("http", ""))
                            .set(HTTPPROXYTUNNEL, true)
                            .set(CONNECTTIMEOUT_MS, SHORT_MS));
        }
    }

    @Test
    void anFtpServerThatDoesNotGreet(WireServer server) throws Exception {
        server.serve(connection -> connection.in().readAllBytes());
        faults.check(
                CurlCode.OPERATION_TIMEDOUT,
                "response reading failed|timed out|timeout",
                easy -> easy.set(URL, server.url("ftp", "/file")).set(SERVER_RESPONSE_TIMEOUT, 1));
    }
}
