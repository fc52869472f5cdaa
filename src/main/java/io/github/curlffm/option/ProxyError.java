package io.github.curlffm.option;

/** The failure between libcurl and a proxy: the answers of {@link Info#PROXY_ERROR}. Since libcurl 7.73.0. */
public enum ProxyError implements Constant {
    /** No proxy error has been recorded. */
    OK(0),
    /** The SOCKS5 proxy answered with an address type that the protocol does not have. */
    BAD_ADDRESS_TYPE(1),
    /** The proxy's answer carries the wrong protocol version. */
    BAD_VERSION(2),
    /** The proxy closed the connection. */
    CLOSED(3),
    /** The GSS-API negotiation with the SOCKS5 proxy failed. */
    GSSAPI(4),
    /** The proxy chose GSS-API, which is not enabled or not built in. */
    GSSAPI_PERMSG(5),
    /** GSS-API protection of the data was agreed on, which libcurl does not implement. */
    GSSAPI_PROTECTION(6),
    /** The SOCKS4 proxy could not reach identd on this machine. */
    IDENTD(7),
    /** The SOCKS4 proxy got another user id from identd than from libcurl. */
    IDENTD_DIFFER(8),
    /** The host name is too long for the SOCKS protocol. */
    LONG_HOSTNAME(9),
    /** The proxy password is too long for the SOCKS protocol. */
    LONG_PASSWD(10),
    /** The proxy user name is too long for the SOCKS protocol. */
    LONG_USER(11),
    /** Proxy and libcurl have no authentication method in common. */
    NO_AUTH(12),
    /** The address in the SOCKS5 proxy's answer could not be received. */
    RECV_ADDRESS(13),
    /** The proxy's answer to the authentication could not be received. */
    RECV_AUTH(14),
    /** The proxy's answer to the connect request could not be received. */
    RECV_CONNECT(15),
    /** The SOCKS5 proxy's acknowledgement of the request could not be received. */
    RECV_REQACK(16),
    /** SOCKS5 reply 8: the proxy does not support this type of address. */
    REPLY_ADDRESS_TYPE_NOT_SUPPORTED(17),
    /** SOCKS5 reply 7: the proxy does not support the command. */
    REPLY_COMMAND_NOT_SUPPORTED(18),
    /** SOCKS5 reply 5: the target refused the connection. */
    REPLY_CONNECTION_REFUSED(19),
    /** SOCKS5 reply 1: the proxy failed and does not say why. */
    REPLY_GENERAL_SERVER_FAILURE(20),
    /** SOCKS5 reply 4: the proxy cannot reach the target host. */
    REPLY_HOST_UNREACHABLE(21),
    /** SOCKS5 reply 3: the proxy cannot reach the target's network. */
    REPLY_NETWORK_UNREACHABLE(22),
    /** SOCKS5 reply 2: the proxy's rules forbid this connection. */
    REPLY_NOT_ALLOWED(23),
    /** SOCKS5 reply 6: the time to live ran out on the way. */
    REPLY_TTL_EXPIRED(24),
    /** A SOCKS5 reply whose number the protocol does not define. */
    REPLY_UNASSIGNED(25),
    /** The SOCKS4 proxy rejected the request or failed at it. */
    REQUEST_FAILED(26),
    /** The target's name could not be resolved for the SOCKS request. */
    RESOLVE_HOST(27),
    /** The authentication could not be sent to the proxy. */
    SEND_AUTH(28),
    /** The connect request could not be sent to the proxy. */
    SEND_CONNECT(29),
    /** A SOCKS message could not be composed or sent to the proxy. */
    SEND_REQUEST(30),
    /** The SOCKS4 proxy gave a result that the protocol does not define. */
    UNKNOWN_FAIL(31),
    /** The SOCKS5 proxy chose an authentication method that libcurl does not know. */
    UNKNOWN_MODE(32),
    /** The proxy did not accept user name and password. */
    USER_REJECTED(33);

    private final long number;

    ProxyError(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
