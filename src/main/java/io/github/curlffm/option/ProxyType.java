package io.github.curlffm.option;

/** Kinds of proxy: the values of {@link Option#PROXYTYPE}. */
public enum ProxyType implements Constant {
    /** HTTP, with HTTP/1.1 for CONNECT; libcurl's default. */
    HTTP(0),
    /** HTTP, with HTTP/1.0 for CONNECT. */
    HTTP_1_0(1),
    /** HTTP/1 over TLS. */
    HTTPS(2),
    /** HTTP over TLS, with HTTP/2 if the proxy agrees. Since libcurl 8.1.0. */
    HTTPS2(3),
    /** SOCKS4; libcurl looks up the host name. */
    SOCKS4(4),
    /** SOCKS5; libcurl looks up the host name. */
    SOCKS5(5),
    /** SOCKS4a; the proxy looks up the host name. */
    SOCKS4A(6),
    /** SOCKS5; the proxy looks up the host name. */
    SOCKS5_HOSTNAME(7),
    /** HTTP over TLS, with HTTP/3 if the proxy agrees; experimental. Since libcurl 8.21.0. */
    HTTPS3(8);

    private final long number;

    ProxyType(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
