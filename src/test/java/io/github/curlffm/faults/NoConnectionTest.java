package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.INTERFACE;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.PROXYTYPE;
import static io.github.curlffm.option.Option.UNIX_SOCKET_PATH;
import static io.github.curlffm.option.Option.URL;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.option.ProxyType;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that are not there. */
class NoConnectionTest {

    /** Longer than a label may be, so that the resolver says no without asking anybody. */
    private static final String NO_NAME = "a".repeat(64) + ".invalid";

    private final Faults faults =
            new Faults(easy -> easy.unset(INTERFACE).unset(PROXYTYPE).unset(UNIX_SOCKET_PATH));

    /** {@return the port of a server that is gone} */
    private static int freePort() throws IOException {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return gone.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "ftp", "smtp", "telnet"})
    void aConnectionThatIsRefused(String scheme) throws Exception {
        if (Curl.version().protocols().contains(scheme)) {
            int port = freePort();
            faults.check(
                    CurlCode.COULDNT_CONNECT,
                    "Failed to connect to 127.0.0.1( port |:)" + port,
                    easy -> easy.set(URL, scheme + "://127.0.0.1:" + port + "/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "SOCKS4", "SOCKS5_HOSTNAME"})
    void aProxyThatRefuses(String type) throws Exception {
        int port = freePort();
        faults.check(
                CurlCode.COULDNT_CONNECT,
                "Failed to connect to .*127.0.0.1",
                easy -> easy.set(URL, "http://127.0.0.1/")
                        .set(PROXYTYPE, ProxyType.valueOf(type))
                        .set(PROXY, "127.0.0.1:" + port));
    }

    @Test
    void aSocksProxyThatHangsUp(WireServer proxy) throws Exception {
        proxy.serve(connection -> connection.in().read());
        faults.check(
                Set.of(CurlCode.PROXY, CurlCode.RECV_ERROR, CurlCode.COULDNT_CONNECT),
                "connection to proxy closed|SOCKS|reset",
                easy -> easy.set(URL, "http://127.0.0.1/").set(PROXY, proxy.url("socks5h", "")));
    }

    @Test
    void aNameThatDoesNotExist() throws Exception {
        faults.check(
                CurlCode.COULDNT_RESOLVE_HOST,
                "Could not resolve host: " + NO_NAME,
                easy -> easy.set(URL, "http://" + NO_NAME + "/"));
    }

    @Test
    void aProxysNameThatDoesNotExist() throws Exception {
        faults.check(
                CurlCode.COULDNT_RESOLVE_PROXY,
                "Could not resolve proxy: " + NO_NAME,
                easy -> easy.set(URL, "http://127.0.0.1/").set(PROXY, "http://" + NO_NAME + ":1"));
    }

    @Test
    void anInterfaceThatDoesNotExist() throws Exception {
        faults.check(
                CurlCode.INTERFACE_FAILED,
                "Couldn't bind to|Could not bind to|Failed binding",
                easy -> easy.set(URL, "http://127.0.0.1/").set(INTERFACE, "if!nosuch0"));
    }

    @Test
    void aUnixSocketThatDoesNotExist(@TempDir Path folder) throws Exception {
        faults.check(
                CurlCode.COULDNT_CONNECT,
                "Failed to connect to|Could not connect|Couldn't connect",
                easy -> easy.set(URL, "http://localhost/")
                        .set(UNIX_SOCKET_PATH, folder.resolve("socket").toString()));
    }

    @Test
    void aFileThatDoesNotExist(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing");
        faults.check(
                CurlCode.FILE_COULDNT_READ_FILE,
                "Couldn't open file " + missing + "|Could not open file " + missing,
                easy -> easy.set(URL, missing.toUri().toString()));
    }
}
