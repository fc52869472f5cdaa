package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.PREREQFUNCTION;
import static io.github.curlffm.option.Option.RESOLVE;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.OpenSocketCallback.Result;
import io.github.curlffm.testing.ChannelPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An example: a guard against server-side request forgery. It sees numeric addresses only, after every lookup and every
 * redirect, so that no way of writing a host gets around it.
 */
class SsrfGuardTest {

    private static final OpenSocketCallback NOT_IN_127 = (purpose, address) -> {
        if (!(address.address() instanceof InetSocketAddress inet)) {
            return Result.refuse();
        }
        byte[] ip = unmapped(inet.getAddress()).getAddress();
        return ip.length == 4 && ip[0] == 127 ? Result.refuse() : Result.open();
    };

    /** {@return ::ffff:127.0.0.1 as the 127.0.0.1 that it reaches} */
    private static InetAddress unmapped(InetAddress address) throws Exception {
        return InetAddress.getByAddress(address.getAddress());
    }

    private final ChannelPeer inside = ChannelPeer.at("127.0.0.1", "secret");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "127.1",
                "2130706433",
                "0x7f000001",
                "innocent.example",
                "[::ffff:127.0.0.1]"
            })
    void nothingInsideIsReached(String host) {
        if (host.startsWith("[")) {
            Needs.feature("IPv6");
        }
        try (Easy easy = new Easy().set(OPENSOCKETFUNCTION, NOT_IN_127)) {
            easy.set(URL, "http://" + host + ":" + inside.port() + "/");
            easy.set(RESOLVE, List.of("innocent.example:" + inside.port() + ":127.0.0.1"));
            Perform.failsWith(CurlCode.COULDNT_CONNECT, easy);
        }
        assertEquals(0, inside.connections());
    }

    @Test
    void noRedirectLeadsInside() {
        Needs.feature("IPv6");
        try (ChannelPeer outside = ChannelPeer.redirecting("::1", inside.url("/"));
                Easy easy = new Easy().set(OPENSOCKETFUNCTION, NOT_IN_127)) {
            easy.set(URL, outside.url("/")).set(FOLLOWLOCATION, true);
            Perform.failsWith(CurlCode.COULDNT_CONNECT, easy);
            assertEquals(1, outside.connections());
        }
        assertEquals(0, inside.connections());
    }

    /** Nothing is opened for it; so the guard is set before the first transfer, or PREREQ is asked each time. */
    @Test
    void aConnectionThatIsOpenAlreadyIsNoBusinessOfOpenSocketButOfPrereq() throws Exception {
        try (Easy easy = new Easy().set(URL, inside.url("/"))) {
            assertEquals("secret", Perform.body(easy));
            assertEquals("secret", Perform.body(easy.set(OPENSOCKETFUNCTION, NOT_IN_127)));
            easy.set(
                    PREREQFUNCTION,
                    connection -> connection.primaryIp().startsWith("127.")
                            ? PrereqCallback.Result.ABORT
                            : PrereqCallback.Result.OK);
            Perform.failsWith(CurlCode.ABORTED_BY_CALLBACK, easy);
        }
        assertEquals(1, inside.connections());
    }
}
