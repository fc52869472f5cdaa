package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.INTERLEAVEFUNCTION;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.PREREQFUNCTION;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.SEEKFUNCTION;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;

/**
 * Transfers from a server that says what no server should, by handles with all callbacks: each comes to an end, whatever
 * the code is, and the handle works again.
 */
final class Hostile implements AutoCloseable {

    private static final int PATIENCE_MS = 300;

    private final HttpPeer healthy = HttpPeer.answering("fine");

    /** Aims a handle at the server. */
    @FunctionalInterface
    interface Aim {
        void at(Easy easy) throws IOException;
    }

    private static Easy ready(Aim aim) throws IOException {
        Easy easy = new Easy()
                .set(PROXY, "")
                .set(TIMEOUT_MS, PATIENCE_MS)
                .set(VERBOSE, true)
                .set(DEBUGFUNCTION, (type, data) -> {})
                .set(HEADERFUNCTION, line -> {})
                .set(WRITEFUNCTION, data -> {})
                .set(XFERINFOFUNCTION, (dt, dn, ut, un) -> {})
                .set(INTERLEAVEFUNCTION, data -> {})
                .set(SEEKFUNCTION, (offset, origin) -> SeekCallback.Result.OK)
                .set(SOCKOPTFUNCTION, (socket, purpose) -> null)
                .set(OPENSOCKETFUNCTION, (purpose, address) -> null)
                .set(CLOSESOCKETFUNCTION, socket -> null);
        if (Loaded.has(PREREQFUNCTION)) {
            easy.set(PREREQFUNCTION, connection -> null);
        }
        aim.at(easy);
        return easy;
    }

    /** Lets it go by itself, and twice at the same time in a multi. */
    void survives(Aim aim) throws IOException {
        try (Easy easy = ready(aim)) {
            try {
                easy.perform();
            } catch (CurlException e) {
                assertNotEquals(CurlCode.OK, e.code());
            }
            worksAgain(easy);
        }
        try (Multi multi = new Multi();
                Easy one = ready(aim);
                Easy two = ready(aim)) {
            Transfers.perform(multi.add(one).add(two));
            int told = 0;
            for (Message message : multi.messages()) {
                message.code();
                told++;
            }
            assertEquals(2, told);
            multi.remove(one).remove(two);
            worksAgain(one);
        }
    }

    private void worksAgain(Easy easy) throws IOException {
        easy.reset().set(URL, healthy.url("/")).set(PROXY, "").set(FRESH_CONNECT, true);
        assertEquals("fine", Perform.body(easy));
    }

    @Override
    public void close() {
        healthy.close();
    }
}
