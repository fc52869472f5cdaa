package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.testing.ChannelPeer;

/** The contract of the callbacks about sockets, with a peer that knows about its connections. */
abstract class SocketContract<C> implements RepeatedCallbackContract<C> {

    final ChannelPeer peer = ChannelPeer.at("127.0.0.1", "ok");

    Easy toPeer(Easy easy) {
        return easy.set(URL, peer.url("/")).set(WRITEFUNCTION, body -> {});
    }
}
