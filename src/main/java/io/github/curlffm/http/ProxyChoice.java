package io.github.curlffm.http;

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
 */
record ProxyChoice(URI uri, Proxy proxy) {

    static ProxyChoice of(URI uri, ProxySelector selector) {
        List<Proxy> some = selector == null ? List.of() : selector.select(uri);
        return new ProxyChoice(uri, some == null || some.isEmpty() ? Proxy.NO_PROXY : some.getFirst());
    }

    boolean isHttp() {
        return proxy.type() == Proxy.Type.HTTP;
    }

    /** {@return whether a proxy for HTTP passes the bytes of a TLS connection on} */
    boolean isTunnel() {
        return isHttp() && uri.getScheme().equalsIgnoreCase("https");
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
