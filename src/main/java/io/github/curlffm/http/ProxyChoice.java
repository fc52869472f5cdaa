package io.github.curlffm.http;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;

/**
 * Through what the request of a URI goes.
 *
 * @param uri what was asked for
 * @param proxy what the selector said first
 * @param isTunnel whether a proxy for HTTP passes bytes on, as those of TLS
 */
record ProxyChoice(URI uri, Proxy proxy, boolean isTunnel) {

    static ProxyChoice of(URI uri, ProxySelector selector) {
        List<Proxy> some = selector == null ? List.of() : selector.select(uri);
        Proxy first = some == null || some.isEmpty() ? Proxy.NO_PROXY : some.getFirst();
        return new ProxyChoice(
                uri, first, first.type() == Proxy.Type.HTTP && uri.getScheme().equalsIgnoreCase("https"));
    }

    /** {@return the same way, for what is not HTTP in the end} */
    ProxyChoice tunnelling() {
        return new ProxyChoice(uri, proxy, isHttp());
    }

    boolean isHttp() {
        return proxy.type() == Proxy.Type.HTTP;
    }

    /** {@return whether what comes to a handle is the proxy's answer to CONNECT} Asked in its callback for a head. */
    boolean isAnswering(Easy easy) {
        return isTunnel && easy.get(Info.PRETRANSFER_TIME) == 0;
    }

    /** {@return its address; null without a proxy} */
    InetSocketAddress address() {
        return (InetSocketAddress) proxy.address();
    }

    /** {@return as libcurl takes it; empty: no proxy, whatever the environment says} */
    String url() {
        return switch (proxy.type()) {
            case DIRECT -> "";
            case HTTP -> "http://" + hostAndPort();
            case SOCKS -> "socks5h://" + hostAndPort();
        };
    }

    private String hostAndPort() {
        String host = address().getHostString();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + address().getPort();
    }
}
