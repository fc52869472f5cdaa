package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import org.junit.jupiter.api.Test;

/** The contract of the callbacks that run before a socket is connected. */
abstract class NewSocketContract<C> extends SocketContract<C> {

    @Override
    Easy toPeer(Easy easy) {
        return super.toPeer(easy).set(FRESH_CONNECT, true);
    }

    @Override
    public void prepare(Easy easy) {
        toPeer(easy);
    }

    @Override
    @Test
    public void whatItThrowsReachesTheCallerAndItIsNotCalledAgain() throws Exception {
        super.whatItThrowsReachesTheCallerAndItIsNotCalledAgain();
        assertEquals(0, peer.connections());
    }
}
