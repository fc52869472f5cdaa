package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Sockets;
import io.github.curlffm.callback.OpenSocketCallback.Result;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Perform;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the lambda may answer; what it is asked is in {@link OpenSocketAddressTest}. */
class OpenSocketCallbackTest extends NewSocketContract<OpenSocketCallback> {

    @Override
    public Option<OpenSocketCallback> option() {
        return OPENSOCKETFUNCTION;
    }

    @Override
    public OpenSocketCallback harmless(Action action) {
        return (purpose, address) -> {
            action.run();
            return Result.open();
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.COULDNT_CONNECT;
    }

    /** Newer libcurls say nothing before they ask for a socket, when there is no name to look up. */
    @Override
    public boolean comesFirst() {
        return Curl.version().isAtLeast(8, 15, 0);
    }

    private Easy answering(Result result) {
        return toPeer(new Easy()).set(OPENSOCKETFUNCTION, (purpose, address) -> result);
    }

    @Test
    void nullOpensAsAsked() throws Exception {
        try (Easy easy = answering(null)) {
            assertEquals("ok", Perform.body(easy));
        }
    }

    @Test
    void openOpensAsAsked() throws Exception {
        try (Easy easy = answering(Result.open())) {
            assertEquals("ok", Perform.body(easy));
        }
    }

    @Test
    void refusalEndsTheTransferAndNothingIsConnected() {
        try (Easy easy = answering(Result.refuse())) {
            Perform.failsWith(CurlCode.COULDNT_CONNECT, easy);
        }
        assertEquals(0, peer.connections());
    }

    /** A handle for a name that has two addresses, of which the peer listens at the second. */
    private Easy toTwoAddresses(Easy easy) {
        String host = "two.example:" + peer.port();
        return toPeer(easy).set(URL, "http://" + host + "/").set(RESOLVE, List.of(host + ":127.0.0.2,127.0.0.1"));
    }

    @Test
    void afterARefusalTheNextAddressIsTried() throws Exception {
        List<SocketAddress> asked = new ArrayList<>();
        try (Easy easy = toTwoAddresses(new Easy())) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
                asked.add(address.address());
                return asked.size() == 1 ? Result.refuse() : Result.open();
            });
            assertEquals("ok", Perform.body(easy));
        }
        assertEquals(List.of(new InetSocketAddress("127.0.0.2", peer.port()), peer.address()), asked);
    }

    @Test
    void afterAnExceptionNoFurtherAddressIsTried() throws Exception {
        Exploding.check(
                CurlCode.COULDNT_CONNECT,
                (easy, exploding) ->
                        toTwoAddresses(easy).set(OPENSOCKETFUNCTION, (purpose, address) -> exploding.explode()));
        assertEquals(0, peer.connections());
    }

    @Test
    void openOfAnotherAddressConnectsThere() throws Exception {
        try (ChannelPeer elsewhere = ChannelPeer.at("127.0.0.1", "elsewhere");
                Easy easy = answering(Result.open(elsewhere.address()))) {
            assertEquals("elsewhere", Perform.body(easy));
        }
        assertEquals(0, peer.connections());
    }

    @Test
    void useTakesTheSocketOfTheLambda(Easy easy) throws Exception {
        List<Long> opened = new ArrayList<>();
        toPeer(easy);
        easy.set(OPENSOCKETFUNCTION, (purpose, address) -> {
            opened.add(Sockets.open(address));
            return Result.use(opened.getLast());
        });
        assertEquals("ok", Perform.body(easy));
        assertEquals(opened, List.of(easy.get(Info.ACTIVESOCKET)));
    }

    @Test
    void aSocketInUseIsClosedWithTheHandle() throws Exception {
        try (Easy easy = toPeer(new Easy())) {
            easy.set(OPENSOCKETFUNCTION, (purpose, address) -> Result.use(Sockets.open(address)));
            easy.perform();
        }
        peer.awaitEnd();
    }

    @Test
    void whatIsNoDescriptorIsTurnedDown() {
        for (long number : new long[] {-5, -1, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE}) {
            try (Easy easy = answering(Result.use(number))) {
                Perform.turnsDown(IllegalArgumentException.class, number + " is no descriptor", easy);
            }
        }
    }

    @Test
    void anAddressThatCannotBeConnectedToIsTurnedDown() {
        turnsDown(InetSocketAddress.createUnresolved("name.example", 80), "name.example");
        turnsDown(UnixDomainSocketAddress.of("/" + "x".repeat(200)), "too long for a unix socket: 201 bytes");
        turnsDown(new OtherAddress(new byte[129]), "libcurl has room for 128");
        turnsDown(new SocketAddress() {}, "use an InetSocketAddress or a UnixDomainSocketAddress");
        assertEquals(0, peer.connections());
    }

    private void turnsDown(SocketAddress address, String words) {
        try (Easy easy = answering(Result.open(address))) {
            Perform.turnsDown(IllegalArgumentException.class, words, easy);
        }
    }

    @Test
    void aFamilyThatTheSystemLacksReachesTheCallerInItsWords() {
        try (Easy easy = answering(Result.open(new OtherAddress(new byte[] {-1, -1, 0, 0})))) {
            Perform.turnsDown(IOException.class, "socket: ", easy);
        }
    }
}
