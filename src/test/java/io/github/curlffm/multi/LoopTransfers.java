package io.github.curlffm.multi;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.SocketLoop;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.util.List;

/** A multi that a loop drives by its callbacks, with a server that answers and one that stalls. */
abstract class LoopTransfers {

    static final String BODY = "hello";

    final HttpPeer peer = HttpPeer.answering(BODY);
    final StallingPeer stalling = new StallingPeer();
    final Multi multi = new Multi();
    final Transfers transfers = new Transfers();
    final SocketLoop loop = new SocketLoop(multi);

    Easy get() {
        return transfers.get(peer.url("/"));
    }

    /** {@return a throwable of each sort} */
    static List<Throwable> throwables() {
        return List.of(
                new IllegalArgumentException("unchecked"), new IOException("checked"), new AssertionError("error"));
    }

    static void throwAsItIs(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }
}
