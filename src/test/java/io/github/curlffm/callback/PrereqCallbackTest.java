package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.PREREQFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.PrereqCallback.Connection;
import io.github.curlffm.callback.PrereqCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PrereqCallbackTest extends HttpCallbackContract<PrereqCallback> {

    /** The port of the other side of each request, as the peer sees it. */
    private final List<Integer> portsOfRequests = new CopyOnWriteArrayList<>();

    @Override
    public Option<PrereqCallback> option() {
        return PREREQFUNCTION;
    }

    @Override
    public PrereqCallback harmless(Action action) {
        return connection -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    void serve(HttpExchange exchange) throws IOException {
        portsOfRequests.add(exchange.getRemoteAddress().getPort());
        if (exchange.getRequestURI().getPath().equals("/redirecting")) {
            exchange.getResponseHeaders().set("Location", "/");
            HttpPeer.answer(exchange, 302, "");
        } else {
            super.serve(exchange);
        }
    }

    @Test
    void getsBothEndsOfTheConnectionOfEachRequest() throws Exception {
        List<Connection> connections = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(URL, peer.url("/redirecting"))
                    .set(FOLLOWLOCATION, true)
                    .set(PREREQFUNCTION, connection -> {
                        connections.add(connection);
                        return Result.OK;
                    })
                    .perform();
        }
        assertEquals(2, portsOfRequests.size());
        assertEquals(
                portsOfRequests.stream()
                        .map(port -> new Connection("127.0.0.1", "127.0.0.1", peer.port(), port))
                        .toList(),
                connections);
    }

    @Test
    void abortEndsTheTransferBeforeTheRequestIsSent() {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(PREREQFUNCTION, connection -> Result.ABORT);
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(List.of(), portsOfRequests);
    }

    @Test
    void nullMeansOk() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(PREREQFUNCTION, connection -> null).perform();
        }
        assertEquals(1, portsOfRequests.size());
    }
}
