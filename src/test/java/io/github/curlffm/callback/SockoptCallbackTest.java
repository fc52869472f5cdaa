package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Sockets;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SockoptCallbackTest extends NewSocketContract<SockoptCallback> {

    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;
    private static final int NO_SUCH_OPTION = 12345;

    @Override
    public Option<SockoptCallback> option() {
        return SOCKOPTFUNCTION;
    }

    @Override
    public SockoptCallback harmless(Action action) {
        return (socket, purpose) -> {
            action.run();
            return SockoptCallback.Result.OK;
        };
    }

    @Test
    void seesTheDescriptorAndWhatItIsFor() throws Exception {
        List<Long> sockets = new ArrayList<>();
        List<SocketPurpose> purposes = new ArrayList<>();
        try (Easy easy = toPeer(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> {
                sockets.add(socket);
                purposes.add(purpose);
                return SockoptCallback.Result.OK;
            });
            easy.perform();
            assertEquals(List.of(easy.get(Info.ACTIVESOCKET)), sockets);
        }
        assertEquals(List.of(SocketPurpose.IPCXN), purposes);
    }

    @Test
    void mayChangeTheSocket(Easy easy) throws Exception {
        toPeer(easy);
        easy.set(SOCKOPTFUNCTION, (socket, purpose) -> {
            Sockets.setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
            return null;
        });
        assertEquals("ok", Perform.body(easy));
    }

    @Test
    void theSystemsRefusalOfAnOptionReachesTheCaller(Easy easy) {
        toPeer(easy);
        easy.set(SOCKOPTFUNCTION, (socket, purpose) -> {
            Sockets.setOption(socket, IPPROTO_TCP, NO_SUCH_OPTION, 1);
            return null;
        });
        Perform.turnsDown(IOException.class, "setsockopt: ", easy);
    }

    @Test
    void nullGoesOn(Easy easy) throws Exception {
        toPeer(easy).set(SOCKOPTFUNCTION, (socket, purpose) -> null);
        assertEquals("ok", Perform.body(easy));
    }

    @Test
    void errorEndsTheTransferAndClosesTheSocket() {
        List<Long> opened = new ArrayList<>();
        List<Long> closed = new ArrayList<>();
        try (Easy easy = toPeer(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> {
                opened.add(socket);
                return SockoptCallback.Result.ERROR;
            });
            easy.set(CLOSESOCKETFUNCTION, socket -> {
                closed.add(socket);
                return null;
            });
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(1, opened.size());
        assertEquals(opened, closed);
        assertEquals(0, peer.connections());
    }

    @Test
    void alreadyConnectedUsesTheSocketWhereverItIsConnectedTo() throws Exception {
        boolean connectsOnceMore = Curl.version().version().startsWith("7.88.");
        Needs.that(!connectsOnceMore, "another libcurl than 7.88, which connects the socket once more, and fails");
        try (ChannelPeer elsewhere = ChannelPeer.at("127.0.0.1", "elsewhere");
                Easy easy = toPeer(new Easy())) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
                long socket = Sockets.open(address);
                Sockets.connect(socket, elsewhere.address());
                return OpenSocketCallback.Result.use(socket);
            });
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> SockoptCallback.Result.ALREADY_CONNECTED);
            assertEquals("elsewhere", Perform.body(easy));
        }
        assertEquals(0, peer.connections());
    }
}
