package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.HttpPeer;
import java.io.IOException;

/** The contract in transfers over HTTP. */
abstract class HttpCallbackContract<C> implements RepeatedCallbackContract<C> {

    /** Longer than what libcurl hands over at once. */
    static final String BODY = "0123456789abcdef".repeat(2500);

    /** The path of an answer without a body. */
    static final String EMPTY = "/empty";

    final HttpPeer peer = new HttpPeer(this::serve);

    @Override
    public void prepare(Easy easy) {
        easy.set(URL, peer.url("/")).set(TIMEOUT_MS, 20_000);
        if (option() != WRITEFUNCTION) {
            easy.set(WRITEFUNCTION, data -> {});
        }
    }

    /** Answers a request. */
    void serve(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        HttpPeer.answer(exchange, 200, exchange.getRequestURI().getPath().equals(EMPTY) ? "" : BODY);
    }
}
